"""Which column of an answer file holds what, and what is not let in."""

import re
from dataclasses import dataclass

from leerkring.foundation.tables.cells import suggestion
from leerkring.foundation.tables.collecting import FaultList, refuse
from leerkring.foundation.tables.table import Table
from leerkring.practice.scans.instruments import Instrument

TEAM = "team"
SUBMITTED = "submitdate"

# Survey tools' own columns, and the names people give to what identifies somebody.
PERSONAL = frozenset(
    {
        "id",
        "response_id",
        "responseid",
        "seed",
        "token",
        "lastpage",
        "startlanguage",
        "submitdate",
        "startdate",
        "datestamp",
        "interviewtime",
        "ipaddr",
        "refurl",
        "timestamp",
        "respondent",
        "respondentid",
        "naam",
        "name",
        "voornaam",
        "achternaam",
        "firstname",
        "lastname",
        "medewerker",
        "personeelsnummer",
        "email",
        "e-mail",
        "emailadres",
        "e-mailadres",
        "mail",
        "telefoon",
        "telefoonnummer",
        "ip",
        "ipadres",
        "ip-adres",
        "ipaddress",
        "geboortedatum",
        "leeftijd",
        "geslacht",
        "date",
        "datum",
        "tijd",
        "tijdstip",
        "starttijd",
        "eindtijd",
    }
)
_PERSONAL_SHAPE = re.compile(r"attribute_\d+|(?:group|question)time.*", re.IGNORECASE)
_SUBQUESTION = re.compile(r"(?P<question>[^\[\]]+)\[(?P<sub>[^\[\]]+)\]")
_NUMBERED = re.compile(r"SQ\d+", re.IGNORECASE)


@dataclass(frozen=True)
class AnswerColumns:
    """Places of the columns; `items` in the order of the instrument."""

    items: tuple[int, ...]
    team: int
    submitted: int | None
    dropped: tuple[str, ...]
    ignored: tuple[str, ...]


def find_columns(table: Table, instrument: Instrument) -> AnswerColumns:
    """Raises `BadTable` when the team or an item has no column, or more than one."""
    wanted = {code.casefold(): code for code in (TEAM, *instrument.codes)}
    places: dict[str, list[int]] = {code: [] for code in wanted}
    dropped, ignored = [], []
    for place, title in enumerate(table.header):
        code = _code_of(title, wanted)
        if code is not None:
            places[code].append(place)
        elif title.casefold() in PERSONAL or _PERSONAL_SHAPE.fullmatch(title):
            dropped.append(title)
        else:
            ignored.append(title)
    _refuse_missing_and_double(table, instrument, wanted, places)
    return AnswerColumns(
        items=tuple(places[code.casefold()][0] for code in instrument.codes),
        team=places[TEAM][0],
        submitted=table.column_index(SUBMITTED),
        dropped=tuple(dropped),
        ignored=tuple(ignored),
    )


def _code_of(title: str, wanted: dict[str, str]) -> str | None:
    """The code that a column answers: in brackets if that is one, else that of its question.

    `IK01[SQ001]` answers IK01; `IK01[comment]` and `team[other]` hold free text and answer nothing.
    """
    code = title.casefold()
    parts = _SUBQUESTION.fullmatch(code)
    if parts:
        code = parts["sub"].strip()
        if code not in wanted and _NUMBERED.fullmatch(code):
            code = parts["question"].strip()
    return code if code in wanted else None


def _refuse_missing_and_double(
    table: Table, instrument: Instrument, wanted: dict[str, str], places: dict[str, list[int]]
) -> None:
    if not any(places[code.casefold()] for code in instrument.codes):
        raise refuse(
            table.name,
            f"geen enkele kolom hoort bij een stelling van «{instrument.name}» "
            f"({instrument.codes[0]}, …). Exporteer met de codes van de vragen als kopregel.",
        )
    faults = FaultList(table.name)
    for key, code in wanted.items():
        found = places[key]
        if not found:
            what = (
                "die zegt bij welk team een antwoord hoort" if code == TEAM else "van een stelling"
            )
            near = suggestion(code, table.header) if code == TEAM else ""
            faults.add(None, code, f"deze kolom, {what}, ontbreekt.{near}")
        elif len(found) > 1:
            titles = " en ".join(f"«{table.header[place]}»" for place in found)
            faults.add(None, code, f"er zijn {len(found)} kolommen voor: {titles}.")
    faults.raise_if_any()
