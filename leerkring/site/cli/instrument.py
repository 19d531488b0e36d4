"""`leerkring instrument`: print the built-in quickscan, to read, edit and hand back."""

import argparse
import sys

from leerkring.practice.scans.instrument_files import built_in, write_instrument


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = subparsers.add_parser(
        "instrument", help="toon de ingebouwde quickscan als CSV, in de vorm van --instrument"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    sys.stdout.write(write_instrument(built_in()))
    return 0
