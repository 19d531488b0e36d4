"""Gathering every fault of a file before saying no, without drowning the reader."""

from leerkring.foundation.tables.faults import BadTable, Fault

MOST_REPORTED = 50


class FaultList:
    """Collects the faults of one file; the first `MOST_REPORTED` are kept, the rest counted."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.count = 0
        self._kept: list[Fault] = []

    def add(self, row: int | None, column: str | None, message: str) -> None:
        self.count += 1
        if len(self._kept) < MOST_REPORTED:
            self._kept.append(Fault(self.file, row, column, message))

    @property
    def faults(self) -> tuple[Fault, ...]:
        more = self.count - len(self._kept)
        if not more:
            return tuple(self._kept)
        noun = "fout" if more == 1 else "fouten"
        return (*self._kept, Fault(self.file, None, None, f"en nog {more} {noun}."))

    def raise_if_any(self) -> None:
        """Raises `BadTable` with what was gathered, if anything was."""
        if self.count:
            raise BadTable(self.faults)


def refuse(
    file: str, message: str, *, row: int | None = None, column: str | None = None
) -> BadTable:
    """One fault that ends the reading: `raise refuse("teams.csv", "het bestand is leeg.")`."""
    return BadTable([Fault(file, row, column, message)])
