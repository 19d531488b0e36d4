"""What the figures mean that we know: name, unit, description, source. The texts: definitions.toml.

Everything here is about figures of the CBS (Statistics Netherlands), published as CC BY 4.0.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

LICENCE = "CC BY 4.0"
_FILE = Path(__file__).parent / "data" / "definitions.toml"
_POSITION = re.compile(r"_\d+$")
_UNIT_AT_THE_END = re.compile(r"\s*\([^()]*\)\s*$")


@dataclass(frozen=True)
class FigureDefinition:
    """What one figure means.

    table    period → number of the StatLine table; a period may be missing
    columns  how files call it
    signed   whether it can be negative
    """

    key: str
    name: str
    unit: str
    decimals: int
    description: str
    source: str
    table: dict[str, str] = field(default_factory=dict)
    columns: tuple[str, ...] = ()
    signed: bool = False

    def citation(self, period: str) -> str:
        """Where a number of this period is from, as the licence asks."""
        number = self.table.get(period)
        table = f", tabel {number}" if number else ""
        return f"{self.source}, {period}{table} ({LICENCE})"


def _load() -> dict[str, FigureDefinition]:
    content = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return {
        key: FigureDefinition(
            key=key,
            name=entry["name"],
            unit=entry["unit"],
            decimals=entry.get("decimals", 0),
            description=entry["description"],
            source=content["series"][entry["series"]]["source"],
            table=dict(content["series"][entry["series"]]["table"]),
            columns=tuple(entry["columns"]),
            signed=entry.get("signed", False),
        )
        for key, entry in content["figure"].items()
    }


# All definitions by their key, in the order in which they are best shown.
DEFINITIONS = _load()


def definition_of(title: str) -> FigureDefinition | None:
    """The definition that a column's title means, or None.

    Tried in turn: the title as it is, without its position suffix (which moves per year), and the
    last step of a StatLine path («Zorg/Percentage jongeren met jeugdzorg (%)»).
    """
    known = _by_column()
    return next((known[form] for form in _forms(title) if form in known), None)


def period_of_table(number: str) -> str | None:
    """The period of a StatLine table that we know: 85984NED is about 2024."""
    for definition in DEFINITIONS.values():
        for period, table in definition.table.items():
            if table == number:
                return period
    return None


def plain(title: str) -> str:
    """A title without what differs between files: units at the end, capitals, accents, signs."""
    while (shorter := _UNIT_AT_THE_END.sub("", title)) != title:
        title = shorter
    unaccented = unicodedata.normalize("NFKD", title.casefold())
    return re.sub(r"[^a-z0-9]+", "", unaccented)


def without_position(title: str) -> str:
    """AantalInwoners_5 → AantalInwoners."""
    return _POSITION.sub("", title)


def _forms(title: str) -> Iterator[str]:
    yield plain(title)
    yield plain(without_position(title))
    yield plain(title.rsplit("/", 1)[-1])


@lru_cache(maxsize=1)
def _by_column() -> dict[str, FigureDefinition]:
    return {
        plain(column): definition
        for definition in DEFINITIONS.values()
        for column in definition.columns
    }
