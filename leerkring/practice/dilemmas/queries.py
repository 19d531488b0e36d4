"""Reads over dilemmas."""

from django.db.models import QuerySet

from leerkring.network.circles.models import Circle
from leerkring.practice.dilemmas.models import Dilemma


def open_of(circle: Circle) -> QuerySet[Dilemma]:
    """What lies open on the shelf of a circle, the newest first. Whoever shows it asks
    `.visible_to(person)` too."""
    return Dilemma.objects.open().filter(circle=circle)
