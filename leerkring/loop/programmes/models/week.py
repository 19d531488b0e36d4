"""The week of a programme: who and what there is, the plans that were made, and what was asked."""

from typing import Self

from django.conf import settings
from django.db import models

from leerkring.loop.programmes.models.programmes import Participation, Programme
from leerkring.network.people.models import Organisation


class HalfDay(models.Model):
    """A morning or an afternoon on which teams can meet."""

    class Part(models.IntegerChoices):
        MORNING = 0, "ochtend"
        AFTERNOON = 1, "middag"

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="half_days")
    day = models.DateField("dag")
    part = models.PositiveSmallIntegerField("dagdeel", choices=Part.choices)
    starts_at = models.TimeField("begint om")

    class Meta:
        ordering = ["day", "part"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "day", "part"], name="half_day_once")
        ]

    def __str__(self) -> str:
        return f"{self.day:%d-%m-%Y} {self.get_part_display()}"

    @property
    def code(self) -> str:  # as in files: 23-11 ochtend
        return f"{self.day.day}-{self.day.month} {self.get_part_display()}"


class WeekPerson(models.Model):
    """Somebody who leads at most `most` sessions, or chairs. Who left is empty; a plan stays."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="week_people")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    skills = models.JSONField(default=list)
    most = models.PositiveSmallIntegerField("hoogstens", default=0)
    chairs = models.BooleanField("dagvoorzitter", default=False)
    away = models.ManyToManyField(HalfDay, related_name="+", blank=True)

    class Meta:
        ordering = ["person__name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "person"], name="week_person_once")
        ]

    def __str__(self) -> str:
        return str(self.person or "iemand die hier niet meer is")


class WeekRoom(models.Model):
    """A room for one team at a time; no `seats` when any team fits."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="week_rooms")
    name = models.CharField("zaal", max_length=160)
    seats = models.PositiveSmallIntegerField("plaatsen", null=True, blank=True)
    district = models.CharField("wijk", max_length=120, blank=True)
    away = models.ManyToManyField(HalfDay, related_name="+", blank=True)

    class Meta:
        ordering = ["name", "pk"]
        constraints = [models.UniqueConstraint(fields=["programme", "name"], name="week_room_once")]

    def __str__(self) -> str:
        return self.name


class TeamWish(models.Model):
    """When a team would like to meet, and when it cannot."""

    participation = models.OneToOneField(
        Participation, on_delete=models.CASCADE, related_name="week_wish"
    )
    prefers = models.ManyToManyField(HalfDay, related_name="+", blank=True)
    cannot = models.ManyToManyField(HalfDay, related_name="+", blank=True)

    def __str__(self) -> str:
        return f"wensen van {self.participation}"


class PlanRequest(models.Model):
    """A plan that somebody asked for; the worker makes it, once, from `begun_at` on.

    `ill` is who cannot come, at the half-days of `ill_at`.
    """

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="plan_requests")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    ill = models.ForeignKey(
        WeekPerson, null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    ill_at = models.ManyToManyField(HalfDay, related_name="+", blank=True)
    asked_at = models.DateTimeField(auto_now_add=True)
    begun_at = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    done_at = models.DateTimeField(null=True)
    failure = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["programme"],
                condition=models.Q(done_at=None),
                name="one_plan_asked_at_a_time",
            )
        ]

    def __str__(self) -> str:
        return f"planning van {self.programme}"


class WeekPlanQuerySet(models.QuerySet["WeekPlan"]):
    def accepted(self) -> Self:
        """The newest accepted one comes first: it is the plan in force."""
        return self.exclude(accepted_at=None).order_by("-accepted_at", "-pk")

    def proposed(self) -> Self:
        return self.filter(accepted_at=None).order_by("-pk")


class WeekPlan(models.Model):
    """A plan: a proposal until it is accepted, and never changed after that.

    Made by hand it has no `request`. `unplaced`: [participation, reason] of who has no place.
    """

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="week_plans")
    request = models.OneToOneField(
        PlanRequest, null=True, blank=True, on_delete=models.SET_NULL, related_name="plan"
    )
    made_at = models.DateTimeField(auto_now_add=True)
    cost = models.PositiveIntegerField(default=0)
    is_proven = models.BooleanField(default=False)
    unplaced = models.JSONField(default=list)
    accepted_at = models.DateTimeField(null=True)
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    objects = WeekPlanQuerySet.as_manager()

    def __str__(self) -> str:
        return f"planning van {self.programme}"


class PlannedSession(models.Model):
    """Where a plan puts a team. `pinned`: a person decided it, and no machine moves it."""

    plan = models.ForeignKey(WeekPlan, on_delete=models.CASCADE, related_name="sessions")
    participation = models.ForeignKey(Participation, on_delete=models.CASCADE, related_name="+")
    half_day = models.ForeignKey(HalfDay, on_delete=models.CASCADE, related_name="+")
    facilitator = models.ForeignKey(WeekPerson, on_delete=models.CASCADE, related_name="+")
    room = models.ForeignKey(WeekRoom, on_delete=models.CASCADE, related_name="+")
    pinned = models.BooleanField("vastgezet", default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan", field], name=f"one_{field}_a_plan")
            if field == "participation"
            else models.UniqueConstraint(
                fields=["plan", "half_day", field], name=f"{field}_in_one_session_at_once"
            )
            for field in ("participation", "facilitator", "room")
        ]

    def __str__(self) -> str:
        return f"{self.participation.team}, {self.half_day}"


class PlannedChair(models.Model):
    """Who chairs a half-day of a plan."""

    plan = models.ForeignKey(WeekPlan, on_delete=models.CASCADE, related_name="chairs")
    half_day = models.ForeignKey(HalfDay, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(WeekPerson, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan", "half_day"], name="one_chair_a_half_day")
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.half_day}"
