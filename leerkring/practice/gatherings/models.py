"""A team's session: when and where, its script, and what is captured in it."""

import uuid
from datetime import datetime
from typing import Any, Self

from django.conf import settings
from django.core.files.storage import storages
from django.db import models
from django.urls import reverse

from leerkring.network.people.models import Team
from leerkring.practice.commitments.models import Commitment
from leerkring.practice.gatherings.harvest import QUESTIONS
from leerkring.practice.scans.dimensions import Dimension

DIMENSIONS = [(dimension.value, dimension.label) for dimension in Dimension]


class SessionQuerySet(models.QuerySet["Session"]):
    def facilitated_by(self, person: Any) -> Self:
        return self.filter(facilitator=person) if person.is_authenticated else self.none()

    def writable_by(self, person: Any) -> Self:
        """The facilitator writes down what is said; the members of the team may help."""
        if not person.is_authenticated:
            return self.none()
        return self.filter(
            models.Q(facilitator=person) | models.Q(team__in=Team.objects.of(person))
        )


class Session(models.Model):
    """One team, one facilitator, one half-day."""

    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="sessions")
    facilitator = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="facilitated_sessions",
    )
    starts_at = models.DateTimeField("begint op", null=True, blank=True)
    place = models.CharField("plaats", max_length=160, blank=True)
    commitments = models.ManyToManyField(
        Commitment, through="SessionCommitment", related_name="sessions"
    )

    objects = SessionQuerySet.as_manager()

    class Meta:
        ordering = ["starts_at", "pk"]

    def __str__(self) -> str:
        return f"sessie van {self.team}"

    def get_absolute_url(self) -> str:
        return reverse("session", args=[self.pk])

    def plan(self, *, facilitator: Any | None, starts_at: datetime | None, place: str) -> None:
        self.facilitator, self.starts_at, self.place = facilitator, starts_at, place
        self.save(update_fields=["facilitator", "starts_at", "place"])


class Block(models.Model):
    """One part of a script. It keeps its own words, so that a changed library changes no script."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="blocks")
    position = models.PositiveSmallIntegerField()
    start_minute = models.PositiveSmallIntegerField()
    minutes = models.PositiveSmallIntegerField()
    form_code = models.CharField(max_length=60)
    title = models.CharField(max_length=120)
    dimension = models.CharField(max_length=4, choices=DIMENSIONS, blank=True)
    goal = models.TextField(blank=True)
    material = models.TextField(blank=True)
    steps = models.JSONField(default=list)
    why = models.TextField(blank=True)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["session", "position"], name="one_block_per_position")
        ]

    def __str__(self) -> str:
        return self.title


class Note(models.Model):
    """What a team says to one of the eight questions: the newest text, and how often it changed."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="notes")
    question = models.CharField(max_length=20, choices=[(q.key, q.text) for q in QUESTIONS])
    text = models.TextField(blank=True)
    revision = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["session", "question"], name="one_note_per_question")
        ]

    def __str__(self) -> str:
        return f"{self.question} van {self.session}"


class NoteRevision(models.Model):
    """One saved text of a note. `id` is made on the device: the same save counts once."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    note = models.ForeignKey(Note, on_delete=models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField()
    text = models.TextField(blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["note", "number"], name="one_text_per_revision")
        ]

    def __str__(self) -> str:
        return f"{self.note}, versie {self.number}"


class Quote(models.Model):
    """Words worth keeping, by a role or a first name. `id` is made on the device."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="quotes")
    text = models.TextField("citaat", max_length=4000)
    speaker = models.CharField("wie zei dit", max_length=80, blank=True)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return self.text[:60]


class SessionCommitment(models.Model):
    """A commitment that was made in a session. `id` is made on the device."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    session = models.ForeignKey(
        Session, on_delete=models.CASCADE, related_name="commitment_entries"
    )
    commitment = models.OneToOneField(Commitment, on_delete=models.CASCADE, related_name="+")

    class Meta:
        ordering = ["commitment"]

    def __str__(self) -> str:
        return str(self.commitment)


class Wish(models.Model):
    """A competence that the team itself wants to be trained in."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="wishes")
    competence = models.CharField(max_length=80)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["session", "competence"], name="one_wish_each")
        ]

    def __str__(self) -> str:
        return self.competence


def photo_path(photo: "Photo", filename: str) -> str:
    """Where a photo is kept: a name of our own, never the one from somebody's phone."""
    return f"sessies/{uuid.uuid4()}.jpg"


def photo_storage() -> Any:
    return storages["default"]


class Photo(models.Model):
    """The photo of a session, re-encoded without place, time or device. `alt` is never empty."""

    session = models.OneToOneField(Session, on_delete=models.CASCADE, related_name="photo")
    image = models.ImageField(upload_to=photo_path, storage=photo_storage)
    alt = models.CharField("wat is er te zien", max_length=300)
    caption = models.CharField("bijschrift", max_length=200, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~models.Q(alt=""), name="photo_has_alt_text")
        ]

    def __str__(self) -> str:
        return self.alt
