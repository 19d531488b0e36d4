"""How often something was found and what was done about it; and who reads along before it goes out.

Never what was found, where, or by whom it was written.
"""

from typing import Any, Self

from django.conf import settings
from django.db import models

from leerkring.foundation.language.decisions import Decision
from leerkring.foundation.language.traces import TraceKind


class TraceCount(models.Model):
    """How often in one month one decision was taken about one kind of trace."""

    kind = models.CharField(max_length=20, choices=[(k.value, k.label) for k in TraceKind])
    decision = models.CharField(max_length=12, choices=[(d.value, d.label) for d in Decision])
    month = models.DateField(help_text="its first day")
    number = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["month", "kind", "decision"]
        constraints = [
            models.UniqueConstraint(
                fields=["month", "kind", "decision"], name="language_one_count_a_month"
            )
        ]

    def __str__(self) -> str:
        return f"{self.month:%Y-%m} {self.kind} {self.decision}: {self.number}"


class SecondReadingQuerySet(models.QuerySet["SecondReading"]):
    def open(self) -> Self:
        return self.filter(outcome="")

    def of(self, about: models.Model) -> Self:
        return self.filter(about=about._meta.label_lower, about_id=str(about.pk))

    def for_reader(self, person: Any) -> Self:
        """Open ones that this person may take: theirs, or nobody's; never what they asked."""
        free = models.Q(reader=person) | models.Q(reader=None)
        return self.open().filter(free).exclude(asked_by=person)


class SecondReading(models.Model):
    """Somebody asks another to read a text before it goes out.

    `fingerprint` says of which text, without holding any of it: an agreement is no agreement with
    what was written later.
    """

    class Outcome(models.TextChoices):
        AGREED = "akkoord", "kan zo naar buiten"
        CHANGE = "aanpassen", "eerst aanpassen"
        WITHDRAWN = "vervallen", "niet meer nodig"

    about = models.CharField(max_length=60, help_text="label of the model it is about")
    about_id = models.CharField(max_length=40)
    fingerprint = models.CharField(max_length=64)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    reader = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField(auto_now_add=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(max_length=10, choices=Outcome.choices, blank=True, default="")

    objects = SecondReadingQuerySet.as_manager()

    class Meta:
        ordering = ["at", "pk"]
        indexes = [models.Index(fields=["about", "about_id"], name="language_reading_about")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(outcome="", decided_at=None)
                | (~models.Q(outcome="") & models.Q(decided_at__isnull=False)),
                name="language_reading_decided_once",
            ),
            models.UniqueConstraint(
                fields=["about", "about_id"],
                condition=models.Q(outcome=""),
                name="language_one_open_reading",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.about} {self.about_id}: {self.outcome or 'open'}"
