"""The mails about an invitation: each is a row, and the rows are the queue."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any, Self

from django.db import models

from leerkring.foundation.notifications.models.outgoing import Outgoing, OutgoingQuerySet
from leerkring.practice.meetings.models import Meeting

# Nobody reads mail there (RFC 2606): the address of who came in without giving one.
NO_ADDRESS = "@zonder-adres.invalid"


class LetterQuerySet(OutgoingQuerySet):
    def refused(self) -> Self:
        """Mail came back for good: their addresses get no more until somebody looked at them."""
        return self.filter(is_refused=True)

    def put_in_line(
        self,
        meeting: Meeting,
        invitations: Iterable[Any],
        kind: str,
        sequence: int,
        now: datetime,
        *,
        turn: int = 0,
        doing: Mapping[Any, str] = MappingProxyType({}),
    ) -> int:
        """A mail of this kind to each, and none again to who has it; how many were asked for.
        `doing`: what they do there, for whom that is anything."""
        letters = [
            Letter(
                meeting=meeting,
                invitation=one.pk,
                name=one.name,
                email=one.email,
                kind=kind,
                sequence=sequence,
                turn=turn,
                doing=doing.get(one.pk, ""),
                at=now,
                next_try_at=now,
            )
            for one in invitations
        ]
        return len(self.bulk_create(letters, ignore_conflicts=True))


class Letter(Outgoing):
    """One mail. It outlives its invitation: who is taken off must still be told that.

    invitation  or, for who does something there without one, a key of their own
    sequence    of the meeting, as the calendars count
    turn        tells two of a kind apart at the same sequence: moved up twice; of what says when
                somebody does something there: how often parts had moved; of what asks about
                promises: their day to look back, counted from the year 1
    doing       what it says that they do there
    is_refused  the mail server says that this address takes no mail
    """

    class Kind(models.TextChoices):
        INVITATION = "request", "uitnodiging"
        CALLED_OFF = "cancel", "afzegging"
        MOVED_UP = "place", "plaats vrij"
        REPORT = "report", "verslag"
        LOOK_BACK = "effect", "vraag na zes weken"
        ROLE = "role", "wat je doet"
        PROMISE = "promise", "vraag naar een voornemen"

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="letters")
    invitation = models.UUIDField()
    name = models.CharField(max_length=120)
    email = models.EmailField()
    kind = models.CharField(max_length=8, choices=Kind.choices)
    sequence = models.PositiveIntegerField()
    turn = models.PositiveIntegerField(default=0)
    doing = models.TextField(blank=True)
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

    @property
    def is_afterwards(self) -> bool:
        """Of a meeting that was: it says nothing for a calendar, and comes whenever it comes."""
        return self.kind in AFTERWARDS

    def refuse(self, why: str) -> None:
        """Given up, and with it this address: that first, as it holds for the other letters."""
        self.is_refused = True
        self.save(update_fields=["is_refused"])
        self.give_up(why)


AFTERWARDS = (Letter.Kind.REPORT, Letter.Kind.LOOK_BACK, Letter.Kind.PROMISE)
