"""A mail as a row, where the rows are the queue: what every room's letters have alike."""

from datetime import datetime
from typing import Self

from django.db import models
from django.utils import timezone


class OutgoingQuerySet(models.QuerySet[models.Model]):
    def waiting(self) -> Self:
        return self.filter(sent_at=None, given_up_at=None)

    def due(self, now: datetime) -> Self:
        return self.waiting().filter(next_try_at__lte=now)


class Outgoing(models.Model):
    """When it is tried, how often it was, and how it ended; for an `Outbox`."""

    at = models.DateTimeField(default=timezone.now)
    next_try_at = models.DateTimeField(default=timezone.now)
    tries = models.PositiveSmallIntegerField(default=0)
    sent_at = models.DateTimeField(null=True)
    given_up_at = models.DateTimeField(null=True)
    fault = models.CharField(max_length=200, blank=True)

    class Meta:
        abstract = True

    def went(self) -> None:
        self.sent_at, self.fault = timezone.now(), ""
        self.save(update_fields=["sent_at", "fault"])

    def give_up(self, why: str = "") -> None:
        self.given_up_at, self.fault = timezone.now(), why[:200]
        self.save(update_fields=["given_up_at", "fault"])

    def put_off(self, until: datetime, why: str) -> None:
        self.next_try_at, self.fault = until, why[:200]
        self.save(update_fields=["next_try_at", "fault"])
