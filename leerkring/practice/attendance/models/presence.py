"""Who is there, as it was tapped at the door."""

import uuid

from django.db import models

from leerkring.practice.meetings.models import Invitation


class Tap(models.Model):
    """Somebody is there, or not after all: one tap. The last one counts, not the last to arrive.

    id     made by the phone, so that a tap that is sent twice is there once
    guest  0 for who was invited, 1 for their first guest
    at     when it was tapped, by the clock of the phone but never later than it came in
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    invitation = models.ForeignKey(Invitation, on_delete=models.CASCADE, related_name="taps")
    guest = models.PositiveSmallIntegerField(default=0)
    is_here = models.BooleanField()
    at = models.DateTimeField()
    came_in_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["at", "came_in_at"]

    def __str__(self) -> str:
        return f"{self.invitation}: {'aanwezig' if self.is_here else 'toch niet'}"
