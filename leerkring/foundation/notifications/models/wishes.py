"""What people want to hear of. No row: the defaults of the event."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from leerkring.foundation.notifications.frequency import Frequency, Loudness


class Preference(models.Model):
    """What one person chose for one event."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", db_index=False
    )
    event = models.CharField(max_length=60)
    site = models.BooleanField(default=True)
    mail = models.CharField(max_length=10, choices=[(f.value, f.label) for f in Frequency])

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "event"], name="one_preference_per_event")
        ]

    def __str__(self) -> str:
        return f"{self.event}: {self.mail}"


class CircleLoudness(models.Model):
    """How much one person wants to hear from one circle; `circle` is the number of another room."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", db_index=False
    )
    circle = models.BigIntegerField(db_index=True)
    loudness = models.CharField(max_length=10, choices=[(x.value, x.label) for x in Loudness])

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "circle"], name="one_loudness_per_circle")
        ]

    def __str__(self) -> str:
        return f"{self.circle}: {self.loudness}"


class DigestStop(models.Model):
    """One person does not want this digest at all, whatever comes to be told in it later."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", db_index=False
    )
    frequency = models.CharField(max_length=10, choices=[(f.value, f.label) for f in Frequency])
    since = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "frequency"], name="one_stop_per_digest")
        ]

    def __str__(self) -> str:
        return self.frequency
