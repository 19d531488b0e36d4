"""The tables inside a LimeSurvey structure (.lss), in the form of any of its versions."""

import html
import re
from dataclasses import dataclass, field
from urllib.parse import parse_qs
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from leerkring.foundation.tables.cells import tidy
from leerkring.foundation.tables.collecting import refuse

MOST_BYTES = 10_000_000
MOST_DEPTH = 20
Row = dict[str, str]
_TAG = re.compile(r"</?[A-Za-z!][^<>]*>")
_ANY_TAG = re.compile(rb"<(/?)[A-Za-z_][^<>]*?(/?)>")


@dataclass(frozen=True)
class Structure:
    """Rows per table, texts in one language filled in; `others`: the languages left behind."""

    tables: dict[str, list[Row]]
    language: str
    others: tuple[str, ...] = field(default=())

    def rows(self, table: str) -> list[Row]:
        return self.tables.get(table, [])


def read_structure(data: bytes, name: str) -> Structure:
    """Dutch texts if there are any, else those of the survey's own language.

    LimeSurvey 2 and 3 repeat a row per language; from 4 on the texts stand in tables of their own
    (`question_l10ns` and its like). Raises `BadTable` for anything but a survey's structure.
    """
    tables, languages = _tables(_parsed(data, name))
    base = next((row.get("language", "") for row in tables.get("surveys", [])), "")
    spoken = tuple(dict.fromkeys(code for code in (base, *languages) if code))
    dutch = [code for code in spoken if code.split("-")[0] == "nl"]
    language = next(iter((*dutch, *spoken)), "nl")
    kept = {
        table: [row for row in rows if row.get("language", language) in (language, "")]
        for table, rows in tables.items()
        if table != "surveys"
    }
    _fill_in(kept, "groups", "group_l10ns", "gid", ("group_name", "description"))
    _fill_in(kept, "questions", "question_l10ns", "qid", ("question", "help"))
    _fill_in(kept, "subquestions", "question_l10ns", "qid", ("question", "help"))
    _fill_in(kept, "answers", "answer_l10ns", "aid", ("answer",))
    kept["surveys"] = tables.get("surveys", [])
    return Structure(kept, language, tuple(code for code in spoken if code != language))


def bare(text: str) -> str:
    """Text without markup, on one line."""
    return tidy(html.unescape(_TAG.sub(" ", text)))


def told_in(help_text: str) -> dict[str, str]:
    """What `limesurvey.write_lss` wrote in the help of a subquestion; empty if it did not."""
    found = parse_qs(html.unescape(help_text), keep_blank_values=True)
    if not {"code", "competentie"} <= set(found):
        return {}
    return {key: values[0] for key, values in found.items()}


def _parsed(data: bytes, name: str) -> Element:
    if len(data) > MOST_BYTES:
        raise refuse(name, f"het bestand is groter dan {MOST_BYTES // 10**6} MB.")
    if data.startswith(b"PK"):
        raise refuse(
            name, "dit is een archief (.lsa). Exporteer in LimeSurvey de structuur als .lss."
        )
    if _is_deep(data):
        raise refuse(name, "dit is geen vragenlijst van LimeSurvey (.lss).")
    try:
        document: Element = fromstring(data, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError) as error:
        raise refuse(name, "dit is geen leesbare XML, dus geen .lss.") from error
    kind = document.findtext("LimeSurveyDocType")
    if kind != "Survey":
        raise refuse(
            name, "dit is geen hele vragenlijst van LimeSurvey. Exporteer de structuur als .lss."
        )
    return document


def _is_deep(data: bytes) -> bool:
    """Whether elements stand further inside each other than any survey's: a bomb for a parser."""
    depth = 0
    for closing, empty in _ANY_TAG.findall(re.sub(rb"<!\[CDATA\[.*?\]\]>", b"", data, flags=re.S)):
        depth += -1 if closing else 0 if empty else 1
        if depth > MOST_DEPTH:
            return True
    return False


def _tables(document: Element) -> tuple[dict[str, list[Row]], list[str]]:
    tables = {
        table.tag: [
            {cell.tag: (cell.text or "").strip() for cell in row} for row in table.iter("row")
        ]
        for table in document
    }
    return tables, [(one.text or "").strip() for one in document.iterfind("languages/language")]


def _fill_in(
    tables: dict[str, list[Row]], table: str, texts: str, key: str, columns: tuple[str, ...]
) -> None:
    """Put the texts of a table of translations in the rows that they belong to."""
    found = {row.get(key): row for row in tables.get(texts, [])}
    tables[table] = [
        {**row, **{c: found[row.get(key)].get(c, "") for c in columns}}
        if row.get(key) in found
        else row
        for row in tables.get(table, [])
    ]
