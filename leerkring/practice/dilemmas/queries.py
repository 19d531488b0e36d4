"""Reads over dilemmas."""

from typing import Any

from django.db.models import QuerySet

from leerkring.network.circles.models import Circle
from leerkring.network.circles.queries import keepers_of
from leerkring.practice.dilemmas.models import Dilemma, Experience

A_PAGE = 20


def open_of(circle: Circle) -> QuerySet[Dilemma]:
    """What lies open on the shelf of a circle, the newest first. Whoever shows it asks
    `.visible_to(person)` too."""
    return Dilemma.objects.open().filter(circle=circle)


def open_by(people: Any) -> QuerySet[Dilemma]:
    """What these people put on the shelf outside any circle; their numbers, or a query of them."""
    return Dilemma.objects.open().filter(author__in=people, circle=None)


def keepers_of_dilemma(dilemma: Dilemma) -> set[int]:
    """Who is told when something is wrong with it, as ids."""
    return keepers_of(dilemma.own_circle)


def a_page(rows: QuerySet[Dilemma], before: str) -> tuple[list[Dilemma], str]:
    """The newest first, from before the one with number `before`; and where the next begins."""
    if before.isascii() and before.isdecimal() and len(before) < 19:
        rows = rows.filter(pk__lt=int(before))
    found = list(rows.for_lists().order_by("-pk")[: A_PAGE + 1])
    return found[:A_PAGE], str(found[A_PAGE - 1].pk) if len(found) > A_PAGE else ""


def experiences_of(dilemma: Dilemma, before: str) -> tuple[list[Experience], str]:
    """What people told, the newest first, in pages."""
    rows = dilemma.experiences.standing().select_related("author")
    if before.isascii() and before.isdecimal() and len(before) < 19:
        rows = rows.filter(pk__lt=int(before))
    found = list(rows.order_by("-pk")[: A_PAGE + 1])
    return found[:A_PAGE], str(found[A_PAGE - 1].pk) if len(found) > A_PAGE else ""
