"""Forms on paper become responses, at most as many as a team has members."""

import pytest

from leerkring.practice.answering.closing_actions import end_round
from leerkring.practice.answering.models import PaperStack
from leerkring.practice.answering.paper_actions import (
    StackIsFull,
    paper_limit,
    papers_taken,
    take_in_paper,
)
from leerkring.practice.answering.tests.conftest import Asked
from leerkring.practice.scans.actions import RoundIsClosed, take_in_answer
from leerkring.practice.scans.models import Response

SHEET = bytes([3, 255, 0] + [4] * 33)


def test_a_form_is_a_response_of_the_team_and_of_nobody(asked: Asked) -> None:
    assert take_in_paper(asked.round, asked.teams["Noord"], SHEET) == 1
    response = Response.objects.get()
    assert (response.team, bytes(response.answers)) == (asked.teams["Noord"], SHEET)
    assert {field.name for field in Response._meta.fields} == {"id", "round", "team", "answers"}


def test_no_more_forms_than_members(asked: Asked) -> None:
    zuid = asked.teams["Zuid"]
    assert [take_in_paper(asked.round, zuid, SHEET) for _ in range(2)] == [1, 2]
    with pytest.raises(StackIsFull):
        take_in_paper(asked.round, zuid, SHEET)
    assert (papers_taken(asked.round, zuid), Response.objects.count()) == (2, 2)


def test_the_limit_tells_nothing_of_who_answered_online(asked: Asked) -> None:
    zuid = asked.teams["Zuid"]
    take_in_answer(round=asked.round, team=zuid, answers=SHEET)
    assert [take_in_paper(asked.round, zuid, SHEET) for _ in range(2)] == [1, 2]


def test_a_team_of_unknown_size_may_hand_in_as_many_as_were_asked(asked: Asked) -> None:
    asked.round.invitations.update(members=None)
    assert paper_limit(asked.round, asked.teams["Oost"]) == 6


def test_a_closed_round_takes_no_paper(asked: Asked) -> None:
    end_round(asked.round, by=None)
    with pytest.raises(RoundIsClosed):
        take_in_paper(asked.round, asked.teams["Noord"], SHEET)
    assert not PaperStack.objects.exists()
