"""A dilemma is put, told about, taken out, and closed with what was learnt."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from leerkring.foundation.activity.actions import record
from leerkring.foundation.notifications.actions import retell, withdraw
from leerkring.foundation.search.actions import forget, index
from leerkring.network.circles.audience import Audience
from leerkring.network.circles.models import Circle
from leerkring.network.themes.models import Theme
from leerkring.practice.dilemmas.models import Closing, Dilemma, Experience, Outing, Retraction


class Closed(Exception):
    """The dilemma is closed: nothing is added."""


@dataclass(frozen=True)
class Put:
    """What a dilemma says, and for whom."""

    title: str
    one_side: str
    other_side: str
    text: str = ""
    audience: str = Audience.CIRCLE.value
    circle: Circle | None = None
    themes: Iterable[Theme] = field(default_factory=tuple)


@transaction.atomic
def put_dilemma(put: Put, *, by: Any, now: datetime | None = None) -> Dilemma:
    dilemma = Dilemma(author=by, put_at=now or timezone.now())
    _say(dilemma, put)
    record("dilemmas.put", by=by, about=dilemma, sentence="Een dilemma op de plank gezet.")
    return dilemma


@transaction.atomic
def change_dilemma(dilemma: Dilemma, put: Put) -> None:
    """Other words. Its readers change only as long as nobody told anything below it. What was told
    of reactions names it by its title, and is told so."""
    was, address = dilemma.title, dilemma.get_absolute_url()
    _say(dilemma, put)
    moved = (address, dilemma.get_absolute_url())
    retell(dilemma, title=dilemma.title, was=was, quote="", events=(), moved=moved)


def _say(dilemma: Dilemma, put: Put) -> None:
    dilemma.call(put.title)
    dilemma.one_side, dilemma.other_side, dilemma.text = put.one_side, put.other_side, put.text
    dilemma.audience, dilemma.circle = put.audience, put.circle
    dilemma.save()
    dilemma.themes.set(put.themes)
    index(dilemma)


@transaction.atomic
def tell(dilemma: Dilemma, *, text: str, by: Any, now: datetime | None = None) -> Experience:
    """What somebody experienced with it, signed. Raises Closed."""
    if Closing.objects.filter(dilemma=dilemma).exists():
        raise Closed
    made = Experience.objects.create(
        dilemma=dilemma, text=text, author=by, at=now or timezone.now()
    )
    index(dilemma)
    return made


@transaction.atomic
def came_back(dilemma: Dilemma, *, note: str, by: Any, at: date | None = None) -> Outing:
    """It was on the table somewhere."""
    day = at or timezone.localdate()
    return Outing.objects.create(dilemma=dilemma, at=day, note=note, by=by)


@transaction.atomic
def close(dilemma: Dilemma, *, learnt: str, by: Any) -> Closing:
    """Nothing more is gathered; what was learnt stands above it. Raises Closed."""
    made, is_new = Closing.objects.get_or_create(
        dilemma=dilemma, defaults={"learnt": learnt, "by": by, "at": timezone.now()}
    )
    if not is_new:
        raise Closed
    index(dilemma)
    record("dilemmas.closed", by=by, about=dilemma, sentence="Een dilemma afgesloten.")
    return made


@transaction.atomic
def reopen(dilemma: Dilemma, *, by: Any) -> None:
    Closing.objects.filter(dilemma=dilemma).delete()
    record("dilemmas.reopened", by=by, about=dilemma, sentence="Een dilemma weer geopend.")


@transaction.atomic
def take_back(dilemma: Dilemma, *, by: Any) -> None:
    """Nobody reads it any more, nor what stands below it."""
    _, is_new = Retraction.objects.get_or_create(dilemma=dilemma, defaults={"by": by})
    if is_new:
        forget(dilemma)
        withdraw(dilemma)
        record("dilemmas.taken_back", by=by, about=dilemma, sentence="Een dilemma weggehaald.")


@transaction.atomic
def take_experience_back(experience: Experience, *, by: Any) -> None:
    _, is_new = Retraction.objects.get_or_create(experience=experience, defaults={"by": by})
    if is_new:
        index(experience.dilemma)
        record("dilemmas.taken_back", by=by, about=experience, sentence="Een ervaring weggehaald.")
