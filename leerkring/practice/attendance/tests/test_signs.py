"""A sign is folded in the middle of one sheet, with the names of its table on the other half."""

from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from leerkring.practice.attendance.cards import typeset_cards


@pytest.mark.parametrize(("seated", "rounds"), [(5, 2), (10, 4), (5, 6)])
def test_all_who_sit_at_a_table_stand_on_its_one_sheet(seated: int, rounds: int) -> None:
    people = [
        {"name": f"Deelnemer {n}", "work": "Stichting De Kade", "at": [1] * rounds}
        for n in range(seated)
    ]
    data = {
        "title": "Werkdag",
        "when": "vandaag",
        "place": "",
        "rounds": [{"number": n + 1, "block": "Ronde"} for n in range(rounds)],
        "tables": 1,
        "people": people,
    }
    pages = PdfReader(BytesIO(typeset_cards(data, date(2026, 11, 2)))).pages
    signs = [page.extract_text() for page in pages if "Tafel 1" in page.extract_text()]
    assert len(pages) == -(-seated // 10) + 1
    assert signs[0].count("Deelnemer") == seated * rounds
