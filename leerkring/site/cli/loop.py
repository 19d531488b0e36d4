"""`leerkring loop`: the main job from files to papers and an advice, without a server."""

import argparse
import os
import sys
from datetime import date
from pathlib import Path

from leerkring.site.cli.faults import tell


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = subparsers.add_parser(
        "loop", help="van twee bestanden naar een programma en een krant per team, en een advies"
    )
    parser.add_argument("--teams", type=Path, required=True, help="CSV of XLSX met de teams")
    parser.add_argument("--answers", type=Path, required=True, help="de antwoorden")
    parser.add_argument("--instrument", type=Path, help="eigen vragenlijst (CSV)")
    parser.add_argument("--districts", type=Path, help="cijfers over wijken van CBS")
    parser.add_argument("--offers", type=Path, help="scholingsaanbod (CSV)")
    parser.add_argument(
        "--budget", type=int, default=100_000, help="budget in euro (standaard 100000)"
    )
    parser.add_argument("--out", type=Path, required=True, help="map voor alles wat eruit komt")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "leerkring.site.settings")
    import django

    django.setup()
    from leerkring.foundation.tables.faults import BadTable
    from leerkring.site.loop_files import read_files, write_all

    if args.budget < 0:
        return tell("--budget: een budget is 0 euro of meer.")
    if args.out.exists() and not args.out.is_dir():
        return tell(f"--out: «{args.out}» is een bestand; geef een map.")
    try:
        intake, offers = read_files(
            args.teams,
            args.answers,
            instrument=args.instrument,
            districts=args.districts,
            offers=args.offers,
        )
    except BadTable as bad:
        return tell(*(str(fault) for fault in bad.faults))
    write_all(intake, offers, budget=args.budget, out=args.out, day=_today())
    print(f"Klaar: {len(intake.teams)} teams. Alles staat in {args.out}.", file=sys.stderr)
    return 0


def _today() -> date:
    """The day on the papers; SOURCE_DATE_EPOCH fixes it, for the same bytes every time."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return date.fromtimestamp(int(epoch)) if epoch else date.today()  # noqa: DTZ011, DTZ012
