"""A round in which three teams are asked, and doors as a mail or a poster gives them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from leerkring.network.people.actions import take_in_teams
from leerkring.network.people.models import Team
from leerkring.network.people.team_files import TeamRow
from leerkring.practice.answering.actions import give_answer, launch_round
from leerkring.practice.answering.keys import Secret
from leerkring.practice.answering.models import Invitee, Link
from leerkring.practice.scans.actions import open_round
from leerkring.practice.scans.instrument_files import built_in
from leerkring.practice.scans.models import Round

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
UNTIL = date(2026, 10, 31)  # the clock goes back six days before


@dataclass(frozen=True)
class Asked:
    """An open round, its teams by name, and a door for whoever asks."""

    round: Round
    teams: dict[str, Team]

    def door(self, name: str = "Noord", person: int = 1) -> Secret:
        """The link in a mail to this person; each call is another mail."""
        team = self.teams[name]
        invitee = Invitee.objects.get(team=team, email=f"{name}{person}@voorbeeld.nl".lower())
        secret = Secret.new()
        Link.objects.create(pk=secret.name("link"), round=self.round, team=team, invitee=invitee)
        return secret


def link(secret: Secret) -> Link:
    return Link.objects.of(secret).get()


def fill(secret: Secret, *values: int) -> bytes:
    """Answer the first statements behind a door. Returns the sheet."""
    sheet = b""
    for place, value in enumerate(values):
        sheet = give_answer(secret, place=place, value=value)
    return sheet


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """`at(2026, 10, 31, 23, 59)`: from now on it is that time in Amsterdam."""

    def set_clock(*moment: int) -> None:
        now = datetime(*moment, tzinfo=AMSTERDAM)  # type: ignore[misc]
        monkeypatch.setattr("django.utils.timezone.now", lambda: now)

    return set_clock


@pytest.fixture
def asked(db: None, at: Callable[..., None]) -> Asked:
    """Noord with eight people, Oost with six, Zuid with two; on the first of October."""
    return ask_three_teams(at)


def ask_three_teams(at: Callable[..., None]) -> Asked:
    at(2026, 10, 1, 10, 0)
    sizes = {"Noord": 8, "Oost": 6, "Zuid": 2}
    teams = take_in_teams(
        [TeamRow(name, "Dichtbij", "", "Merestad", size, 2) for name, size in sizes.items()]
    )
    by_name = dict(zip(sizes, teams, strict=True))
    round_ = open_round(name="Najaar", instrument=built_in(), teams=teams, on=date(2026, 10, 1))
    people = [
        (by_name[name], f"{name}{number}@voorbeeld.nl".lower())
        for name, size in sizes.items()
        for number in range(1, size + 1)
    ]
    launch_round(round_, people=people, until=UNTIL, welcome="Fijn dat je meedoet.", by=None)
    return Asked(round_, by_name)
