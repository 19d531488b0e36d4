"""Who is asked, what is on its way, and answers that are not finished yet."""

from datetime import timedelta
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.utils import timezone

from leerkring.network.people.models import Team
from leerkring.practice.answering.keys import Secret
from leerkring.practice.scans.models import Round

MOST_ATTEMPTS = 6
FIRST_WAIT = timedelta(minutes=5)


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
    """

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="invitees")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    email = models.EmailField("e-mailadres")
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
    """A team's own door, as a QR code on the wall: who comes through gets a link of their own."""

    name = models.CharField(max_length=64, primary_key=True)
    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="posters")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["round", "team"], name="one_poster_per_team")
        ]

    def __str__(self) -> str:
        return f"poster van {self.team}"


class Draft(models.Model):
    """Answers on their way: filed under a name and locked with a key that only the link gives.

    `answers` holds one byte an item, locked. When they are finished they become a Response of
    the team, and the draft is gone.
    """

    name = models.CharField(max_length=64, primary_key=True)
    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="drafts")
    answers = models.BinaryField()

    def __str__(self) -> str:
        return "antwoorden onderweg"


class OwnLine(models.Model):
    """A person's own results over rounds, locked with a key that only that person holds."""

    name = models.CharField(max_length=64, primary_key=True)
    content = models.BinaryField()

    def __str__(self) -> str:
        return "eigen lijn"


class SendingQuerySet(models.QuerySet["Sending"]):
    def due(self, now: Any) -> Self:
        return self.filter(sent_at=None, given_up=False, due_at__lte=now)


class Sending(models.Model):
    """One mail to one invitee: the delivery record is the queue, so nothing is sent twice."""

    class Kind(models.TextChoices):
        ANNOUNCEMENT = "aankondiging", "aankondiging"
        FIRST = "herinnering", "herinnering"
        LAST = "laatste", "laatste herinnering"

    invitee = models.ForeignKey(Invitee, on_delete=models.CASCADE, related_name="sendings")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    due_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    fault = models.CharField(max_length=200, blank=True)
    given_up = models.BooleanField(default=False)

    objects = SendingQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["invitee", "kind"], name="each_mail_once")]

    def __str__(self) -> str:
        return f"{self.kind} aan {self.invitee}"

    def went(self) -> None:
        self.sent_at, self.fault = timezone.now(), ""
        self.save(update_fields=["sent_at", "fault"])

    def give_up(self, why: str) -> None:
        self.given_up, self.fault = True, why[:200]
        self.save(update_fields=["given_up", "fault"])

    def fail(self, why: str) -> None:
        self.given_up, self.fault = self.attempts >= MOST_ATTEMPTS, why[:200]
        self.save(update_fields=["fault", "given_up"])

    def put_off(self) -> None:
        """Count an attempt, and come back later, each time twice as late."""
        self.due_at = timezone.now() + FIRST_WAIT * 2**self.attempts
        self.attempts += 1
        self.save(update_fields=["attempts", "due_at"])


class PausedAddress(models.Model):
    """Mail to this address came back. Nothing more is sent to it until somebody lifts this."""

    email = models.EmailField(unique=True)
    since = models.DateTimeField(auto_now_add=True)
    why = models.CharField(max_length=200, blank=True)

    def __str__(self) -> str:
        return self.email
