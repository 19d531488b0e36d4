"""Which column of a CBS file holds what, whatever CBS's shape of the file."""

from dataclasses import dataclass

from leerkring.foundation.tables.collecting import FaultList
from leerkring.foundation.tables.table import MOST_NAMED, Table
from leerkring.network.figures.definitions import (
    FigureDefinition,
    definition_of,
    plain,
    without_position,
)

# In order of preference: a file of buurten also has a column with the code of their gemeente.
CODES = (
    "codering",
    "code",
    "gwbcode10",
    "regiocode",
    "statcode",
    "buurtcode",
    "wijkcode",
    "gwbcode",
    "wijkenenbuurten",
    "regios",
    "gemeentecode",
)
NAMES = ("naam", "regio", "regionaam", "statnaam", "buurtnaam", "wijknaam", "wijkenenbuurten")
MUNICIPALITIES = ("gemeentenaam", "gmnaam", "gemeente")
PERIODS = ("perioden", "periode", "peiljaar", "jaar")
_OF_THE_FILE = frozenset(
    {
        *CODES,
        *NAMES,
        *MUNICIPALITIES,
        *PERIODS,
        "id",
        "bron",
        "recs",
        "soortregio",
        "gwbcode8",
        "indwbz",
        "indwbi",
        "indelingswijziginggemeentewijkbuurt",
    }
)


@dataclass(frozen=True)
class CbsColumns:
    """Places of the columns; `figures` by place, `unknown` by title."""

    code: int
    name: int | None
    municipality: int | None
    period: int | None
    figures: dict[int, FigureDefinition]
    unknown: tuple[str, ...]


def find_columns(table: Table) -> CbsColumns:
    """Raises `BadTable` without a column of codes or of figures, or with one figure twice."""
    faults = FaultList(table.name)
    places: dict[str, int] = {}
    figures: dict[int, FigureDefinition] = {}
    unknown = []
    for place, title in enumerate(table.header):
        base = plain(without_position(title))
        definition = definition_of(title)
        if base in _OF_THE_FILE:
            places.setdefault(base, place)
        elif definition is None:
            unknown.append(title)
        elif definition in figures.values():
            message = f"dit is een tweede kolom voor «{definition.name}»."
            faults.add(None, title, message)
        else:
            figures[place] = definition
    code = _first(places, CODES)
    if code is None:
        faults.add(None, "code", "er is geen kolom met CBS-codes (code, Codering, gwb_code_10 …).")
    if not figures:
        seen = ", ".join(f"«{title}»" for title in unknown[:MOST_NAMED]) or "geen"
        faults.add(None, None, f"geen enkele kolom is een cijfer dat we kennen. Wel: {seen}.")
    faults.raise_if_any()
    names = [name for name in NAMES if places.get(name) != code]
    return CbsColumns(
        code=code or 0,
        name=_first(places, names),
        municipality=_first(places, MUNICIPALITIES),
        period=_first(places, PERIODS),
        figures=figures,
        unknown=tuple(unknown),
    )


def _first(places: dict[str, int], names: tuple[str, ...] | list[str]) -> int | None:
    return next((places[name] for name in names if name in places), None)
