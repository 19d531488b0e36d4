"""Who is asked in a round, and the doors they answer through."""

from typing import Self

from django.conf import settings
from django.db import models

from leerkring.network.people.models import Team
from leerkring.practice.answering.keys import Secret
from leerkring.practice.scans.models import Round


class Launch(models.Model):
    """A round is open to be answered online, from a day until it is closed."""

    round = models.OneToOneField(Round, on_delete=models.CASCADE, related_name="launch")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField(auto_now_add=True)
    until = models.DateField("tot en met")
    welcome = models.TextField("welkomsttekst", blank=True)

    def __str__(self) -> str:
        return f"{self.round} staat open tot en met {self.until}"


class Invitee(models.Model):
    """Somebody who is asked.

    Whether someone finished is a yes or a no, without a time: a time would lead to the answers.
    After the round both this and the address are forgotten; what stays counts who was asked.
    """

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="invitees")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    email = models.EmailField("e-mailadres", null=True)  # noqa: DJ001  (forgotten is not empty)
    is_finished = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["round", "team", "email"], name="invited_once_per_team")
        ]

    def __str__(self) -> str:
        return f"genodigde van {self.team}"


class LinkQuerySet(models.QuerySet["Link"]):
    def of(self, secret: Secret) -> Self:
        """The link that this secret opens, with all that an answer needs in one query."""
        return self.filter(name=secret.name("link")).select_related(
            "round__instrument", "round__launch", "round__closing", "invitee", "team"
        )


class Link(models.Model):
    """A door to answer through. The door itself is in a mail or on paper; this is its name.

    invitee   who it was sent to; empty for a door that somebody took from a team's poster
    is_used   the answers behind it are in
    """

    name = models.CharField(max_length=64, primary_key=True)
    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="+")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    invitee = models.ForeignKey(Invitee, null=True, on_delete=models.CASCADE, related_name="links")
    is_used = models.BooleanField(default=False)

    objects = LinkQuerySet.as_manager()

    def __str__(self) -> str:
        return f"link voor {self.team}"

    @property
    def is_done(self) -> bool:
        return self.is_used or (self.invitee is not None and self.invitee.is_finished)


class Poster(models.Model):
    """A team's own door, as a QR code on the wall: who comes through gets a link of their own.

    places   how many links it gives at most: as many as the team has members
    taken    how many it gave
    """

    name = models.CharField(max_length=64, primary_key=True)
    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="posters")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    places = models.PositiveSmallIntegerField()
    taken = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["round", "team"], name="one_poster_per_team")
        ]

    def __str__(self) -> str:
        return f"poster van {self.team}"
