"""The files that leave a programme: what each is called, and what makes it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from leerkring.foundation.tables.writing import csv_text
from leerkring.practice.scans.answers import Answers
from leerkring.practice.scans.formats.answer_tables import (
    write_answers_csv,
    write_answers_xlsx,
    write_limesurvey_csv,
)
from leerkring.practice.scans.formats.codebook import write_codebook
from leerkring.practice.scans.formats.ddi import RoundFacts, write_ddi
from leerkring.practice.scans.formats.limesurvey import write_lss
from leerkring.practice.scans.formats.released_tables import RESULT_COLUMNS, result_rows
from leerkring.practice.scans.formats.workbooks import Sheet, workbook_bytes
from leerkring.practice.scans.formats.xlsform import write_xlsform
from leerkring.practice.scans.instrument_files import write_instrument
from leerkring.practice.scans.instruments import Instrument
from leerkring.practice.scans.results import UnitResult

CSV = "text/csv; charset=utf-8"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
XML = "application/xml; charset=utf-8"

# What a file is called on the page, by the word that asks for it.
TABLE_FORMS = (
    ("xlsx", "Excel (XLSX)"),
    ("csv", "CSV, voor een programma"),
    ("csv-excel", "CSV, voor een Nederlandse Excel"),
)
ANSWER_FORMS = (*TABLE_FORMS, ("limesurvey", "CSV zoals LimeSurvey"))
QUESTIONNAIRE_FORMS = (
    ("codeboek", "Codeboek (CSV): wat elke kolom betekent"),
    ("ddi", "DDI-Codebook 2.5 (XML): voor een data-archief"),
    ("xlsform", "XLSForm (XLSX): voor ODK, Kobo en Enketo"),
    ("limesurvey", "LimeSurvey (.lss)"),
    ("leerkring", "Leerkring (CSV): om te veranderen en weer in te lezen"),
)

CONDITIONS = (
    "Gebruik de antwoorden alleen voor het onderzoek dat met de coördinator is afgesproken.",
    "Geef ze aan niemand door en zet ze niet op het internet.",
    "Probeer niet te achterhalen wie wat antwoordde, ook niet met andere gegevens ernaast.",
    "Publiceer geen rijen, en geen uitkomsten over minder dan tien mensen.",
    "Bewaar ze versleuteld, en gooi ze weg als het onderzoek klaar is.",
)


@dataclass(frozen=True)
class ExportFile:
    """`title`: how the record and the page call it."""

    name: str
    content_type: str
    content: bytes
    title: str


def figures_file(form: str, units: Sequence[UnitResult]) -> ExportFile:
    """Released results; `form` is one of `TABLE_FORMS`."""
    title = dict(TABLE_FORMS)[form]
    rows = list(result_rows(units))
    if form == "xlsx":
        content = workbook_bytes([Sheet("uitkomsten", RESULT_COLUMNS, rows)])
        return ExportFile("uitkomsten.xlsx", XLSX, content, title)
    text = csv_text(RESULT_COLUMNS, rows, for_excel=form == "csv-excel")
    return ExportFile("uitkomsten.csv", CSV, text.encode(), title)


def answers_file(form: str, answers: Answers, instrument: Instrument) -> ExportFile:
    """Rows that may go out, in a random order; `form` is one of `ANSWER_FORMS`."""
    title = dict(ANSWER_FORMS)[form]
    if form == "xlsx":
        content = write_answers_xlsx(answers, instrument, CONDITIONS)
        return ExportFile("antwoorden.xlsx", XLSX, content, title)
    if form == "limesurvey":
        text = write_limesurvey_csv(answers, instrument)
        return ExportFile("antwoorden-limesurvey.csv", CSV, text.encode(), title)
    text = write_answers_csv(answers, instrument, for_excel=form == "csv-excel")
    return ExportFile("antwoorden.csv", CSV, text.encode(), title)


def questionnaire_file(form: str, instrument: Instrument, facts: RoundFacts) -> ExportFile:
    """What was asked, and what it means; `form` is one of `QUESTIONNAIRE_FORMS`."""
    makers: dict[str, tuple[str, str, Callable[[], str | bytes]]] = {
        "codeboek": ("codeboek.csv", CSV, lambda: write_codebook(instrument)),
        "ddi": ("codebook.xml", XML, lambda: write_ddi(instrument, facts)),
        "xlsform": ("vragenlijst-xlsform.xlsx", XLSX, lambda: write_xlsform(instrument)),
        "limesurvey": ("vragenlijst.lss", XML, lambda: write_lss(instrument)),
        "leerkring": ("vragenlijst.csv", CSV, lambda: write_instrument(instrument)),
    }
    name, content_type, make = makers[form]
    made = make()
    content = made if isinstance(made, bytes) else made.encode()
    return ExportFile(name, content_type, content, dict(QUESTIONNAIRE_FORMS)[form])
