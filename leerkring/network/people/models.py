"""Persons, and the organisations, municipalities, districts and teams they work for."""

from typing import Any, Self

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower


class PersonManager(BaseUserManager["Person"]):
    def create_user(self, email: str, name: str = "", password: str | None = None) -> "Person":
        """A person who signs in with `email`; without a password only by a code in the mail."""
        person = self.model(email=self.normalize_email(email).lower(), name=name)
        person.set_password(password)
        person.save(using=self._db)
        return person


class Person(AbstractBaseUser):
    """Somebody with an account. Sign-in goes by mail address; there is no user name."""

    email = models.EmailField("e-mailadres", unique=True)
    name = models.CharField("naam", max_length=120, blank=True)
    introduction = models.CharField("over mij", max_length=300, blank=True)
    is_active = models.BooleanField(default=True)
    starts_programmes = models.BooleanField("mag een programma beginnen", default=False)
    moderates = models.BooleanField("mag modereren", default=False)
    joined_at = models.DateTimeField(auto_now_add=True)

    objects = PersonManager()
    USERNAME_FIELD = "email"

    def __str__(self) -> str:
        return self.name or self.email

    @property
    def first_name(self) -> str:
        return self.name.split(" ")[0]


class Organisation(models.Model):
    """Who employs the members of a team."""

    name = models.CharField("naam", max_length=120)
    slug = models.SlugField(max_length=80, unique=True)

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(Lower("name"), name="organisation_named_once")]

    def __str__(self) -> str:
        return self.name


class Municipality(models.Model):
    """A gemeente. `code` is CBS's (GM0599); empty where nobody gave it."""

    name = models.CharField("naam", max_length=120)
    slug = models.SlugField(max_length=80, unique=True)
    code = models.CharField("CBS-code", max_length=10, blank=True)

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "municipalities"
        constraints = [models.UniqueConstraint(Lower("name"), name="municipality_named_once")]

    def __str__(self) -> str:
        return self.name


class District(models.Model):
    """A wijk. CBS codes are text: since 2023 they may hold letters; empty where none is known."""

    code = models.CharField("CBS-code", max_length=12, blank=True)
    name = models.CharField("naam", max_length=120)
    municipality = models.ForeignKey(
        Municipality, on_delete=models.PROTECT, related_name="districts"
    )

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["code"], condition=~models.Q(code=""), name="district_code_once"
            )
        ]

    def __str__(self) -> str:
        return self.name


class TeamQuerySet(models.QuerySet["Team"]):
    def of(self, person: Any) -> Self:
        """The teams in which this person is a member now."""
        if not person.is_authenticated:
            return self.none()
        return self.filter(memberships__person=person, memberships__until=None)


class Team(models.Model):
    """A wijkteam: professionals who work together in one part of a city."""

    name = models.CharField("naam", max_length=120)
    slug = models.SlugField(max_length=80, unique=True)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="teams")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="teams")
    district = models.ForeignKey(
        District, null=True, blank=True, on_delete=models.SET_NULL, related_name="teams"
    )
    size = models.PositiveSmallIntegerField("aantal leden", null=True, blank=True)

    objects = TeamQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                Lower("name"), "municipality", name="team_named_once_in_a_municipality"
            )
        ]

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """A person in a team, from a day and perhaps until one."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="memberships")
    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="memberships")
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "team"],
                condition=models.Q(until=None),
                name="one_running_membership_per_team",
            )
        ]

    def __str__(self) -> str:
        return f"{self.person} in {self.team}"
