"""A small scan around something, the answers in people's own words, and what is done with it."""

import uuid
from datetime import datetime
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.functional import cached_property

from leerkring.practice.pulses.kinds import Kind
from leerkring.practice.pulses.registry import Subject, subject_of, subjects
from leerkring.practice.scans.models import Round


class PulseQuerySet(models.QuerySet["Pulse"]):
    def around(self, row: models.Model) -> Self:
        return self.filter(about=row._meta.label_lower, about_id=row.pk)

    def led_by(self, person: Any) -> Self:
        """For who leads what it is around, and whom rooms above name."""
        return self.filter(_any_of({s.label: s.rows_led_by(person) for s in subjects()}))

    def visible_to(self, person: Any) -> Self:
        """Also for who may read the outcome: they see what was released."""
        if not person.is_authenticated:
            return self.none()
        return self.filter(
            _any_of({s.label: s.rows_led_by(person) for s in subjects()})
            | _any_of({s.label: s.read_by(person) for s in subjects()})
        )

    def with_all(self) -> Self:
        return self.select_related("round__instrument", "round__closing", "reply")


def _any_of(rows: dict[str, models.QuerySet[Any]]) -> models.Q:
    among = models.Q(pk__in=[])
    for label, found in rows.items():
        among |= models.Q(about=label, about_id__in=found.values("pk"))
    return among


class Pulse(models.Model):
    """One kind of small scan, asked of the people around one row of a registered model.

    title     what it is around, as it was called when people were asked
    number    1, and one more each time that the same is asked of the same people again
    code      the last part of the link, the same for everybody
    opens_at  from here until `closes_at` answers come in
    places    how many answers there can be at most
    told_at   when those people were told of the link; only of the effect question
    may_quote what people write may stand in a report: they read so before they wrote it
    """

    about = models.CharField(max_length=60)
    about_id = models.PositiveBigIntegerField()
    title = models.CharField(max_length=160)
    kind = models.CharField(max_length=12, choices=Kind.choices())
    number = models.PositiveSmallIntegerField(default=1)
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
    may_quote = models.BooleanField(default=False)

    objects = PulseQuerySet.as_manager()

    class Meta:
        ordering = ["opens_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["about", "about_id", "kind", "number"], name="each_pulse_once"
            ),
            models.CheckConstraint(
                condition=models.Q(closes_at__gt=models.F("opens_at")),
                name="pulse_closes_after_it_opens",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.as_kind.words.label}, {self.title}"

    def get_absolute_url(self) -> str:
        return reverse("pulses:show", args=[self.pk])

    @property
    def as_kind(self) -> Kind:
        return Kind(self.kind)

    @property
    def subject(self) -> Subject:
        """Raises KeyError when its room is gone."""
        return subject_of(self.about)

    @cached_property
    def row(self) -> Any:
        """What it is around; None when that was taken away."""
        return self.subject.model._default_manager.filter(pk=self.about_id).first()

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
    """An answer in somebody's own words, masked; `theme` and `fate` are given by hand, after
    closing.

    The key is random: in its order answers are shuffled.
    """

    class Fate(models.TextChoices):
        """Whether it comes in the report; if not, why."""

        OPEN = "", "Nog niet gekozen"
        TOLD = "told", "Ja, in het verslag"
        PERSON = "person", "Nee: het kan naar iemand wijzen"
        ASIDE = "aside", "Nee: het gaat ergens anders over"
        TWICE = "twice", "Nee: het staat er al"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    pulse = models.ForeignKey(Pulse, on_delete=models.CASCADE, related_name="open_answers")
    text = models.TextField()
    theme = models.CharField("thema", max_length=60, blank=True)
    fate = models.CharField(max_length=6, choices=Fate.choices, default=Fate.OPEN, blank=True)

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


class ThemeReply(models.Model):
    """What the organisers do with what was said in one theme."""

    pulse = models.ForeignKey(Pulse, on_delete=models.CASCADE, related_name="theme_replies")
    theme = models.CharField("thema", max_length=60)
    text = models.TextField("dit doen we ermee", max_length=600)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering = ["theme"]
        constraints = [models.UniqueConstraint(fields=["pulse", "theme"], name="one_reply_a_theme")]

    def __str__(self) -> str:
        return f"{self.theme}: {self.text[:60]}"
