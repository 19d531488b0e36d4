"""What a round and its columns are, as DDI-Codebook 2.5: what data archives read.

Elements and their order after the DDI Alliance, DDI-Codebook 2.5 (codebook.xsd, 2014).
"""

from dataclasses import dataclass
from datetime import date
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from leerkring.practice.scans.formats.cell_texts import writable
from leerkring.practice.scans.formats.ddi_variables import add_variables
from leerkring.practice.scans.instruments import Instrument

NAMESPACE = "ddi:codebook:2_5"
FILE = "antwoorden.csv"


@dataclass(frozen=True)
class RoundFacts:
    """What is told of a round: no figure that was not released.

    teams   under which names rows may stand; empty where no rows go out
    rows    how many rows go out, or None
    """

    title: str
    place: str
    opened_on: date
    closed_on: date
    k: int
    teams: tuple[str, ...] = ()
    rows: int | None = None
    conditions: tuple[str, ...] = ()


def write_ddi(instrument: Instrument, facts: RoundFacts) -> str:
    """The XML of a DDI-Codebook 2.5: study, file, a variable per column."""
    book = _book(facts.title)
    _study(SubElement(book, "stdyDscr"), instrument, facts)
    return _finished(book, instrument, facts.teams, rows=facts.rows)


def write_instrument_ddi(instrument: Instrument) -> str:
    """As `write_ddi`, of an instrument by itself: no round, no rows, nobody asked."""
    book = _book(instrument.name)
    study = SubElement(book, "stdyDscr")
    citation = SubElement(study, "citation")
    SubElement(SubElement(citation, "titlStmt"), "titl").text = instrument.name
    SubElement(SubElement(citation, "verStmt"), "version").text = f"versie {instrument.version}"
    _subject(SubElement(study, "stdyInfo"), instrument)
    return _finished(book, instrument, ())


def _book(title: str) -> Element:
    """With what this document is; what it describes comes after."""
    book = Element("codeBook", {"xmlns": NAMESPACE, "version": "2.5", "xml:lang": "nl"})
    citation = SubElement(SubElement(book, "docDscr"), "citation")
    SubElement(SubElement(citation, "titlStmt"), "titl").text = f"Codeboek van {title}"
    SubElement(SubElement(citation, "prodStmt"), "software").text = "Leerkring"
    return book


def _finished(
    book: Element, instrument: Instrument, teams: tuple[str, ...], rows: int | None = None
) -> str:
    """With the file and its columns."""
    file = SubElement(SubElement(book, "fileDscr", ID="F1"), "fileTxt")
    SubElement(file, "fileName").text = FILE
    size = SubElement(file, "dimensns")
    if rows is not None:
        SubElement(size, "caseQnty").text = str(rows)
    SubElement(size, "varQnty").text = str(len(instrument.items) + 1)
    SubElement(file, "fileType").text = "text/csv; charset=utf-8"
    add_variables(SubElement(book, "dataDscr"), instrument, teams)
    for element in book.iter():
        element.text = element.text and writable(element.text)
    indent(book, " ")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(book, "unicode") + "\n"


def _study(study: Element, instrument: Instrument, facts: RoundFacts) -> None:
    citation = SubElement(study, "citation")
    SubElement(SubElement(citation, "titlStmt"), "titl").text = facts.title
    version = SubElement(SubElement(citation, "verStmt"), "version")
    version.text = f"{instrument.name}, versie {instrument.version}"
    _about(SubElement(study, "stdyInfo"), instrument, facts)
    _method(SubElement(study, "method"), instrument, facts)
    use = SubElement(SubElement(study, "dataAccs"), "useStmt")
    SubElement(
        use, "confDec", required="yes"
    ).text = "De antwoorden zijn vertrouwelijk. Ze blijven gegevens over personen, ook zonder naam."
    SubElement(use, "restrctn").text = "Alleen voor een onderzoeker van dit programma."
    if facts.conditions:
        SubElement(use, "conditions").text = " ".join(facts.conditions)


def _about(info: Element, instrument: Instrument, facts: RoundFacts) -> None:
    _subject(info, instrument)
    summary = SubElement(info, "sumDscr")
    for event, day in (("start", facts.opened_on), ("end", facts.closed_on)):
        SubElement(summary, "collDate", date=day.isoformat(), event=event).text = day.isoformat()
    SubElement(summary, "nation", abbr="NL").text = "Nederland"
    SubElement(summary, "geogCover").text = facts.place
    SubElement(summary, "anlyUnit").text = "persoon, in een team"
    SubElement(summary, "universe").text = "Leden van de gevraagde teams."
    SubElement(summary, "dataKind").text = "antwoorden op een vragenlijst"


def _subject(info: Element, instrument: Instrument) -> None:
    subject = SubElement(info, "subject")
    for competence in instrument.competences:
        SubElement(subject, "keyword").text = competence
    SubElement(info, "abstract").text = (
        "Stellingen over Ik, Wij en Wijk, beantwoord door professionals in wijkteams."
        + ("" if instrument.validated else " De vragenlijst is niet gevalideerd.")
    )


def _method(method: Element, instrument: Instrument, facts: RoundFacts) -> None:
    collection = SubElement(method, "dataColl")
    SubElement(collection, "sampProc").text = "Alle leden van de teams zijn gevraagd."
    SubElement(collection, "collMode").text = "Vragenlijst die mensen zelf invullen."
    SubElement(collection, "resInstru").text = f"{len(instrument.items)} stellingen op één schaal."
    SubElement(method, "notes").text = (
        f"Een team staat apart vanaf {facts.k} antwoorden, en alleen als andere teams daarmee niet "
        "te raden zijn. De rijen staan in willekeurige volgorde, zonder nummer of moment."
    )
