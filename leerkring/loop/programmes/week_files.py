"""What a coordinator knows of a week, as tables: people, rooms, and wishes of teams.

All or nothing: every fault is told with its row and column.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from leerkring.foundation.tables.cells import (
    hides_something,
    key_of,
    suggestion,
    tidy,
    whole_number,
)
from leerkring.foundation.tables.collecting import FaultList
from leerkring.foundation.tables.table import Table

PEOPLE = ("e-mailadres", "thuis in", "hoogstens", "kan niet", "dagvoorzitter", "organisatie")
ROOMS = ("zaal", "plaatsen", "wijk", "kan niet")
WISHES = ("team", "liefst", "kan niet")
SKILLS = ("ik", "wij", "wijk")
MOST_SESSIONS, MOST_SEATS, LONGEST_NAME = 99, 2000, 120
_BETWEEN = re.compile(r"\s*[,+/|]\s*")


@dataclass(frozen=True)
class PersonLine:
    """`person` is what `known` gave for the mail address."""

    person: int
    skills: tuple[str, ...]
    most: int
    away: frozenset[int]
    chairs: bool
    organisation: int | None


@dataclass(frozen=True)
class RoomLine:
    name: str
    seats: int | None
    district: str
    away: frozenset[int]


@dataclass(frozen=True)
class WishLine:
    participation: int
    prefers: frozenset[int]
    cannot: frozenset[int]


@dataclass(frozen=True)
class Known:
    """What cells may point at, by their key (`cells.key_of`), each to its number."""

    half_days: Mapping[str, int]
    people: Mapping[str, int]
    organisations: Mapping[str, int]
    teams: Mapping[str, int]


class _Rows:
    """The rows of a table by column name, collecting faults."""

    def __init__(self, table: Table, columns: Iterable[str], needed: Iterable[str]) -> None:
        table.require(*needed)
        self.places = {name: table.column_index(name) for name in columns}
        self.table, self.faults = table, FaultList(table.name)

    def cell(self, cells: tuple[str, ...], column: str) -> str:
        place = self.places[column]
        return "" if place is None else tidy(cells[place])

    def several(
        self, row: int, column: str, cells: tuple[str, ...], known: Mapping[str, int], what: str
    ) -> frozenset[int]:
        found = set()
        for word in filter(None, _BETWEEN.split(self.cell(cells, column))):
            if key_of(word) in known:
                found.add(known[key_of(word)])
            else:
                near = suggestion(word, known)
                self.faults.add(row, column, f"{what} «{word[:60]}» is er niet.{near}")
        return frozenset(found)

    def once(self, row: int, column: str, key: object, seen: dict[object, int]) -> None:
        if key in seen:
            self.faults.add(row, column, f"staat ook al in rij {seen[key]}.")
        seen[key] = row

    def number(self, row: int, column: str, text: str, most: int) -> int:
        number = whole_number(text)
        if number is None or not 0 <= number <= most:
            self.faults.add(row, column, f"«{text[:20]}» is geen heel getal van 0 tot {most}.")
            return 0
        return number


def read_people(table: Table, known: Known) -> tuple[PersonLine, ...]:
    """Who facilitates or chairs. Raises BadTable."""
    rows = _Rows(table, PEOPLE, ("e-mailadres", "hoogstens"))
    lines: list[PersonLine] = []
    seen: dict[object, int] = {}
    skills = {skill: n for n, skill in enumerate(SKILLS)}
    for row, cells in table.rows:
        email = rows.cell(cells, "e-mailadres")
        person = known.people.get(key_of(email))
        if person is None:
            rows.faults.add(row, "e-mailadres", "er is geen account met dit e-mailadres.")
        else:
            rows.once(row, "e-mailadres", person, seen)
        at_home = rows.several(row, "thuis in", cells, skills, "de vaardigheid")
        employer = rows.cell(cells, "organisatie")
        if employer and key_of(employer) not in known.organisations:
            near = suggestion(employer, known.organisations)
            rows.faults.add(row, "organisatie", f"«{employer[:60]}» is hier niet bekend.{near}")
        lines.append(
            PersonLine(
                person or 0,
                tuple(SKILLS[n] for n in sorted(at_home)),
                rows.number(row, "hoogstens", rows.cell(cells, "hoogstens"), MOST_SESSIONS),
                rows.several(row, "kan niet", cells, known.half_days, "het dagdeel"),
                _yes(rows, row, rows.cell(cells, "dagvoorzitter")),
                known.organisations.get(key_of(employer)),
            )
        )
    rows.faults.raise_if_any()
    return tuple(lines)


def _yes(rows: _Rows, row: int, text: str) -> bool:
    if key_of(text) not in ("", "ja", "nee", "x"):
        rows.faults.add(row, "dagvoorzitter", f"«{text[:20]}» is geen «ja» of «nee».")
    return key_of(text) in ("ja", "x")


def read_rooms(table: Table, known: Known) -> tuple[RoomLine, ...]:
    """Rooms; without a number of seats any team fits. Raises BadTable."""
    rows = _Rows(table, ROOMS, ("zaal",))
    lines: list[RoomLine] = []
    seen: dict[object, int] = {}
    for row, cells in table.rows:
        name, seats = rows.cell(cells, "zaal"), rows.cell(cells, "plaatsen")
        district = rows.cell(cells, "wijk")
        if not name:
            rows.faults.add(row, "zaal", "hier ontbreekt een naam.")
        for column, text in (("zaal", name), ("wijk", district)):
            if len(text) > LONGEST_NAME or hides_something(text):
                rows.faults.add(row, column, f"hoogstens {LONGEST_NAME} gewone tekens.")
        rows.once(row, "zaal", key_of(name), seen)
        lines.append(
            RoomLine(
                name,
                rows.number(row, "plaatsen", seats, MOST_SEATS) or None if seats else None,
                district,
                rows.several(row, "kan niet", cells, known.half_days, "het dagdeel"),
            )
        )
    rows.faults.raise_if_any()
    return tuple(lines)


def read_wishes(table: Table, known: Known) -> tuple[WishLine, ...]:
    """When teams would like to meet and when they cannot. Raises BadTable."""
    rows = _Rows(table, WISHES, ("team",))
    lines: list[WishLine] = []
    seen: dict[object, int] = {}
    for row, cells in table.rows:
        name = rows.cell(cells, "team")
        team = known.teams.get(key_of(name))
        if team is None:
            near = suggestion(name, known.teams)
            rows.faults.add(row, "team", f"«{name[:60]}» doet niet mee in dit programma.{near}")
        else:
            rows.once(row, "team", team, seen)
        lines.append(
            WishLine(
                team or 0,
                rows.several(row, "liefst", cells, known.half_days, "het dagdeel"),
                rows.several(row, "kan niet", cells, known.half_days, "het dagdeel"),
            )
        )
    rows.faults.raise_if_any()
    return tuple(lines)
