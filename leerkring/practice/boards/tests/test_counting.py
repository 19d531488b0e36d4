"""What may be told of votes, by hand."""

import pytest

from leerkring.practice.boards.counting import (
    Told,
    in_steps,
    is_batch,
    tell_choices,
    tell_ranking,
    tell_scale,
)


def test_people_are_told_in_steps_of_five() -> None:
    assert [in_steps(n, 5) for n in (0, 4, 5, 9, 10, 23)] == [0, 0, 5, 5, 10, 20]


def test_a_batch_takes_five_phones_whatever_was_typed_beside_them() -> None:
    assert is_batch(5, 0, 5)
    assert is_batch(0, 5, 5)
    assert is_batch(7, 1, 5)
    assert not is_batch(4, 0, 5)
    assert not is_batch(1, 20, 5)  # who typed the twenty would know the one
    assert not is_batch(4, 1, 5)


def test_shares_are_in_tenths_and_stop_before_their_ends() -> None:
    told = tell_choices([[0]] * 9 + [[1]] * 3, 3, 5)
    assert told.shares == (0.8, 0.3, 0.1)  # 9/12 and 3/12, halves up; none is «1 of minder»
    assert (told.lowest, told.highest, told.answered) == (0.1, 0.9, 10)


@pytest.mark.parametrize("for_it", [4, 5])
def test_under_ten_people_all_and_all_but_one_look_alike(for_it: int) -> None:
    told = tell_choices([[0]] * for_it + [[1]] * (5 - for_it), 2, 5)
    assert told.shares == (0.8, 0.2)


def test_somebody_may_choose_more_than_one() -> None:
    assert tell_choices([[0, 1]] * 6 + [[1]] * 4, 2, 5).shares == (0.6, 0.9)


def test_the_steps_of_a_scale_are_told_from_ten_people_on() -> None:
    assert tell_scale([1, 2, 3, 4, 5, 3, 3, 3, 3], 5, 5).shares == ()
    told = tell_scale([1, 2, 3, 4, 5, 3, 3, 3, 3, 3], 5, 5)
    assert (told.means, told.shares) == ((3.0,), (0.1, 0.1, 0.6, 0.1, 0.1))


def test_a_mean_stops_before_its_ends() -> None:
    means = [tell_scale(steps, 5, 5).means for steps in ([5] * 6, [*[5] * 5, 4], [1] * 6)]
    assert means == [(4.5,), (4.5,), (1.5,)]


def test_a_ranking_tells_the_mean_place() -> None:
    told = tell_ranking([[0, 1, 2]] * 3 + [[1, 0, 2]] * 3, 3, 5)
    assert told.means == (1.5, 1.5, 2.7)  # 2.7 is as far as a place on 1..3 is told


def test_what_is_told_comes_back_from_json_as_it_was() -> None:
    told = tell_scale([1, 2, 3, 4, 5] * 2, 5, 5)
    assert Told.from_json(told.as_json()) == told
