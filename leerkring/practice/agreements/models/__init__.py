"""Agreements, who they are between, and how they went."""

from leerkring.practice.agreements.models.agreement import (
    Agreement,
    Confirmation,
    Contact,
    Ending,
    Refusal,
    Side,
)
from leerkring.practice.agreements.models.scoring import Kept, Reply, Score, Settlement, Stance

__all__ = [
    "Agreement",
    "Confirmation",
    "Contact",
    "Ending",
    "Kept",
    "Refusal",
    "Reply",
    "Score",
    "Settlement",
    "Side",
    "Stance",
]
