"""An instrument as an XLSForm, the sheet that ODK, Kobo and Enketo make a form of.

Sheets and columns after https://xlsform.org/en/ ; the columns `code`, `competentie`, `omgekeerd`
and `doel` are ours, and those programs leave columns that they do not know.
"""

import re
from collections.abc import Iterator
from itertools import groupby

from leerkring.foundation.tables.writing import Value
from leerkring.practice.scans.formats.workbooks import Sheet, workbook_bytes
from leerkring.practice.scans.instruments import Instrument, Item

LANGUAGE = "Nederlands (nl)"
LABEL = f"label::{LANGUAGE}"
OWN_COLUMNS = ("code", "competentie", "omgekeerd", "doel")
SURVEY = ("type", "name", LABEL, "required", *OWN_COLUMNS)
CHOICES = ("list_name", "name", LABEL)
SETTINGS = ("form_title", "form_id", "version", "default_language")
ANSWERS = "antwoord"
TEAM_QUESTION = "Bij welk team werk je?"
DONT_KNOW_TEXT = "weet ik niet"
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")


def write_xlsform(instrument: Instrument) -> bytes:
    """A workbook with a question for the team and a group per dimension; nothing is required."""
    return workbook_bytes(
        [
            Sheet("survey", SURVEY, list(_survey(instrument))),
            Sheet("choices", CHOICES, list(_choices(instrument))),
            Sheet("settings", SETTINGS, [_settings(instrument)]),
        ]
    )


def _survey(instrument: Instrument) -> Iterator[tuple[Value, ...]]:
    none = ("",) * len(OWN_COLUMNS)
    names = _names(instrument)
    yield ("text", "team", TEAM_QUESTION, "yes", *none)
    # A group for each run of one dimension, so that the statements keep their order.
    runs = groupby(instrument.items, key=lambda item: item.dimension)
    for number, (dimension, items) in enumerate(runs, 1):
        yield ("begin_group", f"groep_{number}_{dimension.value}", dimension.label, "", *none)
        for item in items:
            target = instrument.targets.get(dimension)
            yield (
                f"select_one {ANSWERS}",
                names[item],
                item.statement,
                "no",
                item.code,
                item.competence,
                item.reversed,
                "" if target is None else f"{target:g}",
            )
        yield ("end_group", "", "", "", *none)


def _choices(instrument: Instrument) -> Iterator[tuple[str, ...]]:
    for value in range(instrument.low, instrument.high + 1):
        yield (ANSWERS, str(value), str(value))
    yield (ANSWERS, "wn", DONT_KNOW_TEXT)


def _settings(instrument: Instrument) -> tuple[str, ...]:
    identifier = re.sub(r"[^a-z0-9]+", "_", instrument.name.casefold()).strip("_")
    return (instrument.name, identifier or "vragenlijst", instrument.version, LANGUAGE)


def _names(instrument: Instrument) -> dict[Item, str]:
    """The code of each item, with underscores before one that XML does not take for a name."""
    taken = {code for code in instrument.codes if _NAME.fullmatch(code)}
    names = {}
    for item in instrument.items:
        name = item.code
        while not _NAME.fullmatch(name) or (name != item.code and name in taken):
            name = f"_{name}"
        taken.add(name)
        names[item] = name
    return names
