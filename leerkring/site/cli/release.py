"""`leerkring release`: which rows of a table of units may be shown."""

import argparse
import json
import sys
from pathlib import Path

from leerkring.foundation.tables.collecting import FaultList
from leerkring.foundation.tables.faults import BadTable
from leerkring.foundation.tables.reading import read_table
from leerkring.foundation.tables.table import Table
from leerkring.practice.scans.release import Unit, release_tree

MOST_ANSWERS = 10**9


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = subparsers.add_parser(
        "release",
        help="bepaal welke eenheden je mag tonen zonder dat een kleine groep herkenbaar wordt",
        description=(
            "Leest een tabel met de kolommen unit, parent en n (n: antwoorden in de eenheid zelf, "
            "zonder die van eenheden eronder; één eenheid heeft geen parent). Schrijft als JSON "
            "welke eenheden je mag tonen en welke niet. Wie de getoonde totalen optelt en aftrekt, "
            "vindt nooit een groep van minder dan k mensen; meer dan nodig blijft niet achter."
        ),
    )
    parser.add_argument("file", type=Path, metavar="UNITS.csv", help="tabel met unit, parent en n")
    parser.add_argument(
        "--k", type=_group_size, default=5, metavar="K", help="kleinste groep die mag (standaard 5)"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    try:
        units = read_units(read_table(args.file, args.file.name))
    except BadTable as bad:
        for fault in bad.faults:
            print(fault, file=sys.stderr)
        return 2
    release = release_tree(units, args.k)
    answer = {"k": args.k, "shown": list(release.shown), "withheld": release.withheld}
    json.dump(answer, sys.stdout, ensure_ascii=False, indent=2)
    print()
    return 0


def read_units(table: Table) -> list[Unit]:
    """The tree in a table with the columns unit, parent and n.

    Raises `BadTable` with every fault: an empty or repeated unit, an unknown parent, more roots
    than one or none, a circle, an n that is no whole number from 0.
    """
    unit_at, parent_at, n_at = table.require("unit", "parent", "n")
    faults = FaultList(table.name)
    rows: dict[str, int] = {}
    units: list[Unit] = []
    for row, cells in table.rows:
        key, parent = cells[unit_at], cells[parent_at]
        if not key:
            faults.add(row, "unit", "hier ontbreekt de naam van de eenheid.")
        elif key in rows:
            faults.add(row, "unit", f"«{key}» staat ook al in rij {rows[key]}.")
        else:
            rows[key] = row
        units.append(Unit(key, parent or None, _answers(cells[n_at], row, faults)))
    numbers = [row for row, _ in table.rows]
    for row, unit in zip(numbers, units, strict=True):
        if unit.parent is not None and unit.parent not in rows:
            faults.add(row, "parent", f"«{unit.parent}» staat niet in de kolom unit.")
    _check_root(units, numbers, faults)
    faults.raise_if_any()
    _check_circles(units, numbers, faults)
    faults.raise_if_any()
    return units


def _answers(cell: str, row: int, faults: FaultList) -> int:
    if not (cell.isascii() and cell.isdigit()):
        shown = f"«{cell}» is geen" if cell else "hier ontbreekt een"
        faults.add(row, "n", f"{shown} heel getal van 0 of meer.")
        return 0
    if len(cell) > 18 or int(cell) > MOST_ANSWERS:
        faults.add(row, "n", "dit aantal is te groot.")
        return 0
    return int(cell)


def _check_root(units: list[Unit], numbers: list[int], faults: FaultList) -> None:
    roots = [(row, unit.key) for row, unit in zip(numbers, units, strict=True) if not unit.parent]
    if not roots:
        faults.add(None, "parent", "elke eenheid heeft een parent; er moet er één zonder zijn.")
    for row, key in roots[1:]:
        first_row, first = roots[0]
        faults.add(
            row,
            "parent",
            f"«{key}» heeft geen parent, en «{first}» in rij {first_row} ook niet. "
            "Er kan er maar één bovenaan staan.",
        )


def _check_circles(units: list[Unit], numbers: list[int], faults: FaultList) -> None:
    """One fault per circle, at the first of its rows. Here every parent is known."""
    parents = {unit.key: unit.parent for unit in units}
    rows = {unit.key: row for unit, row in zip(units, numbers, strict=True)}
    done: set[str] = set()
    for unit in units:
        path: dict[str, None] = {}
        key: str | None = unit.key
        while key is not None and key not in done and key not in path:
            path[key] = None
            key = parents[key]
        if key is not None and key in path:
            steps = list(path)
            circle = steps[steps.index(key) :]
            shown = " → ".join(f"«{step}»" for step in [*circle[:5], *circle[:1]])
            if len(circle) > 5:
                shown = " → ".join([*(f"«{step}»" for step in circle[:5]), "…"])
            row = min(rows[step] for step in circle)
            faults.add(row, "parent", f"deze eenheden vormen een kring: {shown}.")
        done.update(path)


def _group_size(text: str) -> int:
    if not (text.isascii() and text.isdigit()) or not 1 <= int(text[:10]) <= MOST_ANSWERS:
        raise argparse.ArgumentTypeError(f"«{text}» is geen heel getal van 1 of meer")
    return int(text)
