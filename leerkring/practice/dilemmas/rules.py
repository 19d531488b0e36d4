"""Who may do what with a dilemma. Reading is a query: `Dilemma.objects.visible_to`."""

from typing import Any

from leerkring.network.circles.rules import Standing, standing_in
from leerkring.practice.dilemmas.models import Dilemma, Experience


def wrote(person: Any, row: Dilemma | Experience) -> bool:
    return bool(person.is_authenticated) and row.author_id == person.pk


def standing_of(person: Any, dilemma: Dilemma) -> Standing:
    """What a person may do below a dilemma that they see: tell and react; and keep order."""
    return standing_in(person, dilemma.own_circle)


def may_say_something(person: Any, dilemma: Dilemma) -> bool:
    return standing_of(person, dilemma).says


def may_lead(person: Any, dilemma: Dilemma) -> bool:
    """Close it, open it again, say where it came back: who put it, and who keeps order."""
    return wrote(person, dilemma) or standing_of(person, dilemma).orders


def may_take_back(person: Any, dilemma: Dilemma, row: Dilemma | Experience) -> bool:
    return wrote(person, row) or standing_of(person, dilemma).orders
