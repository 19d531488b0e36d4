"""Rounds of an instrument, the answers, and what a closed round says."""

import uuid
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.db import models

from leerkring.foundation.tables.reading import read_table
from leerkring.network.people.models import Team
from leerkring.practice.scans.instrument_files import read_instrument
from leerkring.practice.scans.instruments import Instrument
from leerkring.practice.scans.results import Audience, UnitKind, UnitResult
from leerkring.practice.scans.snapshot_json import unit_from_json


class InstrumentVersion(models.Model):
    """One version of an instrument; never changed once it is there. `definition` is its CSV."""

    name = models.CharField(max_length=120)
    version = models.CharField(max_length=40)
    definition = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["name", "version"], name="instrument_version_once")
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.version})"

    @property
    def instrument(self) -> Instrument:
        return read_definition(self.name, self.version, self.definition)


@lru_cache(maxsize=64)
def read_definition(name: str, version: str, definition: str) -> Instrument:
    """The instrument in a stored definition.

    Reading a definition takes milliseconds, and every answer that comes in asks for it.
    """
    return read_instrument(read_table(definition.encode(), name), name=name, version=version)


class Round(models.Model):
    """One time that teams are asked. `previous`: the round that it is compared with."""

    name = models.CharField(max_length=160)
    instrument = models.ForeignKey(InstrumentVersion, on_delete=models.PROTECT)
    opened_on = models.DateField()
    previous = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="followers"
    )

    def __str__(self) -> str:
        return self.name

    @property
    def is_closed(self) -> bool:
        return hasattr(self, "closing")


class Invitation(models.Model):
    """A team that is asked in a round, and how many of its members.

    Without a team: the one group that the round is about, which is no team.
    """

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="invitations")
    team = models.ForeignKey(Team, null=True, on_delete=models.PROTECT, related_name="+")
    members = models.PositiveSmallIntegerField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["round", "team"], name="team_invited_once_a_round")
        ]

    def __str__(self) -> str:
        return f"{self.team or 'groep'} in {self.round}"


class Response(models.Model):
    """The answers of one nameless person: one byte an item, as in `answers.Answers`.

    Without a team where the round is about a group that is none. The key is random, so that the
    order of rows tells nothing of the order of answering.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="responses")
    team = models.ForeignKey(Team, null=True, on_delete=models.PROTECT, related_name="+")
    answers = models.BinaryField()

    def __str__(self) -> str:
        return f"antwoord in {self.round}"


class Closing(models.Model):
    """A round is closed: by whom, when. What it says is frozen at that moment."""

    round = models.OneToOneField(Round, on_delete=models.CASCADE, related_name="closing")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField(auto_now_add=True)
    respondents = models.PositiveIntegerField(null=True)
    method = models.TextField()
    reliability = models.JSONField(default=dict)

    def __str__(self) -> str:
        return f"sluiting van {self.round}"


class FrozenResultQuerySet(models.QuerySet["FrozenResult"]):
    def for_team(self, team: Team, audience: str = Audience.TEAM) -> "FrozenResultQuerySet":
        return self.filter(kind=UnitKind.TEAM, unit=team.slug, audience=audience)


class FrozenResult(models.Model):
    """What a closed round says about one unit to one audience. Read, never recomputed."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="results")
    audience = models.CharField(max_length=10, choices=Audience.choices())
    kind = models.CharField(max_length=12, choices=[(kind.value, kind.value) for kind in UnitKind])
    unit = models.CharField(max_length=170)  # «municipality/organisation», two slugs
    content = models.JSONField()

    objects = FrozenResultQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["round", "audience", "kind", "unit"], name="one_result_per_unit"
            )
        ]

    def __str__(self) -> str:
        return f"{self.unit} in {self.round} voor {self.audience}"

    @property
    def result(self) -> UnitResult:
        content: dict[str, Any] = self.content
        return unit_from_json(content)


class ReleasedFigure(models.Model):
    """A line of the ledger: what was told of a unit, to whom, and on how many people it rests.

    scales   those that rest on the same numbers of people
    people   how many of each team (its slug): see `ledger.kept`
    since    the earlier round, for how much the same people changed
    """

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="released")
    audience = models.CharField(max_length=10, choices=Audience.choices())
    kind = models.CharField(max_length=12, choices=[(kind.value, kind.value) for kind in UnitKind])
    unit = models.CharField(max_length=170)
    scales = models.JSONField()
    people = models.JSONField()
    since = models.ForeignKey(Round, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{', '.join(self.scales)} van {self.unit} in {self.round}"


class ComparedPerson(models.Model):
    """Somebody who chose to be compared with themselves; gone when the round closes.

    `person` keeps one person from counting twice; it is made from their key and leads nowhere.
    `change` is now less before, per dimension.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="compared")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    person = models.CharField(max_length=64)
    change = models.JSONField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["round", "person"], name="compared_once_a_round")
        ]

    def __str__(self) -> str:
        return f"verschil in {self.round}"
