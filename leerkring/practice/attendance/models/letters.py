"""The mails about an invitation: each is a row, and the rows are the queue."""

from datetime import datetime
from typing import Self

from django.db import models
from django.utils import timezone

from leerkring.practice.meetings.models import Meeting

# Nobody reads mail there (RFC 2606): the address of who came in without giving one.
NO_ADDRESS = "@zonder-adres.invalid"


class LetterQuerySet(models.QuerySet["Letter"]):
    def waiting(self) -> Self:
        return self.filter(sent_at=None, given_up_at=None)

    def due(self, now: datetime) -> Self:
        return self.waiting().filter(next_try_at__lte=now)

    def refused(self) -> Self:
        """Mail came back for good: their addresses get no more until somebody looked at them."""
        return self.filter(is_refused=True)


class Letter(models.Model):
    """One mail. It outlives its invitation: who is taken off must still be told that.

    sequence    of the meeting, as the calendars count
    turn        tells two of a kind apart at the same sequence: moved up twice
    is_refused  the mail server says that this address takes no mail
    """

    class Kind(models.TextChoices):
        INVITATION = "request", "uitnodiging"
        CALLED_OFF = "cancel", "afzegging"
        MOVED_UP = "place", "plaats vrij"

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="letters")
    invitation = models.UUIDField()
    name = models.CharField(max_length=120)
    email = models.EmailField()
    kind = models.CharField(max_length=8, choices=Kind.choices)
    sequence = models.PositiveIntegerField()
    turn = models.PositiveSmallIntegerField(default=0)
    at = models.DateTimeField(default=timezone.now)
    next_try_at = models.DateTimeField(default=timezone.now)
    tries = models.PositiveSmallIntegerField(default=0)
    sent_at = models.DateTimeField(null=True)
    given_up_at = models.DateTimeField(null=True)
    fault = models.CharField(max_length=200, blank=True)
    is_refused = models.BooleanField(default=False)

    objects = LetterQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["invitation", "kind", "sequence", "turn"], name="each_letter_once"
            )
        ]
        indexes = [
            models.Index(
                fields=["next_try_at"],
                condition=models.Q(sent_at=None, given_up_at=None),
                name="letters_to_send",
            ),
            models.Index(fields=["email"], name="letters_by_address"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} aan {self.email}"

    def went(self) -> None:
        self.sent_at, self.fault = timezone.now(), ""
        self.save(update_fields=["sent_at", "fault"])

    def give_up(self, why: str = "", *, refused: bool = False) -> None:
        self.given_up_at, self.fault, self.is_refused = timezone.now(), why[:200], refused
        self.save(update_fields=["given_up_at", "fault", "is_refused"])

    def put_off(self, until: datetime, why: str) -> None:
        self.next_try_at, self.fault = until, why[:200]
        self.save(update_fields=["next_try_at", "fault"])
