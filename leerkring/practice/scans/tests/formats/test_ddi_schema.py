"""The codebook beside the published schema: what must be there, and which words it may use.

Source: codebook.xsd of DDI-Codebook 2.5 (DDI Alliance, 2012-01-17): `use="required"` attributes,
elements without minOccurs="0", enumerations, xs:ID and xs:IDREFS. The order of children stands in
`test_ddi.py`.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from xml.etree.ElementTree import Element, fromstring

import pytest

from leerkring.practice.scans.formats.ddi import (
    NAMESPACE,
    RoundFacts,
    write_ddi,
    write_instrument_ddi,
)
from leerkring.practice.scans.instrument_files import built_in

FACTS = RoundFacts(
    title="Najaar",
    place="Rotterdam",
    opened_on=date(2026, 10, 5),
    closed_on=date(2026, 10, 30),
    k=5,
    teams=("Noord", "1 april-team & <co>"),
    rows=40,
)
BOOKS = {
    "round": write_ddi(built_in(), FACTS),
    "bare round": write_ddi(built_in(), replace(FACTS, teams=(), rows=None)),
    "instrument": write_instrument_ddi(built_in()),
    "arabic": write_instrument_ddi(replace(built_in(), language="ar", ends=("أبدا", "دائما"))),
}
# parent: children that the schema has at least once
REQUIRED = {
    "codeBook": {"stdyDscr"},
    "stdyDscr": {"citation"},
    "citation": {"titlStmt"},
    "titlStmt": {"titl"},
}
REQUIRED_ATTRIBUTES = {"var": {"name"}}
WORDS = {
    ("codeBook", "version"): {"1.0", "1.1", "1.2", "1.3", "2.0", "2.1", "2.5"},
    ("collDate", "event"): {"start", "end", "single"},
    ("confDec", "required"): {"yes", "no"},
    ("var", "intrvl"): {"contin", "discrete"},
    ("var", "nature"): {"nominal", "ordinal", "interval", "ratio", "percent", "other"},
    ("varFormat", "type"): {"character", "numeric"},
    ("varGrp", "type"): {"section", "multipleResp", "grid", "display", "repetition", "subject",
                         "version", "iteration", "analysis", "pragmatic", "record", "file",
                         "randomized", "other"},
    ("catgry", "missing"): {"Y", "N"},
}  # fmt: skip
# Every attribute that we write; another one is looked up in the schema first.
KNOWN = {
    "codeBook": {"version", "{http://www.w3.org/XML/1998/namespace}lang"},
    "collDate": {"date", "event"},
    "nation": {"abbr"},
    "confDec": {"required"},
    "fileDscr": {"ID"},
    "varGrp": {"ID", "type", "var"},
    "var": {"ID", "name", "files", "intrvl", "nature"},
    "labl": {"{http://www.w3.org/XML/1998/namespace}lang"},
    "qstnLit": {"{http://www.w3.org/XML/1998/namespace}lang"},
    "range": {"min", "max"},
    "item": {"VALUE"},
    "catgry": {"missing"},
    "varFormat": {"type"},
}
NCNAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")  # xs:ID, in the letters that we use


def elements(text: str) -> Iterator[tuple[str, Element]]:
    for element in fromstring(text).iter():
        assert element.tag.startswith(f"{{{NAMESPACE}}}")
        yield element.tag.removeprefix(f"{{{NAMESPACE}}}"), element


@pytest.mark.parametrize("book", BOOKS)
def test_what_the_schema_requires_is_there(book: str) -> None:
    for name, element in elements(BOOKS[book]):
        children = {child.tag.removeprefix(f"{{{NAMESPACE}}}") for child in element}
        assert REQUIRED.get(name, set()) <= children
        assert REQUIRED_ATTRIBUTES.get(name, set()) <= set(element.attrib)
        assert set(element.attrib) <= KNOWN.get(name, set())


@pytest.mark.parametrize("book", BOOKS)
def test_words_are_those_of_the_schema(book: str) -> None:
    for name, element in elements(BOOKS[book]):
        for attribute, value in element.attrib.items():
            assert value in WORDS.get((name, attribute), {value})


@pytest.mark.parametrize("book", BOOKS)
def test_ids_are_names_and_references_lead_to_them(book: str) -> None:
    found = list(elements(BOOKS[book]))
    ids = [element.get("ID", "") for _, element in found if "ID" in element.attrib]
    assert len(ids) == len(set(ids)) and all(map(NCNAME.fullmatch, ids))
    for _, element in found:
        for attribute in ("var", "files"):
            assert set(element.get(attribute, "").split()) <= set(ids)


@pytest.mark.parametrize("book", BOOKS)
def test_the_five_parts_of_a_codebook_stand_in_order(book: str) -> None:
    parts = [child.tag.removeprefix(f"{{{NAMESPACE}}}") for child in fromstring(BOOKS[book])]
    assert parts == ["docDscr", "stdyDscr", "fileDscr", "dataDscr"]


def test_a_range_is_never_empty_and_numbers_are_whole() -> None:
    """valrng and invalrng hold at least one item or range; quantities are xs:integer."""
    for name, element in elements(BOOKS["round"]):
        if name in ("valrng", "invalrng"):
            assert len(element) >= 1
        if name in ("caseQnty", "varQnty"):
            assert re.fullmatch(r"\d+", element.text or "")
