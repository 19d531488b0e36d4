"""What somebody wrote stays on the page, however long it is."""

from datetime import date
from io import BytesIO
from typing import Any

from pypdf import PdfReader

from leerkring.practice.reports.chapters import Account, Chapter, ChapterKind, Entry
from leerkring.practice.reports.typesetting import typeset_report

FOOTER = 19 / 25.4 * 72  # points from the edge of the paper
LINES = tuple(f"Kaart {number} {'van alles wat ' * 37}einde{number}" for number in range(10))


def test_ten_long_cards_stand_above_the_footer_to_the_last_word() -> None:
    entries = (Entry("Wat helpt?", lines=LINES), Entry("Antwoord", text=LINES[0] * 11))
    chapter = Chapter(ChapterKind.SAID, "Wat er gezegd werd", entries=entries)
    account = Account("Werkdag", "vandaag", "Zaal " * 60, "", (chapter,))
    paper = typeset_report(account, day=date(2026, 3, 29), day_in_words="vandaag")
    above = ""

    def keep(text: str, cm: Any, tm: Any, font: Any, size: float) -> None:
        nonlocal above
        above += text if tm[5] * cm[3] + cm[5] > FOOTER or not text.strip() else ""

    for page in PdfReader(BytesIO(paper)).pages:
        page.extract_text(visitor_text=keep)
    found = above.replace("\xad", "")
    assert [number for number in range(10) if f"einde{number}" not in found] == []
