"""Handing in: once, for good, and without a trace from who was asked to what was answered."""

import pytest

from leerkring.practice.answering.actions import TooLate, finish
from leerkring.practice.answering.closing_actions import end_round
from leerkring.practice.answering.keys import Secret
from leerkring.practice.answering.models import Draft, Invitee, Link, OwnLine
from leerkring.practice.answering.own_lines import forget_line, key_behind, own_line
from leerkring.practice.answering.tests.conftest import Asked, fill
from leerkring.practice.scans.actions import RoundIsClosed, take_in_answer
from leerkring.practice.scans.models import Response


def hand_in(door: Secret) -> Secret:
    return finish(door)


def test_the_answers_become_a_response_of_the_team_and_the_draft_is_gone(asked: Asked) -> None:
    door = asked.door("Oost", 3)
    sheet = fill(door, 1, 2, 255, 4)
    hand_in(door)
    response = Response.objects.get()
    assert (response.round, response.team) == (asked.round, asked.teams["Oost"])
    assert bytes(response.answers) == sheet
    assert not Draft.objects.filter(is_in=False).exists()
    assert Invitee.objects.get(is_finished=True).email == "oost3@voorbeeld.nl"


def test_handing_in_twice_gives_the_same_key_and_one_response(asked: Asked) -> None:
    door = asked.door()
    fill(door, 5)
    key = hand_in(door)
    assert hand_in(door) == key == key_behind(door)
    assert Response.objects.count() == OwnLine.objects.count() == 1


def test_the_key_shows_the_result_and_the_link_does_not_lead_to_it(asked: Asked) -> None:
    """Not even to who knows how everything is derived."""
    door = asked.door()
    fill(door, *[4] * 36)
    key = hand_in(door)
    (result,) = own_line(key) or []
    assert (result.round, result.month) == ("Najaar", "2026-10")
    end_round(asked.round, by=None)
    assert own_line(key) == [result]
    assert key_behind(door) is None
    filed = set(OwnLine.objects.values_list("name", flat=True))
    tried = [door, *(Secret(bytes.fromhex(door.name(use))[:16]) for use in ("own key", "line"))]
    assert not filed & {secret.name("line") for secret in tried}


def test_nothing_answered_is_nothing_to_hand_in(asked: Asked) -> None:
    with pytest.raises(TooLate):
        hand_in(asked.door())
    assert not Response.objects.exists()


def test_a_forgotten_result_does_not_come_back_by_handing_in_again(asked: Asked) -> None:
    door = asked.door()
    fill(door, 3)
    key = hand_in(door)
    assert forget_line(key)
    assert hand_in(door) == key
    assert own_line(key) is None
    assert Response.objects.count() == 1


def test_a_response_shares_no_relation_and_no_value_with_who_was_asked(asked: Asked) -> None:
    doors = [asked.door("Noord", person) for person in range(1, 6)]
    for number, door in enumerate(doors):
        fill(door, *[number % 5 + 1] * 36)
        hand_in(door)
    fields = {field.name for field in Response._meta.get_fields()}
    assert fields == {"id", "round", "team", "answers"}
    for model in (Invitee, Link, Draft, OwnLine):
        assert Response not in {field.related_model for field in model._meta.get_fields()}
    keys = {str(pk) for pk in Response.objects.values_list("pk", flat=True)}
    other = {str(pk) for m in (Invitee, Link, Draft, OwnLine) for pk in m.objects.values_list("pk")}
    assert not keys & other


def rows() -> list[tuple[str, int]]:
    """As a database gives them back when nobody asks for an order."""
    return [(str(pk), a[0]) for pk, a in Response.objects.order_by().values_list("pk", "answers")]


def test_the_place_of_a_row_says_nothing_of_who_came_last(asked: Asked) -> None:
    for person, value in ((1, 5), (2, 1), (3, 4), (4, 2)):
        door = asked.door("Noord", person)
        fill(door, *[value] * 36)
        before = {name for name, _ in rows()}
        hand_in(door)
        after = rows()
        assert [first for _, first in after] == sorted(first for _, first in after)
        assert not before & {name for name, _ in after}, "an old name tells which row is new"


def test_another_team_is_left_alone(asked: Asked) -> None:
    for team in ("Noord", "Oost"):
        door = asked.door(team)
        fill(door, 3)
        hand_in(door)
    noord = Response.objects.get(team=asked.teams["Noord"]).pk
    door = asked.door("Oost", 2)
    fill(door, 3)
    hand_in(door)
    assert Response.objects.get(team=asked.teams["Noord"]).pk == noord


def test_nothing_kept_has_a_time_at_which_somebody_answered(asked: Asked) -> None:
    for model in (Response, Invitee, Link, Draft, OwnLine):
        kinds = {field.get_internal_type() for field in model._meta.fields}
        assert not kinds & {"DateTimeField", "DateField", "TimeField"}, model


def test_a_sheet_of_another_length_or_for_a_closed_round_is_refused(asked: Asked) -> None:
    with pytest.raises(ValueError, match="35 items, where 36"):
        take_in_answer(round=asked.round, team=asked.teams["Noord"], answers=bytes(35))
    end_round(asked.round, by=None)
    with pytest.raises(RoundIsClosed):
        take_in_answer(round=asked.round, team=asked.teams["Noord"], answers=bytes(36))
