"""A round opens for the teams that are asked."""

from collections.abc import Callable
from datetime import date

import pytest
from django.db import IntegrityError, transaction

from leerkring.network.people.models import Team
from leerkring.practice.scans.actions import open_round
from leerkring.practice.scans.instruments import Instrument
from leerkring.practice.scans.models import Invitation, Round

Teams = Callable[..., list[Team]]


def test_every_team_is_invited_with_its_size_of_that_day(
    teams_named: Teams, opened: Callable[..., Round]
) -> None:
    noord, zuid = teams_named("Noord", "Zuid")
    round_ = opened([noord, zuid])
    Team.objects.update(size=3)
    assert {i.team: i.members for i in round_.invitations.all()} == {noord: 12, zuid: 12}
    assert not round_.is_closed


def test_a_long_name_of_instrument_and_programme_together_fits(six: Instrument, db: None) -> None:
    round_ = open_round(name="a" * 400, instrument=six, teams=(), on=date(2026, 10, 5))
    round_.refresh_from_db()
    assert len(round_.name) <= 160


def test_a_team_is_invited_once(teams_named: Teams, opened: Callable[..., Round]) -> None:
    (noord,) = teams_named("Noord")
    round_ = opened([noord])
    with pytest.raises(IntegrityError), transaction.atomic():
        Invitation.objects.create(round=round_, team=noord)
    with pytest.raises(IntegrityError), transaction.atomic():
        opened([noord, noord])
    assert Round.objects.get() == round_
