"""Cards for people and signs for tables, on paper: cut along the lines."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from leerkring.foundation.design.typesetting import ROOT, compile_pdf

ENTRY = ROOT / "practice" / "attendance" / "typst" / "cards.typ"


def typeset_cards(data: Mapping[str, Any], day: date) -> bytes:
    """A PDF of A4 pages. `data` has title, when, place, rounds (number, block), tables and people
    (name, work, at: the table in each round, 0 where they have none)."""
    return compile_pdf(ENTRY, data, day=day)
