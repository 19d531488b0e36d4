"""The plans of a week: what was asked, what was made of it, and what was agreed."""

from typing import Self

from django.conf import settings
from django.db import models

from leerkring.loop.programmes.models.programmes import Participation, Programme
from leerkring.loop.programmes.models.week import HalfDay, WeekPerson, WeekRoom


class PlanRequest(models.Model):
    """A plan that somebody asked for; the worker makes it, once, from `begun_at` on.

    `ill` is who cannot come, at the half-days of `ill_at`; at those of `was_free_at` (numbers of
    half-days) they could until then, to be undone.
    """

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="plan_requests")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    ill = models.ForeignKey(
        WeekPerson, null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    ill_at = models.ManyToManyField(HalfDay, related_name="+", blank=True)
    was_free_at = models.JSONField(default=list)
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

    Made by hand it has no `request`. No plan costs less than `bound`.
    `unplaced`: [participation, reason] of who has no place.
    """

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="week_plans")
    request = models.OneToOneField(
        PlanRequest, null=True, blank=True, on_delete=models.SET_NULL, related_name="plan"
    )
    made_at = models.DateTimeField(auto_now_add=True)
    cost = models.PositiveIntegerField(default=0)
    bound = models.PositiveIntegerField(default=0)
    is_proven = models.BooleanField(default=False)
    unplaced = models.JSONField(default=list)
    accepted_at = models.DateTimeField(null=True)
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    objects = WeekPlanQuerySet.as_manager()

    def __str__(self) -> str:
        return f"planning van {self.programme}"

    @property
    def is_near(self) -> bool:
        """Proven to be within one percent of the best there is."""
        return 0 < self.bound <= self.cost <= 1.01 * self.bound


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
