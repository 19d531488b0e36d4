"""`leerkring instrument`: print an instrument, to read, edit and hand back, or for another tool."""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from leerkring.foundation.tables.collecting import refuse
from leerkring.foundation.tables.faults import BadTable
from leerkring.practice.scans.formats.any_instrument import read_any_instrument
from leerkring.practice.scans.formats.imported import ImportedInstrument
from leerkring.practice.scans.formats.limesurvey import write_lss
from leerkring.practice.scans.formats.xlsform import write_xlsform
from leerkring.practice.scans.instrument_files import built_in, write_instrument
from leerkring.practice.scans.instruments import Instrument
from leerkring.site.cli.faults import tell

WRITERS: dict[str, Callable[[Instrument], bytes]] = {
    "csv": lambda instrument: write_instrument(instrument).encode(),
    "xlsform": write_xlsform,
    "limesurvey": lambda instrument: write_lss(instrument).encode(),
}


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = subparsers.add_parser(
        "instrument",
        help="toon een vragenlijst als CSV, in de vorm van --instrument, of zet haar om",
        description=(
            "Zonder bestand: de ingebouwde quickscan. Met een bestand: een vragenlijst uit "
            "LimeSurvey (.lss), een XLSForm (XLSX) of een eigen tabel. Wat niet mee kan, staat "
            "regel voor regel op stderr."
        ),
    )
    parser.add_argument("file", type=Path, nargs="?", metavar="BESTAND", help="een vragenlijst")
    parser.add_argument(
        "--to", choices=WRITERS, default="csv", help="in welke vorm (standaard csv)"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    try:
        found = _read(args.file) if args.file else ImportedInstrument(built_in())
    except BadTable as bad:
        return tell(*map(str, bad.faults))
    for line in found.not_taken_over:
        print(f"Niet overgenomen. {line}", file=sys.stderr)
    sys.stdout.buffer.write(WRITERS[args.to](found.instrument))
    sys.stdout.buffer.flush()
    return 0


def _read(path: Path) -> ImportedInstrument:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise refuse(path.name, "dit bestand bestaat niet, of kan niet worden gelezen.") from error
    return read_any_instrument(data, path.name)
