"""Whom to invite, from lines that were pasted or a file: name, mail address, organisation."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from leerkring.foundation.tables.cells import hides_something, key_of, tidy
from leerkring.foundation.tables.collecting import FaultList, refuse
from leerkring.foundation.tables.table import Table

PASTED = "je lijst"
MOST_LINES = 1000
LONGEST_NAME, LONGEST_ADDRESS = 120, 254  # RFC 5321, and what the columns take
MAIL, NAME, WORK = "e-mailadres", "naam", "organisatie"
ALSO = {
    MAIL: ("e-mail", "email", "mail", "e-mailadres", "emailadres", "mailadres"),
    NAME: ("naam", "name", "volledige naam"),
    WORK: ("organisatie", "organization", "organisation", "werkgever", "instelling"),
}
_ADDRESS = re.compile(r"[^@\s,;<>\"'()\[\]\\]+@[^@\s,;<>\"'()\[\]\\.]+(\.[^@\s,;<>\"'()\[\]\\.]+)+")
_NAMED_ADDRESS = re.compile(r"^(.*)<([^<>]*)>(.*)$")
_BETWEEN = re.compile(r"[\t;]|,")


@dataclass(frozen=True)
class Asked:
    """Somebody to invite; `email` in small letters, `organisation` may be empty."""

    name: str
    email: str
    organisation: str = ""


@dataclass(frozen=True)
class PeopleList:
    """Everybody once, and Dutch sentences about who stood there more than once."""

    people: tuple[Asked, ...]
    notes: tuple[str, ...] = ()


def read_lines(text: str) -> PeopleList:
    """One person a line; separated by commas, semicolons or tabs, or as `Naam <adres>`.

    Raises BadTable with every fault, by row and column; then nobody is taken in.
    """
    rows = []
    for number, line in enumerate(text.splitlines(), 1):
        if cells := _cells_of(line):
            rows.append((number, cells))
    if rows and rows[0][1][1].casefold() in ALSO[MAIL]:
        rows = rows[1:]
    return _joined(PASTED, rows)


def read_people(table: Table) -> PeopleList:
    """The rows of a file with a column `e-mailadres`, and perhaps `naam` and `organisatie`.

    Raises BadTable with every fault, by row and column; then nobody is taken in.
    """
    columns = {}
    for column, names in ALSO.items():
        there = next((name for name in names if table.column_index(name) is not None), None)
        columns[column] = table.column_index(there) if there else None
    if columns[MAIL] is None:
        table.require(MAIL)
    return _joined(
        table.name,
        [
            (number, tuple("" if at is None else cells[at] for at in _order(columns)))
            for number, cells in table.rows
        ],
    )


def _order(columns: dict[str, int | None]) -> tuple[int | None, ...]:
    return (columns[NAME], columns[MAIL], columns[WORK])


def _cells_of(line: str) -> tuple[str, ...] | None:
    """(name, address, organisation) of one line; None for an empty one."""
    found = _NAMED_ADDRESS.match(line)
    if found:
        name, address, rest = (part.strip(" ,;\t\"'") for part in found.groups())
        return name, address, rest
    cells = [cell.strip(" \"'") for cell in _BETWEEN.split(line)]
    if not any(cells):
        return None
    at = next((place for place, cell in enumerate(cells) if "@" in cell), min(1, len(cells) - 1))
    work = ", ".join(filter(None, cells[at + 1 :]))
    return ", ".join(filter(None, cells[:at])), cells[at], work


def _joined(file: str, rows: Iterable[tuple[int, tuple[str, ...]]]) -> PeopleList:
    faults, notes = FaultList(file), list[str]()
    first: dict[str, tuple[int, Asked]] = {}
    for number, cells in rows:
        if number > MOST_LINES + 1:
            raise refuse(file, f"er staan meer dan {MOST_LINES} regels in. Deel de lijst op.")
        asked = _one(cells, number, faults)
        if asked is None:
            continue
        if asked.email not in first:
            first[asked.email] = (number, asked)
            continue
        before, known = first[asked.email]
        notes.append(_twice(before, number, known, asked))
        work = known.organisation or asked.organisation
        first[asked.email] = (before, Asked(known.name, known.email, work))
    if not first and not faults.count:
        faults.add(None, None, "er staat niemand in.")
    faults.raise_if_any()
    return PeopleList(tuple(asked for _, asked in first.values()), tuple(notes))


def _one(cells: tuple[str, ...], number: int, faults: FaultList) -> Asked | None:
    name, email, work = (tidy(cell) for cell in cells)
    email = email.removeprefix("mailto:").lower()
    before = faults.count
    if not email:
        faults.add(number, MAIL, "hier ontbreekt een e-mailadres.")
    elif len(email) > LONGEST_ADDRESS or not _ADDRESS.fullmatch(email):
        faults.add(number, MAIL, f"«{email[:60]}» is geen e-mailadres.")
    for column, text in ((NAME, name), (WORK, work)):
        if len(text) > LONGEST_NAME:
            faults.add(number, column, f"dit is langer dan {LONGEST_NAME} tekens.")
        elif hides_something(text):
            faults.add(number, column, "hier staat een teken in dat niet te zien is.")
    if faults.count > before:
        return None
    return Asked(name or email.split("@")[0], email, work)


def _twice(before: int, number: int, known: Asked, again: Asked) -> str:
    told = f"Rij {before} en {number} hebben hetzelfde adres ({known.email})"
    if key_of(known.name) != key_of(again.name):
        return f"{told}. We nodigen één keer uit, als {known.name}."
    return f"{told}. We nodigen {known.name} één keer uit."
