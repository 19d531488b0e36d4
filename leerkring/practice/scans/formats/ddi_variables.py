"""The columns of an answer file as DDI-Codebook variables, and groups of them."""

from xml.etree.ElementTree import Element, SubElement

from leerkring.practice.scans.formats.codebook import DONT_KNOW
from leerkring.practice.scans.formats.found_scales import answer_text
from leerkring.practice.scans.instruments import Instrument, Item
from leerkring.practice.scans.languages import OWN

TEAM = "V0"
NOT_ANSWERED = "niet beantwoord"


def add_variables(data: Element, instrument: Instrument, teams: tuple[str, ...]) -> None:
    """First the groups (dimensions, competences), then a variable per column, in its order."""
    name = {item: f"V{number}" for number, item in enumerate(instrument.items, 1)}
    for dimension in instrument.dimensions:
        items = [name[item] for item in instrument.items if item.dimension is dimension]
        _group(data, f"GD_{dimension.value}", dimension.label, items)
    for number, competence in enumerate(instrument.competences, 1):
        items = [name[item] for item in instrument.items if item.competence == competence]
        _group(data, f"GC_{number}", competence, items)
    _team(data, teams)
    for item in instrument.items:
        _variable(data, name[item], item, instrument)


def _group(data: Element, key: str, label: str, names: list[str]) -> None:
    group = SubElement(data, "varGrp", ID=key, type="subject", var=" ".join(names))
    SubElement(group, "labl").text = label


def _team(data: Element, teams: tuple[str, ...]) -> None:
    variable = SubElement(data, "var", ID=TEAM, name="team", files="F1", nature="nominal")
    SubElement(variable, "labl").text = "Team"
    for team in teams:
        _category(variable, team, team)
    SubElement(variable, "varFormat", type="character")


def _variable(data: Element, key: str, item: Item, instrument: Instrument) -> None:
    about = {"ID": key, "name": item.code, "files": "F1", "intrvl": "discrete", "nature": "ordinal"}
    variable = SubElement(data, "var", about)
    spoken = {} if instrument.language == OWN else {"xml:lang": instrument.language}
    SubElement(variable, "labl", spoken).text = item.statement
    SubElement(SubElement(variable, "qstn"), "qstnLit", spoken).text = item.statement
    ends = {"min": str(instrument.low), "max": str(instrument.high)}
    SubElement(SubElement(variable, "valrng"), "range", ends)
    SubElement(SubElement(variable, "invalrng"), "item", VALUE=DONT_KNOW)
    for value in range(instrument.low, instrument.high + 1):
        _category(variable, str(value), answer_text(instrument, value))
    _category(variable, DONT_KNOW, "weet ik niet", missing=True)
    _category(variable, "", NOT_ANSWERED, missing=True)
    SubElement(variable, "concept").text = item.competence
    SubElement(variable, "varFormat", type="character")
    if item.reversed:
        SubElement(variable, "notes").text = "Omgekeerd: een hoog antwoord wijst op minder."


def _category(variable: Element, value: str, label: str, *, missing: bool = False) -> None:
    category = SubElement(variable, "catgry", {"missing": "Y"} if missing else {})
    SubElement(category, "catValu").text = value
    SubElement(category, "labl").text = label
