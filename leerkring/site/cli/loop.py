"""`leerkring loop`: the main job from files to papers and an advice, without a server."""

import argparse
import errno
import os
import sys
from datetime import UTC, date, datetime
from pathlib import Path

from leerkring.site.cli.faults import tell
from leerkring.site.cli.starting import CannotStart, load

_WHY_NOT = {
    errno.EACCES: "je mag daar niet schrijven",
    errno.EPERM: "je mag daar niet schrijven",
    errno.EROFS: "die schijf kan alleen gelezen worden",
    errno.ENOSPC: "de schijf is vol",
    errno.EDQUOT: "je ruimte op de schijf is op",
    errno.EFBIG: "zo'n groot bestand mag hier niet",
    errno.ENAMETOOLONG: "de naam van de map is te lang",
    errno.ENOTDIR: "een deel van het pad is een bestand en geen map",
}


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = subparsers.add_parser(
        "loop",
        help="van twee bestanden naar een programma en een krant per team, en een advies",
        description=(
            "Leest teams en antwoorden en schrijft in MAP: een programma (JSON) en een krant (PDF "
            "en HTML) per team, de stadskrant, het scholingsadvies, wat er achterbleef en waarom, "
            "en de statistiek. Klopt er iets niet, dan staat hier wat, en blijft MAP zoals hij was."
        ),
    )
    add = parser.add_argument
    file = "BESTAND"
    add("--teams", type=Path, required=True, metavar=file, help="CSV of XLSX met de teams")
    add("--answers", type=Path, required=True, metavar=file, help="CSV of XLSX met de antwoorden")
    add("--instrument", type=Path, metavar=file, help="eigen vragenlijst (CSV)")
    add("--districts", type=Path, metavar=file, help="cijfers over wijken van CBS")
    add("--offers", type=Path, metavar=file, help="scholingsaanbod (CSV)")
    add(
        "--budget",
        type=int,
        default=100_000,
        metavar="EURO",
        help="budget in hele euro's (standaard 100000)",
    )
    add("--out", type=Path, required=True, metavar="MAP", help="map voor alles wat eruit komt")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    try:
        load()
    except CannotStart as reason:
        return tell(*reason.messages)
    from leerkring.foundation.tables.faults import BadTable
    from leerkring.site.loop_files import read_files, write_all

    if args.budget < 0:
        return tell("--budget: een budget is 0 euro of meer.")
    try:
        day = _today()
        if args.out.exists() and not args.out.is_dir():
            return tell(f"--out: «{args.out}» is een bestand; geef een map.")
        extra = {name: getattr(args, name) for name in ("instrument", "districts", "offers")}
        intake, offers = read_files(args.teams, args.answers, **extra)
        for note in intake.notes:
            print(note, file=sys.stderr)
        write_all(intake, offers, budget=args.budget, out=args.out, day=day)
    except BadTable as bad:
        return tell(*(str(fault) for fault in bad.faults))
    except _BadEpoch as bad:
        return tell(str(bad))
    except OSError as error:
        why = _WHY_NOT.get(error.errno or 0, str(error))
        return tell(f"--out: in «{args.out}» kan niets komen te staan: {why}.")
    print(f"Klaar: {len(intake.teams)} teams. Alles staat in {args.out}.", file=sys.stderr)
    return 0


class _BadEpoch(ValueError):
    pass


def _today() -> date:
    """The day on the papers; SOURCE_DATE_EPOCH fixes it, for the same bytes every time."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        from django.utils import timezone

        return timezone.localdate()
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        raise _BadEpoch(f"SOURCE_DATE_EPOCH: «{epoch[:40]}» is geen tijdstip.") from error
