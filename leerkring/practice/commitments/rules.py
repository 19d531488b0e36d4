"""Who may do what with a promise. Reading is a query: `Commitment.objects.visible_to`."""

from typing import Any

from leerkring.practice.commitments.models import Commitment


def owns(person: Any, commitment: Commitment) -> bool:
    """Whose it is, or who speaks for them: they look back, change it and take it away."""
    return Commitment.objects.of(person).filter(pk=commitment.pk).exists()
