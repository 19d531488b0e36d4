"""Answers as files for an analyst; `answer_files.read_answers` reads each of them back.

Whoever calls these sees to it that the rows may go out (`microdata`) and that their order tells
nothing (`in_random_order`).
"""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from leerkring.foundation.tables.writing import Value, csv_text
from leerkring.practice.scans.answers import DONT_KNOW as DONT_KNOW_BYTE
from leerkring.practice.scans.answers import NOT_ANSWERED, Answers
from leerkring.practice.scans.formats.codebook import CODEBOOK, DONT_KNOW, codebook_rows
from leerkring.practice.scans.formats.limesurvey import array_questions
from leerkring.practice.scans.formats.workbooks import Sheet, workbook_bytes
from leerkring.practice.scans.instruments import Instrument

# What LimeSurvey writes for a survey that keeps no moment of answering.
NO_MOMENT = "1980-01-01 00:00:00"
NO_SEED = "0"
OWN_COLUMNS = ("id", "submitdate", "lastpage", "startlanguage", "seed")


def in_random_order(answers: Answers, draw: np.random.Generator) -> Answers:
    """The same rows in an order that tells nothing of who answered when."""
    order = draw.permutation(len(answers))
    return replace(answers, team=answers.team[order], values=answers.values[order])


def write_answers_csv(answers: Answers, instrument: Instrument, *, for_excel: bool = False) -> str:
    """`team` and a column per statement: the number chosen, WN, or empty."""
    header = ("team", *instrument.codes)
    return csv_text(header, _rows(answers, instrument), for_excel=for_excel)


def write_answers_xlsx(
    answers: Answers, instrument: Instrument, conditions: tuple[str, ...] = ()
) -> bytes:
    """A workbook: the answers, what the columns mean, under which conditions they may be used."""
    sheets = [
        Sheet("antwoorden", ("team", *instrument.codes), list(_rows(answers, instrument))),
        Sheet("codeboek", CODEBOOK, list(codebook_rows(instrument))),
    ]
    if conditions:
        sheets.append(Sheet("voorwaarden", ("voorwaarden",), [(line,) for line in conditions]))
    return workbook_bytes(sheets)


def write_limesurvey_csv(answers: Answers, instrument: Instrument) -> str:
    """As LimeSurvey exports responses with question codes and answer codes, of `write_lss`.

    What LimeSurvey knows of a respondent is the same for everyone; `id` counts the rows as they
    stand here.
    """
    arrays = array_questions(instrument)
    codes = [f"{array.code}[{item.code}]" for array in arrays for item in array.items]
    known = (NO_MOMENT, str(len(arrays) + 1), instrument.language, NO_SEED)
    words = _words(instrument, by_place=True)
    rows = (
        (number, *known, team, *(words[value] for value in values))
        for number, (team, values) in enumerate(_each(answers), 1)
    )
    return "\ufeff" + csv_text((*OWN_COLUMNS, "team", *codes), rows)


def _rows(answers: Answers, instrument: Instrument) -> Iterator[tuple[Value, ...]]:
    words = _words(instrument, by_place=False)
    for team, values in _each(answers):
        yield (team, *(words[value] for value in values))


def _each(answers: Answers) -> Iterator[tuple[str, list[int]]]:
    for team, values in zip(answers.team.tolist(), answers.values.tolist(), strict=True):
        yield answers.teams[team], values


def _words(instrument: Instrument, *, by_place: bool) -> dict[int, Value]:
    """What is written for each byte of `Answers.values`."""
    words: dict[int, Value] = {NOT_ANSWERED: None, DONT_KNOW_BYTE: DONT_KNOW}
    for place in range(1, instrument.options + 1):
        words[place] = f"A{place}" if by_place else instrument.low + place - 1
    return words
