"""Who is asked, from a file: a team and a mail address a row."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from leerkring.foundation.tables.cells import key_of, suggestion, tidy
from leerkring.foundation.tables.collecting import FaultList
from leerkring.foundation.tables.table import Table

LONGEST_ADDRESS = 254  # RFC 5321, and what the column takes
MAIL_COLUMNS = ("e-mail", "email", "e-mailadres", "mail")


@dataclass(frozen=True)
class PersonRow:
    """`team` as the teams file spells it."""

    team: str
    email: str


def read_people(table: Table, teams: Iterable[str]) -> tuple[PersonRow, ...]:
    """The rows of a file with columns `team` and `e-mail`. Other columns are not taken in.

    Raises BadTable with all faults: unknown team, no or a wrong address, an address twice.
    """
    known = {key_of(team): team for team in teams}
    mail = next((name for name in MAIL_COLUMNS if table.column_index(name) is not None), "e-mail")
    team_place, mail_place = table.require("team", mail)
    faults = FaultList(table.name)
    seen: dict[tuple[str, str], int] = {}
    rows = []
    for number, cells in table.rows:
        team = known.get(key_of(cells[team_place]))
        email = tidy(cells[mail_place]).lower()
        if team is None:
            near = suggestion(cells[team_place], known.values())
            faults.add(number, "team", f"dit team staat niet bij de teams.{near}")
        if not _is_address(email):
            faults.add(number, mail, f"«{email[:60]}» is geen e-mailadres.")
        elif team and seen.setdefault((team, email), number) != number:
            faults.add(number, mail, f"dit adres staat al in rij {seen[team, email]}.")
        rows.append(PersonRow(team or "", email))
    faults.raise_if_any()
    return tuple(rows)


def _is_address(email: str) -> bool:
    try:
        validate_email(email)
    except ValidationError:
        return False
    return len(email) <= LONGEST_ADDRESS
