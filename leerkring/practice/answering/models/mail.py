"""The mails of a round: each is a row, and the rows are the queue."""

from datetime import datetime
from typing import Self

from django.db import models
from django.utils import timezone

from leerkring.practice.answering.models.asking import Invitee
from leerkring.practice.scans.models import Round

MOST_ATTEMPTS = 35  # as many as fit in the five days that every mail is tried


class SendingQuerySet(models.QuerySet["Sending"]):
    def of_round(self, round: Round) -> Self:
        return self.filter(invitee__round=round)

    def waiting(self) -> Self:
        return self.filter(sent_at=None, given_up=False)

    def due(self, now: datetime) -> Self:
        return self.waiting().filter(due_at__lte=now)

    def failing(self) -> Self:
        """The last attempt went wrong; another may follow."""
        return self.filter(sent_at=None).exclude(fault="")


class Sending(models.Model):
    """One mail to one invitee: the delivery record is the queue, so nothing is sent twice.

    given_up   no more attempts: not needed any more, or (with a `fault`) it never went well
    """

    class Kind(models.TextChoices):
        ANNOUNCEMENT = "aankondiging", "aankondiging"
        FIRST = "herinnering", "herinnering"
        LAST = "laatste", "laatste herinnering"

    invitee = models.ForeignKey(Invitee, on_delete=models.CASCADE, related_name="sendings")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    due_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    fault = models.CharField(max_length=200, blank=True)
    given_up = models.BooleanField(default=False)

    objects = SendingQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["invitee", "kind"], name="each_mail_once")]

    def __str__(self) -> str:
        return f"{self.kind} aan {self.invitee}"

    def went(self) -> None:
        self.sent_at, self.fault = timezone.now(), ""
        self.save(update_fields=["sent_at", "fault"])

    def give_up(self, why: str = "") -> None:
        self.given_up, self.fault = True, why[:200]
        self.save(update_fields=["given_up", "fault"])

    def put_off(self, until: datetime, why: str) -> None:
        self.due_at, self.fault = until, why[:200]
        self.save(update_fields=["due_at", "fault"])


class PausedAddress(models.Model):
    """Mail to this address came back. Nothing more is sent to it until somebody lifts this."""

    email = models.EmailField(unique=True)
    since = models.DateTimeField(auto_now_add=True)
    why = models.CharField(max_length=200, blank=True)

    def __str__(self) -> str:
        return self.email
