"""A programme: a city's Week van het Wijkteam, with its teams, roles and choices."""

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from leerkring.network.people.models import Municipality, Team
from leerkring.practice.gatherings.models import Session
from leerkring.practice.scans.models import Round


class ProgrammeQuerySet(models.QuerySet["Programme"]):
    def visible_to(self, person: Any) -> Self:
        """The programmes in which this person has a role, a team or a session."""
        if not person.is_authenticated:
            return self.none()
        return self.filter(
            Q(pk__in=Role.objects.filter(person=person).values("programme"))
            | Q(pk__in=Participation.objects.involving(person).values("programme"))
        )

    def coordinated_by(self, person: Any) -> Self:
        if not person.is_authenticated:
            return self.none()
        return self.filter(
            pk__in=Role.objects.filter(person=person, kind=Role.Kind.COORDINATOR).values(
                "programme"
            )
        )


class Programme(models.Model):
    """A period in which the teams of a municipality go round the ring once.

    `follows`: the programme before it, whose round its own is compared with.
    """

    name = models.CharField("naam", max_length=160)
    slug = models.SlugField(max_length=80)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    starts_on = models.DateField("begint op")
    ends_on = models.DateField("eindigt op")
    round = models.OneToOneField(
        Round, null=True, blank=True, on_delete=models.PROTECT, related_name="programme"
    )
    follows = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="followers"
    )
    session_minutes = models.PositiveSmallIntegerField("minuten per sessie", default=180)
    budget = models.PositiveIntegerField("budget voor scholing (euro)", default=0)

    objects = ProgrammeQuerySet.as_manager()

    class Meta:
        ordering = ["-starts_on", "name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=models.F("starts_on")), name="programme_ends_after_start"
            ),
            models.CheckConstraint(
                condition=Q(session_minutes__range=(150, 210)), name="session_of_a_half_day"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Role(models.Model):
    """What a person does in a programme."""

    class Kind(models.TextChoices):
        COORDINATOR = "coordinator", "coördinator"
        ADVISER = "adviseur", "scholingsadviseur"
        ANALYST = "onderzoeker", "onderzoeker"

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="roles")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="programme_roles"
    )
    kind = models.CharField(max_length=12, choices=Kind.choices)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["programme", "person", "kind"], name="each_role_once")
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.get_kind_display()}"


class ParticipationQuerySet(models.QuerySet["Participation"]):
    def involving(self, person: Any) -> Self:
        """Where this person works in the team or facilitates its session."""
        if not person.is_authenticated:
            return self.none()
        return self.filter(
            Q(team__in=Team.objects.of(person)) | Q(session__facilitator=person)
        ).distinct()

    def visible_to(self, person: Any) -> Self:
        """A team's own page: for the team, its facilitator and the coordinator."""
        if not person.is_authenticated:
            return self.none()
        return self.filter(
            Q(pk__in=self.model.objects.involving(person).values("pk"))
            | Q(programme__in=Programme.objects.coordinated_by(person))
        )


class Participation(models.Model):
    """A team in a programme, with its session."""

    programme = models.ForeignKey(
        Programme, on_delete=models.CASCADE, related_name="participations"
    )
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="participations")
    session = models.OneToOneField(
        Session, null=True, blank=True, on_delete=models.SET_NULL, related_name="participation"
    )

    objects = ParticipationQuerySet.as_manager()

    class Meta:
        ordering = ["team__name"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "team"], name="team_once_a_programme")
        ]

    def __str__(self) -> str:
        return f"{self.team} in {self.programme}"


class Tailoring(models.Model):
    """The advised mix for a team, with its reasons, as it was calculated."""

    participation = models.OneToOneField(
        Participation, on_delete=models.CASCADE, related_name="tailoring"
    )
    advice = models.JSONField()
    script_why = models.JSONField(default=list)
    made_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"op maat voor {self.participation}"


class Overruling(models.Model):
    """A team chooses another mix, and says why. The advice stays beside it."""

    participation = models.ForeignKey(
        Participation, on_delete=models.CASCADE, related_name="overrulings"
    )
    weights = models.JSONField()
    reason = models.CharField("reden", max_length=500)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [models.CheckConstraint(condition=~Q(reason=""), name="overruling_says_why")]

    def __str__(self) -> str:
        return self.reason


class IntakeDraft(models.Model):
    """Files that were read and wait for a yes; gone as soon as that is given, or after a day."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="drafts")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    content = models.JSONField()
    until = models.DateField("online te beantwoorden tot en met", null=True)
    welcome = models.TextField("welkomsttekst", blank=True)

    def __str__(self) -> str:
        return f"ingelezen voor {self.programme}"
