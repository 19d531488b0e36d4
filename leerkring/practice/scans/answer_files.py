"""Answers from a file: a LimeSurvey export, or a plain table of a team and item codes.

What could point to a person is dropped here and goes no further.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from leerkring.foundation.tables.cells import key_of, suggestion
from leerkring.foundation.tables.collecting import FaultList, refuse
from leerkring.foundation.tables.table import Table
from leerkring.practice.scans.answer_cells import INVALID, AnswerCells
from leerkring.practice.scans.answer_columns import AnswerColumns, find_columns
from leerkring.practice.scans.answers import NOT_ANSWERED, Answers
from leerkring.practice.scans.instruments import Instrument


@dataclass(frozen=True)
class AnswerFile:
    """Answers without anything that says whose, and what was left behind.

    dropped   columns that could point to a person: token, IP address, dates, names …
    ignored   other columns that answer no item; they are not kept either
    notes     Dutch sentences for the person who handed the file over
    """

    answers: Answers
    dropped: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def read_answers(table: Table, instrument: Instrument, teams: Iterable[str]) -> AnswerFile:
    """The answers in a table to the items of an instrument, by people of these teams.

    An item is named by the question code or, in an array question, by the code in brackets:
    `IK01` or `G1[IK01]`; the team likewise by `team`. `teams` gives the numbering of
    `Answers.team`; names match whatever their capitals and spaces. What an answer may look like
    stands in `answer_cells`. Rows without any answer are left out and counted; unfinished
    LimeSurvey responses (no submitdate) count with what they hold. The rows come back sorted by
    team and answers, so that their order tells nothing of who answered when.

    Raises `BadTable` with all faults: a missing or double column, an answer outside the scale, a
    text where a number belongs, an empty or unknown team, no answer at all.
    """
    names = tuple(teams)
    columns = find_columns(table, instrument)
    faults = FaultList(table.name)
    values = _values(table, columns, instrument, faults)
    answered = (values != NOT_ANSWERED).any(axis=1)
    team = _teams(table, columns.team, names, answered, faults)
    faults.raise_if_any()
    if not answered.any():
        raise refuse(table.name, "er staat geen enkel antwoord in.")
    notes = _notes(table, columns, instrument, values, answered)
    team, values = team[answered], values[answered]
    order = np.lexsort((*values.T[::-1], team))
    answers = Answers(names, team[order], np.ascontiguousarray(values[order]))
    return AnswerFile(answers, columns.dropped, columns.ignored, (*table.notes, *notes))


def _values(
    table: Table, columns: AnswerColumns, instrument: Instrument, faults: FaultList
) -> NDArray[np.uint8]:
    """(rows, items) as in `Answers.values`: each distinct text is understood once."""
    cells = AnswerCells(instrument.low, instrument.high)
    texts = list(zip(*(cells_of_row for _, cells_of_row in table.rows), strict=True))
    values = np.empty((len(table.rows), len(columns.items)), dtype=np.uint8, order="F")
    for place, column in enumerate(columns.items):
        values[:, place] = np.frombuffer(
            bytes(map(cells.__getitem__, texts[column])), dtype=np.uint8
        )
    for row, place in np.argwhere(values == INVALID):
        number, row_cells = table.rows[row]
        column = columns.items[place]
        faults.add(number, instrument.items[place].code, cells.fault_of(row_cells[column]))
    return values


def _teams(
    table: Table,
    column: int,
    names: tuple[str, ...],
    answered: NDArray[np.bool_],
    faults: FaultList,
) -> NDArray[np.intp]:
    """Index of each row's team in `names`; -1 where a row without answers names no team."""
    numbers: dict[str, int] = {}
    twice = set()
    for number, name in enumerate(names):
        if numbers.setdefault(key_of(name), number) != number:
            twice.add(key_of(name))
    known: dict[str, int] = {"": -1}
    wrong: dict[str, str] = {}
    team = np.empty(len(table.rows), dtype=np.intp)
    for place, (row, cells) in enumerate(table.rows):
        text = cells[column]
        if text not in known:
            key = key_of(text)
            known[text] = numbers.get(key, -1)
            if key in twice:
                wrong[text] = f"er zijn meer teams die «{text}» heten; geef ze elk een eigen naam."
            elif key not in numbers:
                # looking for the word that was meant takes time: not for an endless list of faults
                meant = suggestion(text, names) if len(wrong) < 50 else ""
                wrong[text] = f"team «{text[:80]}» staat niet in de lijst met teams.{meant}"
        team[place] = known[text]
        if text in wrong:
            faults.add(row, table.header[column], wrong[text])
        elif not text and answered[place]:
            faults.add(row, table.header[column], "er staat geen team bij deze antwoorden.")
    return team


def _notes(
    table: Table,
    columns: AnswerColumns,
    instrument: Instrument,
    values: NDArray[np.uint8],
    answered: NDArray[np.bool_],
) -> list[str]:
    notes = []
    if columns.dropped:
        listed = ", ".join(columns.dropped)
        notes.append(f"Weggelaten omdat het naar een persoon kan wijzen: {listed}.")
    if columns.ignored:
        notes.append(f"Niet gebruikt en niet bewaard: {', '.join(columns.ignored)}.")
    empty = int((~answered).sum())
    if empty:
        rows = "1 rij" if empty == 1 else f"{empty} rijen"
        notes.append(f"Overgeslagen: {rows} zonder één antwoord.")
    if columns.submitted is not None:
        unfinished = sum(
            1
            for (_, cells), counts in zip(table.rows, answered, strict=True)
            if counts and not cells[columns.submitted]
        )
        if unfinished:
            people = "1 vragenlijst is" if unfinished == 1 else f"{unfinished} vragenlijsten zijn"
            notes.append(f"{people} niet afgemaakt; wat er wel is ingevuld, telt mee.")
    silent = [
        item.code
        for item, column in zip(instrument.items, values.T, strict=True)
        if not (column != NOT_ANSWERED).any()
    ]
    if silent:
        notes.append(f"Door niemand ingevuld: {', '.join(silent)}.")
    return notes
