"""An instrument as a LimeSurvey structure (.lss).

The tables and columns of LimeSurvey 3 (database version 366), which later versions take in too. A
group and an array question per dimension; the statements are its subquestions.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from html import escape
from itertools import groupby
from urllib.parse import urlencode
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from leerkring.practice.scans.dimensions import Dimension
from leerkring.practice.scans.formats.cell_texts import writable
from leerkring.practice.scans.formats.found_scales import answer_text
from leerkring.practice.scans.instruments import Instrument, Item
from leerkring.practice.scans.languages import LANGUAGES, Language

SURVEY = "100001"  # LimeSurvey gives its own number while taking it in
DATABASE_VERSION = "366"
DONT_KNOW = "WN"
_SPOKEN = {"language", "surveyls_language"}  # columns that `_table` fills in
_CODE = re.compile(r"[A-Za-z0-9]{1,5}")  # what a subquestion may be called
Row = dict[str, str]


@dataclass(frozen=True)
class ArrayQuestion:
    """A run of statements about one dimension, as one question: G1, G2 …"""

    code: str
    dimension: Dimension
    items: tuple[Item, ...]


def array_questions(instrument: Instrument) -> tuple[ArrayQuestion, ...]:
    runs = groupby(instrument.items, key=lambda item: item.dimension)
    return tuple(
        ArrayQuestion(f"G{number}", dimension, tuple(items))
        for number, (dimension, items) in enumerate(runs, 1)
    )


def item_codes(instrument: Instrument) -> dict[Item, str]:
    """The codes as they are if LimeSurvey takes every one of them, else Q1, Q2 …"""
    if all(_CODE.fullmatch(code) for code in instrument.codes):
        return {item: item.code for item in instrument.items}
    return {item: f"Q{number}" for number, item in enumerate(instrument.items, 1)}


def write_lss(instrument: Instrument) -> str:
    """The XML of a .lss file.

    What LimeSurvey has no place for (code, competence, reversed, target) stands in the help of each
    subquestion, which an array question does not show. Without curly braces: LimeSurvey would take
    what is between them for a formula.
    """
    document = Element("document")
    SubElement(document, "LimeSurveyDocType").text = "Survey"
    SubElement(document, "DBVersion").text = DATABASE_VERSION
    SubElement(SubElement(document, "languages"), "language").text = instrument.language
    arrays = array_questions(instrument)
    table = partial(_table, document, instrument.language)
    table("answers", _answers(instrument, len(arrays)))
    table("groups", _groups(arrays))
    table("questions", _questions(arrays, LANGUAGES[instrument.language]))
    table("subquestions", _subquestions(instrument, arrays))
    table("surveys", [_survey()])
    table("surveys_languagesettings", [_settings(instrument)])
    indent(document, " ")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(document, "unicode") + "\n"


def _table(document: Element, language: str, name: str, rows: Iterable[Row]) -> None:
    listed = list(rows)
    table = SubElement(document, name)
    fields = SubElement(table, "fields")
    for field in listed[0]:
        SubElement(fields, "fieldname").text = field
    holder = SubElement(table, "rows")
    for row in listed:
        place = SubElement(holder, "row")
        for field, value in row.items():
            SubElement(place, field).text = language if field in _SPOKEN else writable(value)


def _answers(instrument: Instrument, arrays: int) -> Iterator[Row]:
    values = range(instrument.low, instrument.high + 1)
    options = [(f"A{n}", answer_text(instrument, value)) for n, value in enumerate(values, 1)]
    options.append((DONT_KNOW, LANGUAGES[instrument.language].dont_know))
    for array in range(1, arrays + 1):
        for order, (code, text) in enumerate(options, 1):
            yield {
                "qid": _array_id(array),
                "code": code,
                "answer": escape(text, quote=False),
                "sortorder": str(order),
                "assessment_value": "0",
                "language": "",
                "scale_id": "0",
            }


def _groups(arrays: tuple[ArrayQuestion, ...]) -> Iterator[Row]:
    for order, title in enumerate(["Team", *(array.dimension.label for array in arrays)]):
        yield {
            "gid": str(order + 1),
            "sid": SURVEY,
            "group_name": title,
            "group_order": str(order),
            "description": "",
            "language": "",
            "randomization_group": "",
            "grelevance": "1",
        }


def _questions(arrays: tuple[ArrayQuestion, ...], language: Language) -> Iterator[Row]:
    yield _question("1", "0", "1", "S", "team", language.team, mandatory="Y")
    for number, array in enumerate(arrays, 1):
        group = str(number + 1)
        yield _question(_array_id(number), "0", group, "F", array.code, language.agree)


def _subquestions(instrument: Instrument, arrays: tuple[ArrayQuestion, ...]) -> Iterator[Row]:
    codes = item_codes(instrument)
    number = len(arrays) + 1
    for place, array in enumerate(arrays, 1):
        for order, item in enumerate(array.items, 1):
            number += 1
            row = _question(
                str(number), _array_id(place), str(place + 1), "T", codes[item], item.statement
            )
            yield {**row, "help": escape(_about(item, instrument)), "question_order": str(order)}


def _about(item: Item, instrument: Instrument) -> str:
    told = {
        "code": item.code,
        "competentie": item.competence,
        "omgekeerd": "ja" if item.reversed else "nee",
    }
    target = instrument.targets.get(item.dimension)
    return urlencode({**told, **({} if target is None else {"doel": f"{target:g}"})})


def _question(
    number: str, parent: str, group: str, kind: str, code: str, text: str, mandatory: str = "N"
) -> Row:
    return {
        "qid": number,
        "parent_qid": parent,
        "sid": SURVEY,
        "gid": group,
        "type": kind,
        "title": code,
        "question": escape(text, quote=False),  # texts are HTML here
        "preg": "",
        "help": "",
        "other": "N",
        "mandatory": mandatory,
        "question_order": "1",
        "language": "",
        "scale_id": "0",
        "same_default": "0",
        "relevance": "1",
        "modulename": "",
    }


def _survey() -> Row:
    """Answers without a name, a moment, an address or where somebody came from."""
    off = ("datestamp", "ipaddr", "refurl", "savetimings", "usecookie", "allowregister")
    return {
        "sid": SURVEY,
        "active": "N",
        "language": "",
        "additional_languages": "",
        "format": "G",
        "anonymized": "Y",
        **dict.fromkeys(off, "N"),
    }


def _settings(instrument: Instrument) -> Row:
    return {
        "surveyls_survey_id": SURVEY,
        "surveyls_language": "",
        "surveyls_title": escape(instrument.name, quote=False),
        "surveyls_description": "",
        "surveyls_welcometext": "",
        "surveyls_endtext": "",
    }


def _array_id(number: int) -> str:
    return str(number + 1)  # 1 is the question for the team
