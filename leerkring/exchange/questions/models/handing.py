"""A question in the hands of who guides, for somebody who does not want to be named.

No row here leads to the person who asks, before or after: not by a link, not by a moment (only a
day), not by an order (the keys are random). What only they hold is a key.
"""

import uuid
from typing import Any, Self

from django.db import models

from leerkring.exchange.questions.models.questions import LONGEST_TEXT, LONGEST_TITLE, Question
from leerkring.network.circles.audience import Audience
from leerkring.network.circles.models import Circle, Membership
from leerkring.network.circles.rules import WRITING


class HandoverQuerySet(models.QuerySet["Handover"]):
    def for_guide(self, person: Any) -> Self:
        """In whose hands it is: who guides that circle; without a circle a moderator."""
        return self.filter(guided_by(person, "circle"))


def guided_by(person: Any, circle: str) -> models.Q:
    """Rows whose `circle` (a lookup) this person guides; of those without one a moderator."""
    guided = models.Q(**{f"{circle}__in": Membership.objects.of(person).guiding().values("circle")})
    return guided | models.Q(**{circle: None}) if person.moderates else guided


class Handover(models.Model):
    """As long as it was not posted. Gone afterwards, without a trace."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    circle = models.ForeignKey(
        Circle, null=True, on_delete=models.CASCADE, related_name="handovers"
    )
    title = models.CharField(max_length=LONGEST_TITLE)
    text = models.TextField(max_length=LONGEST_TEXT, blank=True)
    key = models.CharField(max_length=64, unique=True)
    day = models.DateField()
    remark = models.CharField("wat moet er anders?", max_length=500, blank=True)
    is_told = models.BooleanField(default=False)

    objects = HandoverQuerySet.as_manager()

    class Meta:
        ordering = ["day", "pk"]

    def __str__(self) -> str:
        return "Een vraag zonder naam"


class Key(models.Model):
    """Who holds this is who asked. Only a hash of it."""

    question = models.OneToOneField(Question, on_delete=models.CASCADE, related_name="key")
    name = models.CharField(max_length=64, unique=True)

    def __str__(self) -> str:
        return f"sleutel van {self.question}"


class WordQuerySet(models.QuerySet["Word"]):
    def for_guide(self, person: Any) -> Self:
        """Who posted the question, as long as they can say something below it, or guides its
        circle; without a circle a moderator."""
        writes = Membership.objects.of(person).filter(role__in=WRITING).values("circle")
        there = models.Q(question__circle__in=writes)
        there |= ~models.Q(question__audience=Audience.CIRCLE)
        mine = models.Q(question__author=person.pk) & there
        return self.filter(mine | guided_by(person, "question__circle"))


class Word(models.Model):
    """Something that who holds the key wants to say below the question; a guide passes it on, and
    then this row is gone."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="words")
    text = models.TextField(max_length=2000)
    day = models.DateField()
    is_told = models.BooleanField(default=False)

    objects = WordQuerySet.as_manager()

    class Meta:
        ordering = ["day", "pk"]

    def __str__(self) -> str:
        return "Een reactie zonder naam"
