"""What somebody wrote where they do not read any more: in a circle that they went out of. Only
their own words: what the others say there is for who is in it."""

from typing import Any

from django.db.models import QuerySet

from leerkring.network.circles.audience import Audience
from leerkring.practice.dilemmas.models import Dilemma, Experience

MOST = 100


def own_dilemmas(person: Any) -> QuerySet[Dilemma]:
    """Those that stand and are theirs, wherever."""
    return Dilemma.objects.filter(author=person.pk, retraction=None)


def own_experiences(person: Any) -> QuerySet[Experience]:
    """Those that stand, below a dilemma that stands, wherever."""
    return Experience.objects.standing().filter(author=person.pk, dilemma__retraction=None)


def dilemmas_left(person: Any) -> QuerySet[Dilemma]:
    seen = Dilemma.objects.visible_to(person).values("pk")
    rows = own_dilemmas(person).filter(audience=Audience.CIRCLE).exclude(pk__in=seen)
    return rows.order_by("-put_at", "-pk")[:MOST]


def experiences_left(person: Any) -> QuerySet[Experience]:
    seen = Dilemma.objects.visible_to(person).values("pk")
    rows = own_experiences(person).filter(dilemma__audience=Audience.CIRCLE)
    return rows.exclude(dilemma__in=seen).order_by("-at", "-pk")[:MOST]
