"""The week of a programme: who and what there is, and when."""

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
