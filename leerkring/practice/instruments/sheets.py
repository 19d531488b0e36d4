"""What a draft says, as it was typed: it may be wrong, and `checking` says where.

Pure data, and the way from and to an instrument.
"""

import unicodedata
from dataclasses import dataclass, field

from leerkring.foundation.tables.cells import decimal_number, hides_something, tidy, whole_number
from leerkring.practice.scans.dimensions import Dimension
from leerkring.practice.scans.formats.imported import USUAL_TARGET
from leerkring.practice.scans.instruments import Instrument, Item
from leerkring.practice.scans.languages import OWN

# Far beyond what may be published, so that a paste that is too long can be mended on the page.
MOST_TYPED = 1000
MOST_ROWS = 150


@dataclass(frozen=True)
class Row:
    """A statement in the making. `key` tells rows apart while their codes change."""

    key: int
    code: str
    dimension: Dimension
    competence: str
    statement: str
    reversed: bool = False


@dataclass(frozen=True)
class Sheet:
    """`targets` per dimension, as typed; `low` and `high` too."""

    name: str
    language: str = OWN
    low: str = "1"
    high: str = "5"
    ends: tuple[str, str] = ("", "")
    targets: dict[Dimension, str] = field(default_factory=dict)
    rows: tuple[Row, ...] = ()

    @property
    def dimensions(self) -> tuple[Dimension, ...]:
        return tuple(d for d in Dimension if any(row.dimension is d for row in self.rows))


def clean_line(text: str, most: int = MOST_TYPED) -> str:
    """One line without control signs or signs that turn text around, cut off after `most`."""
    spaced = "".join(" " if unicodedata.category(sign) == "Cc" else sign for sign in text)
    return tidy("".join(sign for sign in spaced if not hides_something(sign)))[:most]


def sheet_of(instrument: Instrument) -> Sheet:
    """An instrument as a draft; its rows are numbered from 1."""
    return Sheet(
        name=instrument.name,
        language=instrument.language,
        low=str(instrument.low),
        high=str(instrument.high),
        ends=instrument.ends,
        targets={d: dutch_number(target) for d, target in instrument.targets.items()},
        rows=tuple(
            Row(key, item.code, item.dimension, item.competence, item.statement, item.reversed)
            for key, item in enumerate(instrument.items, 1)
        ),
    )


def instrument_of(sheet: Sheet, version: str = "1") -> Instrument:
    """The instrument that a sheet without faults describes; raises ValueError for one with."""
    low, high = whole_number(sheet.low), whole_number(sheet.high)
    if low is None or high is None:
        raise ValueError("the scale is no scale")
    targets = {}
    for dimension in sheet.dimensions:
        target = decimal_number(sheet.targets.get(dimension, ""))
        if target is None:
            raise ValueError(f"no target for {dimension.label}")
        targets[dimension] = float(target)
    items = tuple(
        Item(row.code, row.dimension, row.competence, row.statement, row.reversed)
        for row in sheet.rows
    )
    return Instrument(
        sheet.name, version, items, low, high, targets, language=sheet.language, ends=sheet.ends
    )


def usual_target(low: int, high: int) -> str:
    """What is filled in for a dimension before somebody chooses a target."""
    return dutch_number(round(low + USUAL_TARGET * (high - low), 1))


def next_code(rows: tuple[Row, ...], dimension: Dimension) -> str:
    """The first free code after those of a dimension: IK13 after IK12."""
    stem = {Dimension.SELF: "IK", Dimension.TEAM: "WIJ", Dimension.DISTRICT: "WK"}[dimension]
    taken = {row.code.casefold() for row in rows}
    number = sum(row.dimension is dimension for row in rows) + 1
    while f"{stem}{number:02d}".casefold() in taken:
        number += 1
    return f"{stem}{number:02d}"


def dutch_number(value: float) -> str:
    return f"{value:g}".replace(".", ",")
