"""A meeting: when, where, what for, and who may see it."""

from typing import Any, Self
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from leerkring.foundation.design.templatetags.dutch import datum
from leerkring.network.circles.models import Circle
from leerkring.network.themes.models import Theme
from leerkring.practice.meetings.models.people import Invitation, Role


class Audience(models.TextChoices):
    """Who may see that a meeting is held, and its programme; the fewest first."""

    INVITED = "invited", "Alleen wie is uitgenodigd"
    CIRCLE = "circle", "De leden van de kring"
    SIGNED_IN = "signed-in", "Iedereen met een account"
    PUBLIC = "public", "Iedereen, ook zonder account"


class Zone(models.TextChoices):
    AMSTERDAM = "Europe/Amsterdam", "Nederland"
    BRUSSELS = "Europe/Brussels", "Vlaanderen"


class MeetingQuerySet(models.QuerySet["Meeting"]):
    def led_by(self, person: Any) -> Self:
        """Whoever organises it or chairs the day."""
        if not person.is_authenticated:
            return self.none()
        kinds = (Role.Kind.ORGANISER, Role.Kind.CHAIR)
        return self.filter(
            pk__in=Role.objects.filter(person=person, kind__in=kinds).values("meeting")
        )

    def organised_by(self, person: Any) -> Self:
        """Whoever has the whole of it in hand; a draft is only theirs."""
        if not person.is_authenticated:
            return self.none()
        own = Role.objects.filter(person=person, kind=Role.Kind.ORGANISER)
        return self.filter(pk__in=own.values("meeting"))

    def announced(self) -> Self:
        return self.filter(announcement__isnull=False)

    def with_its_state(self) -> Self:
        return self.select_related("circle", "announcement", "cancellation")

    def visible_to(self, person: Any) -> Self:
        """What is announced, to its audience; a draft only to whoever has a role in it."""
        seen = Q(audience=Audience.PUBLIC)
        if not person.is_authenticated:
            return self.announced().filter(seen)
        circles = Circle.objects.readable_by(person).values("pk")
        invited = Invitation.objects.filter(person=person).values("meeting")
        seen |= Q(audience=Audience.SIGNED_IN) | Q(audience=Audience.CIRCLE, circle__in=circles)
        seen |= Q(pk__in=invited)
        own = Role.objects.filter(person=person).values("meeting")
        return self.filter(Q(announcement__isnull=False) & seen | Q(pk__in=own))


class Meeting(models.Model):
    """People come together with a purpose.

    sequence     counts what every calendar must hear of
    parts_moved  counts what only those must hear of who do something in a part that moved: the
                 meeting begins and ends as it did
    follows      the meeting of which this one is a copy
    """

    title = models.CharField("titel", max_length=160)
    slug = models.SlugField(max_length=80)
    form_code = models.CharField("vorm", max_length=40, blank=True)
    purpose = models.TextField("doel", blank=True)
    circle = models.ForeignKey(
        Circle, null=True, blank=True, on_delete=models.SET_NULL, related_name="meetings"
    )
    follows = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="followed_by"
    )
    audience = models.CharField("wie dit ziet", max_length=10, choices=Audience.choices)
    starts_at = models.DateTimeField("begint op")
    ends_by = models.DateTimeField("uiterlijk klaar om", null=True, blank=True)
    zone = models.CharField("tijd van", max_length=20, choices=Zone.choices, default=Zone.AMSTERDAM)
    place = models.CharField("plaats", max_length=160, blank=True)
    address = models.CharField("adres", max_length=200, blank=True)
    reachable = models.TextField("bereikbaar en toegankelijk", blank=True)
    places = models.PositiveSmallIntegerField("aantal plaatsen", null=True, blank=True)
    guests_each = models.PositiveSmallIntegerField("gasten per persoon", default=0)
    themes = models.ManyToManyField(Theme, blank=True, related_name="meetings")
    sequence = models.PositiveIntegerField(default=0)
    parts_moved = models.PositiveIntegerField(default=0)
    changed_at = models.DateTimeField(auto_now=True)
    made_at = models.DateTimeField(auto_now_add=True)

    objects = MeetingQuerySet.as_manager()

    class Meta:
        ordering = ["starts_at", "pk"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("meeting", args=[self.pk, self.slug])

    @property
    def when(self) -> str:
        """Day and time at the place itself: «donderdag 14 oktober 2100 om 13.30 uur»."""
        local = self.starts_at.astimezone(ZoneInfo(self.zone))
        return f"{datum(local, 'dag')} om {local:%H.%M} uur"

    @property
    def is_announced(self) -> bool:
        return hasattr(self, "announcement")

    @property
    def is_cancelled(self) -> bool:
        return hasattr(self, "cancellation")


class Announcement(models.Model):
    """The draft was shown to its audience."""

    meeting = models.OneToOneField(Meeting, on_delete=models.CASCADE, related_name="announcement")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"aankondiging van {self.meeting}"


class Cancellation(models.Model):
    """The meeting does not go on."""

    meeting = models.OneToOneField(Meeting, on_delete=models.CASCADE, related_name="cancellation")
    reason = models.CharField("reden", max_length=300)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"afgelasting van {self.meeting}"
