"""A sign is folded in the middle of one sheet, with the names of its table on the other half."""

from datetime import date
from io import BytesIO
from itertools import pairwise
from typing import Any

import pytest
from pypdf import PdfReader

from leerkring.practice.attendance.cards import typeset_cards


@pytest.mark.parametrize(("seated", "rounds"), [(5, 2), (10, 4), (5, 6), (10, 8)])
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


def test_a_card_keeps_its_size_and_its_numbers_however_long_what_stands_on_it() -> None:
    long = "Hottentottententententoonstellingscommissie " * 4
    said = [(long, long), ("Roos", "")]
    people = [{"name": name, "work": work, "at": [7, 8]} for name, work in said * 5]
    rounds = [{"number": 1, "block": "Ronde"}, {"number": 2, "block": "Ronde"}]
    data = {"title": long, "when": "", "place": "", "rounds": rounds, "tables": 0, "people": people}
    pages = PdfReader(BytesIO(typeset_cards(data, date(2026, 11, 2)))).pages
    heights = set[int]()

    def keep(text: str, cm: Any, tm: Any, font: Any, size: float) -> None:
        if text.strip() in ("7", "8"):
            heights.add(round(tm[5] * cm[3] + cm[5]))

    pages[0].extract_text(visitor_text=keep)
    assert len(pages) == 1
    rows = sorted(heights)
    steps = {below - above for above, below in pairwise(rows)}
    assert len(rows) == 5 and steps <= {147, 148}  # 52 mm
