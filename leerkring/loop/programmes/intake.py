"""The files a coordinator hands over, read together: all or nothing, with every fault at once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

import numpy as np

from leerkring.foundation.tables.cells import key_of
from leerkring.foundation.tables.faults import BadTable, Fault
from leerkring.foundation.tables.reading import read_table
from leerkring.foundation.tables.table import Table
from leerkring.network.figures.cbs_files import FigureFile, read_figures
from leerkring.network.people.slugs import slugs
from leerkring.network.people.team_files import TeamRow, read_teams
from leerkring.practice.answering.people_files import PersonRow, read_people
from leerkring.practice.scans.answer_files import AnswerFile, read_answers
from leerkring.practice.scans.answers import Answers
from leerkring.practice.scans.formats.any_instrument import read_any_instrument
from leerkring.practice.scans.formats.imported import ImportedInstrument
from leerkring.practice.scans.instrument_files import built_in
from leerkring.practice.scans.instruments import Instrument
from leerkring.practice.scans.snapshot import RoundUnit
from leerkring.practice.scans.trees import TeamPlace, tree

Read = TypeVar("Read")


@dataclass(frozen=True)
class HandedFile:
    """A file as it was handed over; `name` is what messages call it."""

    name: str
    source: Path | bytes


@dataclass(frozen=True)
class Intake:
    """What was read. `answers.teams` holds the slugs, in the order of `teams`.

    `people` are those who will be asked, where a round is still to be answered online.
    """

    instrument: Instrument
    teams: tuple[TeamRow, ...]
    answers: Answers
    dropped: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    figures: FigureFile | None = None
    slugs: tuple[str, ...] = field(default=())
    people: tuple[PersonRow, ...] = ()

    @property
    def municipalities(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(team.municipality for team in self.teams))


def read_intake(
    teams: HandedFile,
    answers: HandedFile | None = None,
    *,
    people: HandedFile | None = None,
    instrument: HandedFile | None = None,
    districts: HandedFile | None = None,
) -> Intake:
    """Read everything. Raises BadTable with the faults of all files together.

    `instrument` is a table of ours, an XLSForm or a LimeSurvey structure; what it has and we have
    not stands in `notes`.
    """
    faults: list[Fault] = []
    rows = _read(teams, read_teams, faults)
    own = _asked(instrument, faults)
    figures = _read(districts, _dated_figures, faults)
    chosen = own.instrument if own else built_in()
    names = [row.name for row in rows or ()]
    asked = _read(people, lambda table: read_people(table, names), faults) if names else None
    answer_file: AnswerFile | None = None
    if names and (own is not None or instrument is None):
        answer_file = _read(answers, lambda table: read_answers(table, chosen, names), faults)
    if faults or rows is None:
        raise BadTable(faults)
    keys = slugs(names)
    given = answer_file or AnswerFile(no_answers(keys, chosen))
    return Intake(
        instrument=chosen,
        teams=rows,
        answers=replace(given.answers, teams=keys),
        dropped=given.dropped,
        ignored=given.ignored,
        notes=(
            *given.notes,
            *(own.not_taken_over if own else ()),
            *(figures.notes if figures else ()),
        ),
        figures=figures,
        slugs=keys,
        people=asked or (),
    )


def no_answers(keys: tuple[str, ...], instrument: Instrument) -> Answers:
    """What there is before anybody was asked."""
    values = np.zeros((0, len(instrument.items)), dtype=np.uint8)
    return Answers(keys, np.zeros(0, dtype=np.intp), values)


def _read(
    file: HandedFile | None, reader: Callable[[Table], Read], faults: list[Fault]
) -> Read | None:
    if file is None:
        return None
    try:
        return reader(read_table(file.source, file.name))
    except BadTable as bad:
        faults.extend(bad.faults)
        return None


def _asked(file: HandedFile | None, faults: list[Fault]) -> ImportedInstrument | None:
    if file is None:
        return None
    try:
        source = file.source
        data = source if isinstance(source, bytes) else source.read_bytes()
        return read_any_instrument(data, file.name)
    except BadTable as bad:
        faults.extend(bad.faults)
        return None


def _dated_figures(table: Table) -> FigureFile:
    """A figure never stands without its period, so a file that tells none is refused."""
    file = read_figures(table)
    if not file.period and any(not row.period for row in file.figures):
        message = (
            "van deze cijfers is de periode niet bekend. Voeg een kolom Perioden toe, of zet het "
            "jaar in de naam van het bestand."
        )
        raise BadTable([Fault(table.name, None, None, message)])
    return file


def units_of(intake: Intake) -> tuple[RoundUnit, ...]:
    """The tree over which this intake's round is released."""
    return tree(places_of(intake.teams, intake.slugs))


def places_of(teams: Sequence[TeamRow], keys: Sequence[str]) -> list[TeamPlace]:
    """One organisation and one municipality, whatever its capitals: as when they are taken in."""
    organisations = _named([team.organisation for team in teams])
    municipalities = _named([team.municipality for team in teams])
    places = []
    for team, key in zip(teams, keys, strict=True):
        organisation, organisation_name = organisations[key_of(team.organisation)]
        municipality, municipality_name = municipalities[key_of(team.municipality)]
        places.append(
            TeamPlace(
                key=key,
                name=team.name,
                organisation=organisation,
                organisation_name=organisation_name,
                municipality=municipality,
                municipality_name=municipality_name,
                members=team.members,
            )
        )
    return places


def _named(names: Sequence[str]) -> dict[str, tuple[str, str]]:
    """By what names are compared by: a slug, and the name as it was first spelt."""
    spelt: dict[str, str] = {}
    for name in names:
        spelt.setdefault(key_of(name), name)
    given = slugs(list(spelt.values()))
    return dict(zip(spelt, zip(given, spelt.values(), strict=True), strict=True))
