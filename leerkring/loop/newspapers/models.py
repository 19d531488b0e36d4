"""A newspaper on its way from what was said to what is read."""

import uuid
from datetime import date
from functools import cached_property
from typing import Any, Self

from django.conf import settings
from django.core.files.storage import storages
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.timezone import localdate

from leerkring.loop.newspapers.paper import Paper
from leerkring.loop.programmes.models import Participation, Programme
from leerkring.practice.scans.results import Audience


class Edition(models.Model):
    """One number of a team's wijkkrant; without a team it is the city's paper."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="editions")
    participation = models.ForeignKey(
        Participation, null=True, blank=True, on_delete=models.CASCADE, related_name="editions"
    )
    number = models.PositiveSmallIntegerField(default=1)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["programme", "participation", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["participation", "number"],
                condition=Q(participation__isnull=False),
                name="each_number_of_a_team_once",
            ),
            models.UniqueConstraint(
                fields=["programme", "number"],
                condition=Q(participation=None),
                name="each_number_of_a_city_once",
            ),
        ]

    def __str__(self) -> str:
        return f"editie {self.number} van {self.participation or self.programme}"

    def get_absolute_url(self) -> str:
        return reverse("newspapers:desk", args=[self.pk])

    @property
    def dated(self) -> date:
        """The day on the paper: that of the session, else the day it was begun."""
        session = self.participation.session if self.participation else None
        moment = session.starts_at if session and session.starts_at else self.made_at
        return localdate(moment)


class Article(models.Model):
    """What an editor changed in one place of the paper; empty fields leave what was captured."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="articles")
    slot = models.CharField(max_length=40)
    headline = models.CharField("kop", max_length=160, blank=True)
    text = models.TextField("tekst", blank=True)
    left_out = models.BooleanField("weglaten", default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["edition", "slot"], name="one_article_per_slot")
        ]

    def __str__(self) -> str:
        return self.headline or self.slot


class Approval(models.Model):
    """The team agrees that its paper, as it reads now, goes to this audience.

    `reads` is a fingerprint of what the team saw: when the paper reads otherwise later, whether
    edited or written on in the session, the agreement no longer holds. Whoever publishes composes
    the paper to know; `held` is what the worker found at `looked_at`, for lists.
    """

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="approvals")
    audience = models.CharField("voor wie", max_length=10, choices=Audience.choices())
    reads = models.CharField(max_length=64)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField(auto_now_add=True)
    held = models.BooleanField(default=True)
    looked_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "audience"], name="approved_once_per_audience"
            )
        ]

    def __str__(self) -> str:
        return f"akkoord op {self.edition}"


def pdf_path(publication: "Publication", filename: str) -> str:
    """Where a printed paper is kept: a name that nobody can guess."""
    return f"wijkkranten/{uuid.uuid4()}.pdf"


def paper_storage() -> Any:
    return storages["default"]


class PublicationQuerySet(models.QuerySet["Publication"]):
    def standing(self) -> Self:
        """Not taken off the site."""
        return self.filter(recall=None)

    def visible_to(self, person: Any) -> Self:
        """Public papers for everyone; a team's paper for who may see the team's page."""
        public = Q(audience=Audience.PUBLIC)
        if not person.is_authenticated:
            return self.standing().filter(public)
        own = Q(edition__participation__in=Participation.objects.visible_to(person))
        return self.standing().filter(public | own)


class Publication(models.Model):
    """A paper as it was published: for whom, by whom, when. Its content changes only after a flag:
    a passage goes out of it, or it comes out corrected."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="publications")
    audience = models.CharField("voor wie", max_length=10, choices=Audience.choices())
    title = models.CharField("titel", max_length=160)
    headline = models.CharField("kop", max_length=200)
    content = models.TextField("de hele krant, als JSON")
    pdf = models.FileField(upload_to=pdf_path, storage=paper_storage)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField(auto_now_add=True)

    objects = PublicationQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "audience"], name="published_once_per_audience"
            )
        ]

    def __str__(self) -> str:
        return f"{self.edition} voor {self.get_audience_display()}"

    def get_absolute_url(self) -> str:
        return reverse("newspapers:paper", args=[self.pk, slugify(self.title) or "krant"])

    @property
    def name(self) -> str:
        """What it is called where no page says so: «Wijkkrant van Noord»."""
        kind = "Wijkkrant" if self.edition.participation_id else "Stadskrant"
        return f"{kind} van {self.title}"

    @cached_property
    def paper(self) -> Paper:
        return Paper.from_json(self.content)


class Recall(models.Model):
    """A moderator took a paper off the site; it stays off until it comes out corrected."""

    publication = models.OneToOneField(Publication, on_delete=models.CASCADE, related_name="recall")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.publication} is van de site"
