"""Teams from a file: `team, organisatie, wijk, gemeente, leden`."""

import re
from dataclasses import dataclass

from leerkring.foundation.tables.cells import hides_something, key_of, tidy, whole_number
from leerkring.foundation.tables.collecting import FaultList
from leerkring.foundation.tables.table import Table

LONGEST_NAME = 120
MOST_MEMBERS = 500
# four digits of the municipality, then digits or, since 2023, letters: «Buitenhof» is no code
_CODE = re.compile(r"WK[0-9]{4}[0-9A-Z]{2}|BU[0-9]{4}[0-9A-Z]{4}", re.IGNORECASE)


@dataclass(frozen=True)
class TeamRow:
    """One team as the file has it.

    district   CBS code in capitals, or a name, or "" when nothing was filled in
    members    how many work there; None when not filled in
    row        where it stands in the file, as a spreadsheet counts
    """

    name: str
    organisation: str
    district: str
    municipality: str
    members: int | None
    row: int


def read_teams(table: Table) -> tuple[TeamRow, ...]:
    """The teams of a table, in its order.

    All five columns must be there; `wijk` and `leden` may be empty. A strange name such as `=cmd()`
    or `../../x` is a name: it does no harm inside (`slugs`) and is neutralised in every export.

    Raises `BadTable` with all faults: a column missing, an empty team, organisation or
    municipality, a name too long or with hidden control signs, members that are no number from 1
    to 500, and a team named twice in one municipality.
    """
    places = table.require("team", "organisatie", "wijk", "gemeente", "leden")
    faults = FaultList(table.name)
    first_seen: dict[tuple[str, str], int] = {}
    teams = []
    for number, cells in table.rows:
        team, organisation, district, municipality, members = (cells[place] for place in places)
        teams.append(
            TeamRow(
                name=_name(team, "team", number, faults),
                organisation=_name(organisation, "organisatie", number, faults),
                district=_district(district, number, faults),
                municipality=_name(municipality, "gemeente", number, faults),
                members=_members(members, number, faults),
                row=number,
            )
        )
        earlier = first_seen.setdefault((key_of(team), key_of(municipality)), number)
        if team and earlier != number:
            message = f"team «{_short(team)}» staat al in rij {earlier}, in dezelfde gemeente."
            faults.add(number, "team", message)
    faults.raise_if_any()
    return tuple(teams)


def is_district_code(text: str) -> bool:
    """Whether a text is CBS's code of a wijk or buurt, whatever its capitals."""
    return _CODE.fullmatch(text) is not None


def _name(text: str, column: str, row: int, faults: FaultList, *, required: bool = True) -> str:
    if hides_something(text):
        faults.add(row, column, "er staat een onzichtbaar stuurteken of regeleinde in de naam.")
    name = tidy(text)
    if not name and required:
        faults.add(row, column, "deze cel is leeg; vul een naam in.")
    elif len(name) > LONGEST_NAME:
        length = f"{len(name)} tekens; hoogstens {LONGEST_NAME} mag."
        faults.add(row, column, f"de naam «{_short(name)}» is te lang: {length}")
    return name


def _district(text: str, row: int, faults: FaultList) -> str:
    name = _name(text, "wijk", row, faults, required=False)
    return name.upper() if is_district_code(name) else name


def _members(text: str, row: int, faults: FaultList) -> int | None:
    if not text:
        return None
    members = whole_number(text)
    if members is None:
        faults.add(row, "leden", f"«{_short(text)}» is geen heel getal.")
    elif not 1 <= members <= MOST_MEMBERS:
        message = f"{members} leden kan niet; vul 1 tot en met {MOST_MEMBERS} in, of laat het leeg."
        faults.add(row, "leden", message)
    return members


def _short(text: str) -> str:
    line = tidy(text)
    return line if len(line) <= 40 else f"{line[:39]}…"
