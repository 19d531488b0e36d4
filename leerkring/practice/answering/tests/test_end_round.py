"""The end of a round: what must be forgotten is forgotten, and nothing tells who answered when."""

from collections.abc import Callable
from datetime import date

import pytest

from leerkring.practice.answering.actions import TooLate, finish, hang_poster, launch_round
from leerkring.practice.answering.closing_actions import end_round, forget_what_is_over
from leerkring.practice.answering.keys import Secret
from leerkring.practice.answering.mailing import send_due
from leerkring.practice.answering.models import (
    Draft,
    Invitee,
    Link,
    OwnLine,
    PausedAddress,
    Poster,
    Sending,
)
from leerkring.practice.answering.own_lines import own_line
from leerkring.practice.answering.tests.conftest import UNTIL, Asked, fill
from leerkring.practice.scans.actions import RoundIsClosed, open_round
from leerkring.practice.scans.instrument_files import built_in
from leerkring.practice.scans.models import FrozenResult, Response, Round
from leerkring.practice.scans.results import Audience


def hand_in(asked: Asked, team: str, person: int, value: int) -> Secret:
    door = asked.door(team, person)
    fill(door, *[value] * 36)
    return finish(door)


@pytest.fixture
def answered(asked: Asked) -> Asked:
    """Seven in Noord handed in, from high to low; one in Oost is half-way."""
    for person, value in enumerate((5, 5, 4, 4, 3, 2, 1), start=1):
        hand_in(asked, "Noord", person, value)
    fill(asked.door("Oost", 2), 3, 3)
    return asked


def test_the_round_is_closed_and_frozen_with_what_was_handed_in(answered: Asked) -> None:
    closing = end_round(answered.round, by=None)
    assert closing.round == answered.round
    assert Response.objects.count() == 7
    team = FrozenResult.objects.for_team(answered.teams["Noord"], Audience.TEAM).get().result
    assert team.answered == 7


def test_all_answers_get_new_names_and_an_order_that_says_nothing(answered: Asked) -> None:
    before = set(Response.objects.values_list("pk", flat=True))
    end_round(answered.round, by=None)
    after = list(Response.objects.order_by().values_list("pk", "team_id", "answers"))
    assert not before & {pk for pk, _, _ in after}
    order = [(team, bytes(answers)) for _, team, answers in after]
    assert order == sorted(order)


def test_nothing_says_any_more_who_was_asked_or_took_part(answered: Asked) -> None:
    hang_poster(answered.round, answered.teams["Oost"])
    PausedAddress.objects.create(email="zuid2@voorbeeld.nl")
    end_round(answered.round, by=None)
    assert set(Invitee.objects.values_list("email", "is_finished")) == {(None, False)}
    assert Invitee.objects.filter(round=answered.round).count() == 16, "how many were asked stays"
    assert set(Link.objects.values_list("invitee", "is_used")) == {(None, False)}
    for model in (Draft, Poster, Sending, PausedAddress):
        assert not model.objects.exists(), model


def test_a_door_is_dead_and_a_key_still_opens(answered: Asked) -> None:
    key = hand_in(answered, "Noord", 8, 4)
    door = answered.door("Oost", 1)
    fill(door, 3)
    end_round(answered.round, by=None)
    with pytest.raises(TooLate):
        finish(door)
    assert own_line(key) is not None
    assert OwnLine.objects.count() == 8


def test_a_round_ends_once_and_cannot_be_opened_again(answered: Asked) -> None:
    end_round(answered.round, by=None)
    with pytest.raises(RoundIsClosed):
        end_round(answered.round, by=None)
    with pytest.raises(RoundIsClosed):
        launch_round(answered.round, people=[], until=UNTIL, welcome="", by=None)


def test_what_belongs_to_another_round_stays(answered: Asked) -> None:
    teams = list(answered.teams.values())
    other = open_round(name="Voorjaar", instrument=built_in(), teams=teams, on=date(2026, 10, 1))
    people = [(answered.teams["Oost"], "oost2@voorbeeld.nl")]
    launch_round(other, people=people, until=UNTIL, welcome="", by=None)
    PausedAddress.objects.create(email="oost2@voorbeeld.nl")
    end_round(answered.round, by=None)
    assert Invitee.objects.get(round=other).email == "oost2@voorbeeld.nl"
    assert Sending.objects.filter(invitee__round=other).count() == 3
    assert PausedAddress.objects.exists()


def test_a_round_from_files_ends_without_anything_online(asked: Asked) -> None:
    other = open_round(
        name="Bestand", instrument=built_in(), teams=asked.teams.values(), on=date(2026, 10, 1)
    )
    end_round(other, by=None)
    assert Round.objects.get(pk=other.pk).is_closed
    assert Invitee.objects.exclude(email=None).count() == 16


def test_who_was_never_told_that_it_closed_is_forgotten_after_two_months(
    answered: Asked, at: Callable[..., None]
) -> None:
    forget_what_is_over(date(2026, 12, 30))
    assert Invitee.objects.exclude(email=None).count() == 16
    forget_what_is_over(date(2026, 12, 31))
    assert not Invitee.objects.exclude(email=None).exists()
    assert not Sending.objects.exists()
    at(2026, 12, 31, 12, 0)
    assert send_due() == 0
    assert Response.objects.count() == 7, "answers stay until somebody closes the round"


def test_an_answer_that_slipped_in_while_closing_is_swept_up(answered: Asked) -> None:
    end_round(answered.round, by=None)
    Draft.objects.create(pk="0" * 64, round=answered.round, answers=b"locked")
    forget_what_is_over(date(2026, 11, 1))
    assert not Draft.objects.exists()
