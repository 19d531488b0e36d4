"""A table as text: a header and numbered rows, whatever file it came from."""

from dataclasses import dataclass, field
from functools import cached_property

from leerkring.foundation.tables.faults import BadTable, Fault

MOST_NAMED = 20


@dataclass(frozen=True)
class Table:
    """Cells are text without padding around them; every row is as wide as the header.

    rows    (row number, cells). The number is what a spreadsheet shows beside the row: blank lines
            count, and a record with a line break inside quotes is one row.
    notes   Dutch sentences about how the file was read, for the person who handed it over
    """

    name: str
    header: tuple[str, ...]
    rows: list[tuple[int, tuple[str, ...]]]
    notes: tuple[str, ...] = field(default=())

    @cached_property
    def _places(self) -> dict[str, int]:
        return {name.casefold(): place for place, name in enumerate(self.header)}

    def column_index(self, name: str) -> int | None:
        """Place of a column by its name, whatever its capitals; None when it is not there."""
        return self._places.get(name.strip().casefold())

    def require(self, *columns: str) -> tuple[int, ...]:
        """Places of these columns, in this order.

        Raises `BadTable` with one fault per missing column, naming the columns that are there.
        """
        missing = [column for column in columns if self.column_index(column) is None]
        if missing:
            there = ", ".join(f"«{name}»" for name in self.header[:MOST_NAMED])
            if len(self.header) > MOST_NAMED:
                there += f" en nog {len(self.header) - MOST_NAMED}"
            raise BadTable(
                Fault(self.name, None, column, f"deze kolom ontbreekt. Wel aanwezig: {there}.")
                for column in missing
            )
        return tuple(self._places[column.strip().casefold()] for column in columns)
