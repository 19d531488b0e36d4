"""How people get in: they ask, they are invited, or they have a link."""

import secrets
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from leerkring.network.circles.roles import ROLE_CHOICES, Role
from leerkring.network.entrance.models import InvitationLink


def new_token() -> str:
    return secrets.token_urlsafe(16)


class WaitingQuerySet(models.QuerySet[Any]):
    def waiting(self) -> Self:
        return self.filter(decided_at=None)


class JoinRequest(models.Model):
    """Somebody asks to come in, and gets an answer: `granted` yes or no, by whom and when."""

    circle = models.ForeignKey("Circle", on_delete=models.CASCADE, related_name="join_requests")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="circle_requests"
    )
    motivation = models.TextField("waarom wil je meedoen?", max_length=600, blank=True)
    agreed_at = models.DateTimeField(null=True, blank=True)
    at = models.DateTimeField()
    granted = models.BooleanField(null=True, blank=True)
    answer = models.CharField("antwoord", max_length=300, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    objects = WaitingQuerySet.as_manager()

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["circle", "person"],
                condition=Q(decided_at=None),
                name="one_open_request_per_circle",
            )
        ]

    def __str__(self) -> str:
        return f"{self.person} bij {self.circle}"


class Invitation(models.Model):
    """A known person is asked to come in, in a role. `granted`: whether they came."""

    circle = models.ForeignKey("Circle", on_delete=models.CASCADE, related_name="invitations")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="circle_invitations"
    )
    role = models.CharField(max_length=12, choices=ROLE_CHOICES, default=Role.MEMBER)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField()
    granted = models.BooleanField(null=True, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)

    objects = WaitingQuerySet.as_manager()

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["circle", "person"],
                condition=Q(decided_at=None),
                name="one_open_invitation_per_circle",
            )
        ]

    def __str__(self) -> str:
        return f"{self.person} bij {self.circle}"


class DoorwayQuerySet(models.QuerySet["Doorway"]):
    def open(self) -> Self:
        return self.filter(withdrawn_at=None, until__gt=timezone.now())


class Doorway(models.Model):
    """A link that leads whoever has it into a circle, until a moment or until it is withdrawn."""

    circle = models.ForeignKey("Circle", on_delete=models.CASCADE, related_name="doorways")
    token = models.CharField(max_length=40, unique=True, default=new_token)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField()
    until = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    entrance = models.OneToOneField(
        InvitationLink,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="where new people come in who are led on to here",
    )

    objects = DoorwayQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"Link naar {self.circle}"

    def get_absolute_url(self) -> str:
        return f"/werkgroepen/binnen/{self.token}/"

    @property
    def address(self) -> str:
        """The whole link, to be sent to people."""
        if self.entrance is not None:
            return self.entrance.address
        return settings.SITE_URL + self.get_absolute_url()
