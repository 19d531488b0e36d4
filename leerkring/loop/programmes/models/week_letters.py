"""The mails about sessions that a plan set, moved or let go: each is a row, the rows the queue."""

from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone

from leerkring.loop.programmes.models.week_plans import WeekPlan
from leerkring.practice.gatherings.models import Session


class WeekLetterQuerySet(models.QuerySet["WeekLetter"]):
    def waiting(self) -> Self:
        return self.filter(sent_at=None, given_up_at=None)

    def due(self, now: datetime) -> Self:
        return self.waiting().filter(next_try_at__lte=now)


class WeekLetter(models.Model):
    """One mail with a date for a calendar, about a session of the plan that was agreed.

    sequence          grows by one each time that the session changes, as calendars count
    starts_at, place  what it says: of a session that is called off, what it was
    """

    class Kind(models.TextChoices):
        REQUEST = "request", "bericht"
        CANCEL = "cancel", "afzegging"

    plan = models.ForeignKey(WeekPlan, on_delete=models.CASCADE, related_name="letters")
    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    sequence = models.PositiveIntegerField()
    starts_at = models.DateTimeField()
    place = models.CharField(max_length=160, blank=True)
    at = models.DateTimeField(default=timezone.now)
    next_try_at = models.DateTimeField(default=timezone.now)
    tries = models.PositiveSmallIntegerField(default=0)
    sent_at = models.DateTimeField(null=True)
    given_up_at = models.DateTimeField(null=True)
    fault = models.CharField(max_length=200, blank=True)

    objects = WeekLetterQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "person", "sequence"], name="one_letter_a_change"
            )
        ]
        indexes = [
            models.Index(
                fields=["next_try_at"],
                condition=models.Q(sent_at=None, given_up_at=None),
                name="week_letters_to_send",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} over {self.session}"

    def begin_try(self) -> None:
        """Before it is handed over: from here on it may have gone."""
        self.tries += 1
        self.save(update_fields=["tries"])

    def went(self) -> None:
        self.sent_at, self.fault = timezone.now(), ""
        self.save(update_fields=["sent_at", "fault"])

    def give_up(self, why: str = "") -> None:
        self.given_up_at, self.fault = timezone.now(), why[:200]
        self.save(update_fields=["given_up_at", "fault"])

    def put_off(self, until: datetime, why: str) -> None:
        self.next_try_at, self.fault = until, why[:200]
        self.save(update_fields=["next_try_at", "fault"])
