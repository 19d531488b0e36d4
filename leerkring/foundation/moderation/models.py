"""Flags and decisions. What they are about is named by label and key, as in `activity`."""

from typing import Any, Self

from django.conf import settings
from django.db import models

from leerkring.foundation.moderation.registry import flaggable


class Outcome(models.TextChoices):
    STAYS = "blijft", "Het blijft staan"
    HIDDEN = "weg", "Het is weggehaald"
    ADAPTED = "aangepast", "We vragen de schrijver om het aan te passen"
    REDACTED = "zwart", "Een passage is weggehaald"
    GONE = "verdwenen", "Het bestaat niet meer"


class Decision(models.Model):
    """A moderator looked, and told what came of it: who flagged it, and who wrote it.

    The words to the one are never read by the other. Without flags a moderator came across it.
    That it is gone nobody decides: it was taken away before anybody did.
    """

    about = models.CharField(max_length=60)
    about_id = models.CharField(max_length=40)
    outcome = models.CharField("besluit", max_length=10, choices=Outcome.choices)
    message = models.CharField("bericht aan wie het meldde", max_length=500, blank=True)
    to_writer = models.CharField("bericht aan wie het schreef", max_length=500, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.get_outcome_display()} ({self.about} {self.about_id})"


class FlagQuerySet(models.QuerySet["Flag"]):
    def open(self) -> Self:
        return self.filter(decision=None)

    def about_one(self, about: str, about_id: Any) -> Self:
        return self.filter(about=about, about_id=str(about_id))


class Flag(models.Model):
    """Somebody thinks that this should not stand there, and says why."""

    class Reason(models.TextChoices):
        PRIVACY = "privacy", "Er staat iets in over een kind, gezin of collega"
        UNKIND = "onheus", "Het is kwetsend of onheus"
        WRONG = "onjuist", "Het klopt niet, of kan gevaarlijk zijn"
        PUBLICITY = "reclame", "Het is reclame"
        OTHER = "anders", "Iets anders"

    about = models.CharField(max_length=60)
    about_id = models.CharField(max_length=40)
    reason = models.CharField("waarom", max_length=10, choices=Reason.choices)
    text = models.CharField("toelichting", max_length=500, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField(auto_now_add=True)
    decision = models.ForeignKey(
        Decision, null=True, blank=True, on_delete=models.CASCADE, related_name="flags"
    )

    objects = FlagQuerySet.as_manager()

    class Meta:
        ordering = ["at", "pk"]
        indexes = [models.Index(fields=["about", "about_id"], name="flag_about")]
        constraints = [
            models.UniqueConstraint(
                fields=["about", "about_id", "by"],
                condition=models.Q(decision=None, by__isnull=False),
                name="one_open_flag_of_a_person",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_reason_display()} ({self.about} {self.about_id})"

    @property
    def what(self) -> str:
        """The kind of thing, without its article: «reactie»."""
        entry = flaggable(self.about)
        return entry.label.partition(" ")[2] if entry else ""


class Reading(models.Model):
    """A moderator read something that opens for them only because it was flagged: once for each
    case, by its first flag. Rows are only ever added."""

    flag = models.ForeignKey(Flag, on_delete=models.CASCADE, related_name="readings")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField(auto_now_add=True)
    is_told = models.BooleanField(default=False, help_text="the room where it stands tells of it")

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["flag", "person"], name="one_reading_of_a_case")
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.why}"

    @property
    def why(self) -> str:
        return f"Las alleen wat gemeld is. De melding: {self.flag.get_reason_display()}."
