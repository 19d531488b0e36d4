"""Answers go in and come out the same, without an order that tells anything."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from leerkring.network.people.models import Team
from leerkring.practice.scans.actions import RoundIsClosed, close_round, take_in_answers
from leerkring.practice.scans.answers import DONT_KNOW, NOT_ANSWERED, Answers
from leerkring.practice.scans.models import Response, Round
from leerkring.practice.scans.queries import answers_of

Teams = Callable[..., list[Team]]
Opened = Callable[..., Round]
Given = Callable[..., Answers]


def rows(answers: Answers) -> list[tuple[str, bytes]]:
    """What is in there, whatever the order."""
    return sorted(
        (answers.teams[team], values.tobytes())
        for team, values in zip(answers.team, answers.values, strict=True)
    )


def test_the_bytes_come_back_exactly(teams_named: Teams, opened: Opened, given: Given) -> None:
    round_ = opened(teams_named("Noord", "Zuid"))
    answers = given({"zuid": 3, "noord": 4})
    answers.values[0] = [NOT_ANSWERED, DONT_KNOW, 1, 5, 2, NOT_ANSWERED]
    take_in_answers(round=round_, answers=answers)
    back = answers_of(round_)
    assert rows(back) == rows(answers)
    assert back.values.dtype == np.uint8
    assert back.teams == ("noord", "zuid")


def test_the_order_in_which_they_came_is_nowhere(
    teams_named: Teams, opened: Opened, given: Given
) -> None:
    round_ = opened(teams_named("Noord"))
    answers = given({"noord": 40})
    take_in_answers(round=round_, answers=answers)
    by_key = [bytes(r.answers) for r in Response.objects.order_by("pk")]
    assert by_key != [row.tobytes() for row in answers.values]
    assert {f.name for f in Response._meta.fields} == {"id", "round", "team", "answers"}


def test_answers_may_come_in_parts(teams_named: Teams, opened: Opened, given: Given) -> None:
    round_ = opened(teams_named("Noord", "Zuid"))
    first, second = given({"noord": 2}, seed=1), given({"zuid": 3}, seed=2)
    take_in_answers(round=round_, answers=first)
    take_in_answers(round=round_, answers=second)
    assert rows(answers_of(round_)) == sorted(rows(first) + rows(second))


def test_a_round_without_answers_gives_an_empty_table(teams_named: Teams, opened: Opened) -> None:
    back = answers_of(opened(teams_named("Noord")))
    assert back.values.shape == (0, 6)
    assert back.teams == ("noord",)


def test_answers_of_another_round_stay_out(
    teams_named: Teams, opened: Opened, given: Given
) -> None:
    teams = teams_named("Noord")
    spring, autumn = opened(teams), opened(teams)
    take_in_answers(round=spring, answers=given({"noord": 5}))
    assert len(answers_of(autumn)) == 0


def test_a_team_that_was_not_asked_is_refused_and_nothing_stored(
    teams_named: Teams, opened: Opened, given: Given
) -> None:
    noord, _ = teams_named("Noord", "Zuid")
    with pytest.raises(KeyError):
        take_in_answers(round=opened([noord]), answers=given({"noord": 2, "zuid": 2}))
    assert not Response.objects.exists()


def test_answers_to_other_statements_are_refused(
    teams_named: Teams, opened: Opened, given: Given
) -> None:
    round_ = opened(teams_named("Noord"))
    answers = given({"noord": 2})
    with pytest.raises(ValueError, match="6"):
        take_in_answers(round=round_, answers=replace(answers, values=answers.values[:, :5]))


def test_a_closed_round_takes_nothing_in(teams_named: Teams, opened: Opened, given: Given) -> None:
    round_ = opened(teams_named("Noord"))
    close_round(round_, by=None)
    with pytest.raises(RoundIsClosed):
        take_in_answers(round=round_, answers=given({"noord": 2}))
    assert not Response.objects.exists()


def test_a_round_that_was_closed_behind_our_back_takes_nothing_in(
    teams_named: Teams, opened: Opened, given: Given
) -> None:
    round_ = opened(teams_named("Noord"))
    assert not round_.is_closed
    close_round(Round.objects.get(), by=None)
    with pytest.raises(RoundIsClosed):
        take_in_answers(round=round_, answers=given({"noord": 2}))
    with pytest.raises(RoundIsClosed):
        close_round(round_, by=None)
