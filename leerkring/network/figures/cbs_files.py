"""Figures about districts from a CBS file, in any of the shapes in which CBS gives them."""

import re
from dataclasses import dataclass
from decimal import Decimal

from leerkring.foundation.tables.cells import decimal_number, tidy
from leerkring.foundation.tables.collecting import FaultList
from leerkring.foundation.tables.table import Table
from leerkring.network.figures.cbs_columns import CbsColumns, find_columns
from leerkring.network.figures.definitions import FigureDefinition, period_of_table

_AREA = re.compile(r"GM[0-9]{4}|WK[0-9]{4}[0-9A-Z]{2}|BU[0-9]{4}[0-9A-Z]{4}")
_LARGER = re.compile(r"(?:NL|LD|PV|CR|AM|GG|JB|VR)[0-9]{1,4}")  # country, province, region …
_MISSING = frozenset({"", ".", "..", "-", "x"})
_MISSING_NUMBER = re.compile(r"-9999[0-9](?:[.,]0+)?")
_LIKE_THOUSANDS = re.compile(r"[0-9]{1,3}(?:[.,][0-9]{3})+")
_TABLE_NUMBER = re.compile(r"8[0-9]{4}NED", re.IGNORECASE)
_LONGEST_NAME, _LONGEST_PERIOD = 120, 20  # characters
_LARGEST = 10**11  # more has no area on earth
# a year by itself: in export-2025-03-27.csv it is the day of the export, not what it is about
_YEAR = re.compile(r"(?<![0-9])(?<![0-9][-_.])20[0-9]{2}(?![0-9]|[-_.][0-9])")


@dataclass(frozen=True)
class FigureRow:
    """One number about one area. `key` names its definition; None is unknown or secret."""

    area_code: str
    area_name: str
    key: str
    value: Decimal | None
    period: str | None


@dataclass(frozen=True)
class AreaRow:
    """An area in the file: GM… a gemeente, WK… a wijk, BU… a buurt. Names may be empty."""

    code: str
    name: str
    municipality: str


@dataclass(frozen=True)
class FigureFile:
    """What a file says.

    period            the one period of all figures; None when there are more, or none is known
    unknown_columns   titles of columns that we have no definition for: not taken in
    """

    period: str | None
    figures: tuple[FigureRow, ...]
    unknown_columns: tuple[str, ...]
    areas: tuple[AreaRow, ...] = ()
    notes: tuple[str, ...] = ()


def read_figures(table: Table, *, period: str | None = None) -> FigureFile:
    """The figures in a table.

    Recognised: OData and CSV with keys (`AantalInwoners_5`, the number differs per year), the same
    without number, StatLine's CSV export (Dutch titles, `Perioden`), and the yearly kwb file
    (`gwb_code_10`, `a_inw`). Codes are text, for since 2023 they may hold letters. `.`, blank, x, -
    and -99995, -99997 stand for unknown. The period comes from the file's own column, else from
    `period`, else from a table number or year in the file's name, else it stays None.

    Raises `BadTable` with all faults: no codes, no known figure, a code that is none of CBS's, a
    text in a number, a number that cannot be, an area twice in one period.
    """
    columns = find_columns(table)
    faults = FaultList(table.name)
    fallback = period or _period_in(table.name)
    figures: list[FigureRow] = []
    areas: dict[str, AreaRow] = {}
    seen: dict[tuple[str, str | None], int] = {}
    skipped = 0
    for row, cells in table.rows:
        code = cells[columns.code].upper()
        if _LARGER.fullmatch(code):
            skipped += 1
            continue
        if not _AREA.fullmatch(code):
            message = (
                f"«{code[:40]}» is geen CBS-code van een gemeente (GM), wijk (WK) of buurt (BU)."
            )
            faults.add(row, table.header[columns.code], message)
            continue
        when = _period(cells, columns) or fallback
        if columns.period is not None and when and len(when) > _LONGEST_PERIOD:
            faults.add(row, table.header[columns.period], f"«{when[:40]}» is geen periode.")
        earlier = seen.setdefault((code, when), row)
        if earlier != row:
            faults.add(row, table.header[columns.code], f"{code} staat al in rij {earlier}.")
            continue
        area = areas.setdefault(code, _area(code, cells, columns))
        for place, name in ((columns.name, area.name), (columns.municipality, area.municipality)):
            if place is not None and len(name) > _LONGEST_NAME:
                message = f"deze naam is te lang: {len(name)} tekens, hoogstens {_LONGEST_NAME}."
                faults.add(row, table.header[place], message)
        for place, definition in columns.figures.items():
            value = _value(cells[place], definition, row, table.header[place], faults)
            figures.append(FigureRow(code, area.name, definition.key, value, when))
    faults.raise_if_any()
    periods = {figure.period for figure in figures}
    return FigureFile(
        period=periods.pop() if len(periods) == 1 else None,
        figures=tuple(figures),
        unknown_columns=columns.unknown,
        areas=tuple(areas.values()),
        notes=(*table.notes, *_notes(columns, skipped, None if period else fallback)),
    )


def _notes(columns: CbsColumns, skipped: int, named: str | None) -> list[str]:
    notes = []
    if named and columns.period is None:
        notes.append(f"De periode {named} komt uit de naam van het bestand; klopt dat?")
    if skipped:
        rows = "1 rij gaat" if skipped == 1 else f"{skipped} rijen gaan"
        notes.append(f"{rows} over een groter gebied dan een gemeente; die nemen we niet over.")
    if columns.unknown:
        notes.append(f"Niet overgenomen, want zonder definitie: {', '.join(columns.unknown)}.")
    return notes


def _area(code: str, cells: tuple[str, ...], columns: CbsColumns) -> AreaRow:
    name = tidy(cells[columns.name]) if columns.name is not None else ""
    if _AREA.fullmatch(name):  # OData has the code where StatLine has the name
        name = ""
    municipality = tidy(cells[columns.municipality]) if columns.municipality is not None else ""
    if code.startswith("GM"):
        municipality = municipality or name
        name = name or municipality
    return AreaRow(code, name, municipality)


def _period(cells: tuple[str, ...], columns: CbsColumns) -> str | None:
    """2024, also when CBS writes 2024JJ00 or marks it as provisional: 2024*."""
    if columns.period is None:
        return None
    return cells[columns.period].rstrip("*").strip().removesuffix("JJ00") or None


def _period_in(name: str) -> str | None:
    numbers = {found.upper() for found in _TABLE_NUMBER.findall(name)}
    periods = {period_of_table(number) for number in numbers} - {None}
    found = periods or set(_YEAR.findall(name))
    return found.pop() if len(found) == 1 else None


def _value(
    text: str, definition: FigureDefinition, row: int, column: str, faults: FaultList
) -> Decimal | None:
    if text.casefold() in _MISSING or _MISSING_NUMBER.fullmatch(text):
        return None
    value = decimal_number(text)
    if definition.decimals == 0 and _LIKE_THOUSANDS.fullmatch(text):
        message = f"«{text[:40]}»: schrijf duizendtallen zonder punt of komma."
        faults.add(row, column, message)
    elif value is None:
        faults.add(row, column, f"«{text[:40]}» is geen getal.")
    elif (
        (value < 0 and not definition.signed)
        or (definition.unit == "%" and value > 100)
        or abs(value) >= _LARGEST
    ):
        faults.add(row, column, f"{text} kan niet bij «{definition.name}» ({definition.unit}).")
    return value
