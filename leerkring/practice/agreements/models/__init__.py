"""Agreements, who they are between, and how they went."""

from leerkring.practice.agreements.models.agreement import (
    Agreement,
    Confirmation,
    Contact,
    Ending,
    Refusal,
    Removal,
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
    "Removal",
    "Reply",
    "Score",
    "Settlement",
    "Side",
    "Stance",
]
