"""`leerkring groups`: the most diverse groups for a table of distances."""

import argparse
import json
import sys
import time
from pathlib import Path

from leerkring.foundation.tables.faults import BadTable

LONGEST = 3600.0


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = subparsers.add_parser(
        "groups",
        help="verdeel elementen over groepen die zo gemengd zijn als het kan",
        description=(
            "Leest een verdeelprobleem zoals in MDGPLIB (eerste regel: n m ss|ds en per groep de "
            "kleinste en grootste maat; dan regels i j d) en zoekt de groepen met de grootste som "
            "van afstanden binnen groepen. Schrijft als JSON de waarde en de groep van elk element."
        ),
    )
    parser.add_argument("file", type=Path, metavar="FILE", help="het probleem, als bij MDGPLIB")
    parser.add_argument(
        "--seconds", type=_seconds, default=10.0, metavar="S", help="zo lang zoeken (standaard 10)"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    import numpy as np

    from leerkring.practice.planning.diversity import search
    from leerkring.practice.planning.mdgp_files import read_problem

    begin = time.monotonic()
    try:
        text = args.file.read_text(encoding="utf-8", errors="replace")
        problem = read_problem(text, args.file.name)
    except OSError as fault:
        print(f"{args.file}: kan ik niet lezen ({fault.strerror}).", file=sys.stderr)
        return 2
    except BadTable as bad:
        for each in bad.faults:
            print(each, file=sys.stderr)
        return 2
    found = search(
        problem.distance,
        problem.sizes,
        stop=lambda value, steps: time.monotonic() - begin >= args.seconds,
        rng=np.random.default_rng(1),
    )
    json.dump({"value": found.value, "groups": found.groups.tolist()}, sys.stdout)
    print()
    return 0


def _seconds(text: str) -> float:
    try:
        seconds = float(text.replace(",", "."))
    except ValueError:
        seconds = -1.0
    if not 0 < seconds <= LONGEST:
        raise argparse.ArgumentTypeError(
            f"«{text}» is geen tijd tussen 0 en {LONGEST:.0f} seconden"
        )
    return seconds
