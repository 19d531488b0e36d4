"""What somebody wrote where they do not read any more: in a circle that they went out of. Only
their own words: what the others say there is for who is in it."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from leerkring.foundation.design.left_behind import LeftBehind
from leerkring.network.circles.audience import Audience
from leerkring.practice.dilemmas.models import Dilemma, Experience

MOST = 100


def own_dilemmas(person: Any) -> QuerySet[Dilemma]:
    """Those that stand and are theirs, wherever."""
    return Dilemma.objects.filter(author=person.pk, retraction=None)


def own_experiences(person: Any) -> QuerySet[Experience]:
    """Those that stand, below a dilemma that stands, wherever."""
    return Experience.objects.standing().filter(author=person.pk, dilemma__retraction=None)


def left_behind(person: Any) -> list[LeftBehind]:
    """Their dilemmas there, and what they told below those of others; newest first of each."""
    seen = Dilemma.objects.visible_to(person).values("pk")
    dilemmas = own_dilemmas(person).filter(audience=Audience.CIRCLE).exclude(pk__in=seen)
    told = own_experiences(person).filter(dilemma__audience=Audience.CIRCLE)
    told = told.exclude(dilemma__in=seen)
    put = [
        LeftBehind(row.title, "dilemma", row.put_at, reverse("dilemmas:retraction", args=[row.pk]))
        for row in dilemmas.order_by("-put_at", "-pk")[:MOST]
    ]
    return put + [
        LeftBehind(
            row.text, "ervaring", row.at, reverse("dilemmas:experience_retraction", args=[row.pk])
        )
        for row in told.order_by("-at", "-pk")[:MOST]
    ]
