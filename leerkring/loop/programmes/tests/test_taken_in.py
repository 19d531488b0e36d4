"""What there is after an intake, and that it happens once."""

from collections.abc import Callable

import numpy as np
import pytest
from django.apps import apps

from leerkring.loop.programmes.actions import AlreadyTakenIn, take_in
from leerkring.loop.programmes.intake import Intake
from leerkring.loop.programmes.models import Participation, Programme
from leerkring.loop.programmes.queries import result_of
from leerkring.network.people.models import Team
from leerkring.practice.scans.queries import answers_of

Read = Callable[..., Intake]
Answers = Callable[..., str]
FIGURES = (
    "Codering,Perioden,WijkenEnBuurten,Gemeentenaam,AantalInwoners\n"
    "WK000101,2024,Havenkwartier,Merestad,12480\n"
)


def everything() -> dict[str, int]:
    return {model._meta.label: model._default_manager.count() for model in apps.get_models()}


def of(programme: Programme, team: str) -> Participation:
    return programme.participations.get(team__slug=team)


def test_every_team_takes_part_with_its_session_and_script(taken_in: Programme) -> None:
    assert [str(p.team) for p in taken_in.participations.all()] == ["Noord", "Oost", "Zuid"]
    for participation in taken_in.participations.all():
        blocks = participation.session.blocks.all()
        assert sum(block.minutes for block in blocks) == taken_in.session_minutes
        assert all(block.why and block.steps for block in blocks)
        assert participation.tailoring.script_why


def test_the_round_is_closed_and_holds_the_answers(taken_in: Programme, read: Read) -> None:
    assert taken_in.round.is_closed
    back, given = answers_of(taken_in.round), read().answers
    assert sorted(map(bytes, back.values)) == sorted(map(bytes, given.values))
    assert np.bincount(back.team).tolist() == [12, 7, 4]
    assert taken_in.round.closing.respondents is None  # Zuid is withheld


def test_who_is_withheld_gets_a_balanced_programme_and_no_word_of_who_answered(
    taken_in: Programme,
) -> None:
    small = of(taken_in, "zuid")
    assert not result_of(small).is_shown
    assert small.tailoring.advice["balanced"]
    told = [*small.tailoring.advice["claims"], *small.tailoring.advice["reasons"]]
    assert not any("4" in sentence for sentence in told)


def test_a_second_time_is_refused(taken_in: Programme, read: Read) -> None:
    before = everything()
    with pytest.raises(AlreadyTakenIn):
        take_in(taken_in, read(), by=None)
    assert everything() == before


def test_the_same_teams_in_a_later_programme_are_the_same_teams(
    taken_in: Programme, started: Callable[..., Programme], read: Read
) -> None:
    later = started("Een half jaar later")
    take_in(later, read(), by=None)
    assert Team.objects.count() == 3
    assert later.round != taken_in.round
    assert result_of(of(later, "noord")) == result_of(of(taken_in, "noord"))
