"""A small scan of a session, the answers in people's own words, and what is done with it."""

import uuid
from datetime import datetime
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.urls import reverse

from leerkring.practice.gatherings.models import Session
from leerkring.practice.pulses.kinds import Kind
from leerkring.practice.pulses.registry import led_by
from leerkring.practice.scans.models import Round


class PulseQuerySet(models.QuerySet["Pulse"]):
    def led_by(self, person: Any) -> Self:
        """For who leads the session: its facilitator, and whom rooms above name."""
        return self.filter(session__in=led_by(person))

    def visible_to(self, person: Any) -> Self:
        """Also for the members of the team: they see what was released."""
        writable = Session.objects.writable_by(person)
        return self.filter(
            models.Q(session__in=led_by(person).values("pk"))
            | models.Q(session__in=writable.values("pk"))
        )

    def with_all(self) -> Self:
        return self.select_related("session__team", "round__instrument", "round__closing", "reply")


class Pulse(models.Model):
    """One kind of small scan, asked once of the people of a session.

    code      the last part of the link, the same for everybody
    opens_at  from here until `closes_at` answers come in
    places    how many answers there can be at most
    told_at   when the members of the team were told of the link; only of the effect question
    """

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="pulses")
    kind = models.CharField(max_length=12, choices=Kind.choices())
    round = models.OneToOneField(Round, on_delete=models.PROTECT, related_name="pulse")
    code = models.CharField(max_length=16, unique=True)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    asked_at = models.DateTimeField(auto_now_add=True)
    opens_at = models.DateTimeField()
    closes_at = models.DateTimeField()
    places = models.PositiveSmallIntegerField("hoogste aantal antwoorden")
    told_at = models.DateTimeField(null=True, blank=True)

    objects = PulseQuerySet.as_manager()

    class Meta:
        ordering = ["opens_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["session", "kind"], name="each_pulse_once_a_session"),
            models.CheckConstraint(
                condition=models.Q(closes_at__gt=models.F("opens_at")),
                name="pulse_closes_after_it_opens",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.as_kind.words.label}, {self.session}"

    def get_absolute_url(self) -> str:
        return reverse("pulses:show", args=[self.pk])

    @property
    def as_kind(self) -> Kind:
        return Kind(self.kind)

    @property
    def is_closed(self) -> bool:
        return self.round.is_closed

    def is_waiting(self, now: datetime) -> bool:
        return now < self.opens_at

    def takes_answers(self, now: datetime) -> bool:
        return self.opens_at <= now < self.closes_at and not self.is_closed


class Receipt(models.Model):
    """Something that was sent in, so that sending it again counts once; gone at closing.

    `name` is made from a mark in the page; it leads to no answer and has no time.
    """

    name = models.CharField(max_length=64, primary_key=True)
    pulse = models.ForeignKey(Pulse, on_delete=models.CASCADE, related_name="receipts")

    def __str__(self) -> str:
        return "ontvangen"


class OpenAnswer(models.Model):
    """An answer in somebody's own words, masked; `theme` is given by hand, after closing.

    The key is random: in its order answers are shuffled.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    pulse = models.ForeignKey(Pulse, on_delete=models.CASCADE, related_name="open_answers")
    text = models.TextField()
    theme = models.CharField("thema", max_length=60, blank=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.text[:60]


class Reply(models.Model):
    """What the organisers do with it; for everybody who has the link."""

    pulse = models.OneToOneField(Pulse, on_delete=models.CASCADE, related_name="reply")
    text = models.TextField("dit doen we ermee", max_length=2000)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return self.text[:60]
