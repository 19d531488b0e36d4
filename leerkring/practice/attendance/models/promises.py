"""What a guest without an account means to do after a meeting, and how it went."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q

from leerkring.practice.commitments.models import LONGEST, Outcome
from leerkring.practice.meetings.models import Invitation

STILL_OPEN = ("", Outcome.UNDER_WAY)


class GuestPromiseQuerySet(models.QuerySet["GuestPromise"]):
    def to_ask(self, today: date) -> Self:
        """The day is there, nobody asked yet, and it did not end."""
        return self.filter(asked_at=None, look_back_on__lte=today, outcome__in=STILL_OPEN)


class GuestPromise(models.Model):
    """One sentence behind the link of an invitation; nobody else reads it, and it goes with that.

    outcome   what was said last; empty until then
    asked_at  when its one letter was put in line
    """

    invitation = models.ForeignKey(Invitation, on_delete=models.CASCADE, related_name="promises")
    sentence = models.CharField("voornemen", max_length=LONGEST)
    look_back_on = models.DateField("terugkijken op")
    outcome = models.CharField("hoe ging het?", max_length=8, choices=Outcome.choices, blank=True)
    learnt = models.TextField("wat leerde je?", max_length=1000, blank=True)
    asked_at = models.DateTimeField(null=True)
    at = models.DateTimeField(auto_now_add=True)

    objects = GuestPromiseQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        indexes = [
            models.Index(
                fields=["look_back_on"],
                condition=Q(asked_at=None),
                name="guest_promises_to_ask",
            )
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(outcome__in=["", *Outcome.values]), name="guest_promise_ends_in_words"
            )
        ]

    def __str__(self) -> str:
        return self.sentence

    @property
    def may_change(self) -> bool:
        """Its words and its day, until somebody asked or said how it went."""
        return not self.outcome and self.asked_at is None
