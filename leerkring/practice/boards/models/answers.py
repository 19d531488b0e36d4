"""What people give: cards in their own words, and votes that are only counted.

Neither leads to a person and neither has a moment; the keys are random, so that their order says
nothing either. `mark` is made from a cookie of the device, for one board; it is taken away when the
board closes.
"""

import uuid
from typing import Self

from django.conf import settings
from django.db import models

from leerkring.practice.boards.kinds import BEFORE
from leerkring.practice.boards.models.questions import BoardQuestion
from leerkring.practice.commitments.models import Commitment

MOST_SIGNS = 500
MOST_OF_A_NAME = 60


class Group(models.Model):
    """A theme under which cards were brought together by hand."""

    question = models.ForeignKey(BoardQuestion, on_delete=models.CASCADE, related_name="groups")
    name = models.CharField("thema", max_length=60)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["question", "name"], name="a_theme_once_a_question")
        ]

    def __str__(self) -> str:
        return self.name


class CardQuerySet(models.QuerySet["Card"]):
    def in_sight(self) -> Self:
        return self.filter(hiding__isnull=True)

    def with_its_state(self) -> Self:
        return self.select_related("hiding", "group", "takenover")


class Card(models.Model):
    """An answer in somebody's own words. `id` is made on the device: the same card counts once.

    number    on paper; given when it is shown, by the alphabet, and it stays
    is_shown  it was there at the reveal, or was shown after it: never before who leads could see it
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    question = models.ForeignKey(BoardQuestion, on_delete=models.CASCADE, related_name="cards")
    text = models.CharField("antwoord", max_length=MOST_SIGNS)
    name = models.CharField("naam", max_length=MOST_OF_A_NAME, blank=True)
    group = models.ForeignKey(
        Group, null=True, blank=True, on_delete=models.SET_NULL, related_name="cards"
    )
    number = models.PositiveSmallIntegerField(null=True, blank=True)
    is_shown = models.BooleanField(default=False)
    is_typed = models.BooleanField("van papier", default=False)
    mark = models.CharField(max_length=32, null=True, blank=True)  # noqa: DJ001  (no mark is none)

    objects = CardQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.text


class Hiding(models.Model):
    """A card was taken out of sight, and why. How many there are is shown."""

    card = models.OneToOneField(Card, on_delete=models.CASCADE, related_name="hiding")
    reason = models.CharField("reden", max_length=200)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField()

    def __str__(self) -> str:
        return self.reason


class TakenOver(models.Model):
    """A card «vanaf morgen …» became a commitment."""

    card = models.OneToOneField(Card, on_delete=models.CASCADE)
    commitment = models.ForeignKey(Commitment, on_delete=models.CASCADE, related_name="+")

    def __str__(self) -> str:
        return str(self.commitment)


class VoteQuerySet(models.QuerySet["Vote"]):
    def uncounted(self) -> Self:
        return self.filter(is_counted=False)


class Vote(models.Model):
    """A choice; gone when the board closes. Once it is counted it does not change.

    choice   a scale: [step]; options by their place; a ranking: all of them, best first; of voting
             on cards their keys, as text
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    question = models.ForeignKey(BoardQuestion, on_delete=models.CASCADE, related_name="votes")
    phase = models.PositiveSmallIntegerField(default=BEFORE)
    choice = models.JSONField()
    is_typed = models.BooleanField("van papier", default=False)
    is_counted = models.BooleanField(default=False)
    mark = models.CharField(max_length=32, null=True, blank=True)  # noqa: DJ001  (no mark is none)

    objects = VoteQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["question", "phase", "mark"], name="one_vote_per_device_and_phase"
            )
        ]

    def __str__(self) -> str:
        return f"stem op {self.question}"
