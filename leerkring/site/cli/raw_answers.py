"""From an analyst's file to arrays, or every reason why not."""

import re
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from leerkring.foundation.tables.collecting import FaultList
from leerkring.foundation.tables.reading import read_table
from leerkring.foundation.tables.table import Table
from leerkring.practice.scans.statistics.report import RawAnswers

_NUMBER = re.compile(r"[+-]?\d{1,15}(?:[.,]\d{1,15})?", re.ASCII)
_NO_ANSWER = frozenset({"", "na", "n/a", "nan", "weet ik niet"})


def read_raw_answers(
    source: Path | bytes,
    name: str,
    *,
    group: str,
    items: Sequence[str],
    also_present: Sequence[str] = (),
    low: int,
    high: int,
) -> RawAnswers:
    """The answers to `items` in a file, with the group of each person.

    Raises `BadTable` with all faults: no such column, a row without a group, text where a number
    should be, an answer outside low..high.
    """
    table = read_table(source, name)
    wanted = tuple(dict.fromkeys((group, *items, *also_present)))
    place = dict(zip(wanted, table.require(*wanted), strict=True))
    faults = FaultList(name)
    tokens = {cells[place[item]] for _, cells in table.rows for item in items}
    meaning = {token: _meaning(token, low, high) for token in tokens}
    wrong = {token for token, value in meaning.items() if isinstance(value, str)}
    labels = [cells[place[group]] for _, cells in table.rows]
    if wrong or not all(labels):
        _explain(table, place, group, items, meaning, faults)
    faults.raise_if_any()
    columns = [[meaning[cells[place[item]]] for _, cells in table.rows] for item in items]
    return RawAnswers(tuple(items), np.array(columns, dtype=np.float64).T, labels, low, high)


def _meaning(token: str, low: int, high: int) -> float | str:
    """The number in a cell (NaN: no answer), or a Dutch sentence about what is wrong with it."""
    if token.casefold() in _NO_ANSWER:
        return float("nan")
    shown = token if len(token) <= 40 else f"{token[:40]}…"
    if not _NUMBER.fullmatch(token):
        return f"«{shown}» is geen getal."
    value = float(token.replace(",", "."))
    if not low <= value <= high:
        return f"{shown} valt buiten {low} tot en met {high}."
    return value


def _explain(
    table: Table,
    place: dict[str, int],
    group: str,
    items: Sequence[str],
    meaning: dict[str, float | str],
    faults: FaultList,
) -> None:
    for row, cells in table.rows:
        if not cells[place[group]]:
            faults.add(row, group, "de groep ontbreekt.")
        for item in items:
            problem = meaning[cells[place[item]]]
            if isinstance(problem, str):
                faults.add(row, item, problem)
