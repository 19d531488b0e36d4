"""An estimate beforehand: the same every time, and larger for more people."""

import pytest

from leerkring.practice.meetings.simulation import Planned, added, expected, in_words

DAY = [Planned("together", 20), Planned("groups", 45), Planned("break", 15)]


def test_the_same_question_gets_the_same_answer() -> None:
    assert expected(DAY, 40, seed=3) == expected(DAY, 40, seed=3)


def test_more_people_take_longer_in_every_form() -> None:
    few, many = expected(DAY, 12), expected(DAY, 120)
    assert all(a.minutes < b.minutes for a, b in zip(few, many, strict=True))


def test_groups_cost_most_beside_what_is_planned() -> None:
    assert added("groups", 60) > added("parallel", 60) > added("break", 60) > 0


def test_the_middle_lies_between_the_edges_and_near_what_is_planned() -> None:
    (one,) = expected([Planned("together", 60)], 10)
    assert one.low < one.minutes < one.high
    assert one.minutes == pytest.approx(60.4, abs=1.5)


def test_nothing_planned_takes_nothing_and_nobody_is_no_meeting() -> None:
    assert expected([Planned("together", 0)], 10)[0].high == 0
    with pytest.raises(ValueError, match="one person"):
        expected(DAY, 0)


def test_the_words_say_when_it_does_not_fit() -> None:
    assert "te weinig" in in_words([10], expected([Planned("groups", 10)], 60))
    assert in_words([90], expected([Planned("break", 30)], 6)).endswith("90 in het programma.")
