"""Who does what in a meeting, and who is asked to come."""

import uuid

from django.conf import settings
from django.db import models

from leerkring.network.people.models import Organisation


class Role(models.Model):
    """What somebody does in a meeting."""

    class Kind(models.TextChoices):
        ORGANISER = "organiser", "organisator"
        CHAIR = "chair", "dagvoorzitter"
        FACILITATOR = "facilitator", "gespreksleider"
        SPEAKER = "speaker", "inleider"

    meeting = models.ForeignKey("meetings.Meeting", on_delete=models.CASCADE, related_name="roles")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="meeting_roles"
    )
    kind = models.CharField(max_length=12, choices=Kind.choices)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "person", "kind"], name="one_meeting_role_of_a_kind"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.get_kind_display()}"


class Invitation(models.Model):
    """Somebody is asked to come: a person of the platform, or a partner without an account.

    The link in the mail is signed from `id`; whoever has it may answer for this invitation only.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    meeting = models.ForeignKey(
        "meetings.Meeting", on_delete=models.CASCADE, related_name="invitations"
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="meeting_invitations",
    )
    name = models.CharField("naam", max_length=120)
    email = models.EmailField("e-mailadres")
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "email"], name="one_meeting_invitation_per_address"
            )
        ]

    def __str__(self) -> str:
        return self.name
