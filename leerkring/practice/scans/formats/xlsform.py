"""An instrument as an XLSForm, the sheet that ODK, Kobo and Enketo make a form of.

Sheets and columns after https://xlsform.org/en/ ; the columns `code`, `competentie`, `omgekeerd`
and `doel` are ours, and those programs leave columns that they do not know.
"""

import re
from collections.abc import Iterator
from itertools import groupby

from leerkring.foundation.tables.writing import Value
from leerkring.practice.scans.formats.found_scales import answer_text
from leerkring.practice.scans.formats.workbooks import Sheet, workbook_bytes
from leerkring.practice.scans.instruments import Instrument, Item
from leerkring.practice.scans.languages import LANGUAGES

OWN_COLUMNS = ("code", "competentie", "omgekeerd", "doel")
SETTINGS = ("form_title", "form_id", "version", "default_language")
ANSWERS = "antwoord"
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")


def write_xlsform(instrument: Instrument) -> bytes:
    """A workbook with a question for the team and a group per dimension; nothing is required."""
    label = f"label::{_language(instrument)}"
    survey = ("type", "name", label, "required", *OWN_COLUMNS)
    return workbook_bytes(
        [
            Sheet("survey", survey, list(_survey(instrument))),
            Sheet("choices", ("list_name", "name", label), list(_choices(instrument))),
            Sheet("settings", SETTINGS, [_settings(instrument)]),
        ]
    )


def _survey(instrument: Instrument) -> Iterator[tuple[Value, ...]]:
    none = ("",) * len(OWN_COLUMNS)
    names = _names(instrument)
    yield ("text", "team", LANGUAGES[instrument.language].team, "yes", *none)
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
        yield (ANSWERS, str(value), answer_text(instrument, value))
    yield (ANSWERS, "wn", LANGUAGES[instrument.language].dont_know)


def _settings(instrument: Instrument) -> tuple[str, ...]:
    identifier = re.sub(r"[^a-z0-9]+", "_", instrument.name.casefold()).strip("_")
    return (instrument.name, identifier or "vragenlijst", instrument.version, _language(instrument))


def _language(instrument: Instrument) -> str:
    """As XLSForm wants it: "English (en)"."""
    language = LANGUAGES[instrument.language]
    return f"{language.own_name} ({language.code})"


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
