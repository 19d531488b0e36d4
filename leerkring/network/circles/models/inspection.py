"""A moderator looks into a closed circle: never silently, never for long."""

from datetime import timedelta
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.utils import timezone

HOW_LONG = timedelta(hours=24)


class InspectionQuerySet(models.QuerySet["Inspection"]):
    def running(self) -> Self:
        return self.filter(until__gt=timezone.now())

    def of(self, person: Any) -> Self:
        """What this person may look into now; who no longer moderates looks into nothing."""
        if not person.is_authenticated or not person.moderates:
            return self.none()
        return self.running().filter(person=person)


class Inspection(models.Model):
    """Who looks into which circle, why, and until when. Rows are only ever added."""

    circle = models.ForeignKey("Circle", on_delete=models.CASCADE, related_name="inspections")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    reason = models.CharField("reden", max_length=300)
    at = models.DateTimeField()
    until = models.DateTimeField()

    objects = InspectionQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.circle}: {self.reason}"
