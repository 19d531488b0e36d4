"""Rows of this room."""

from leerkring.practice.commitments.models.choices import LONGEST, SIX_WEEKS, Outcome, Sight
from leerkring.practice.commitments.models.commitment import Commitment, Contact, LookBack

__all__ = ["LONGEST", "SIX_WEEKS", "Commitment", "Contact", "LookBack", "Outcome", "Sight"]
