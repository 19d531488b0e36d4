"""Steps share in the minutes of their block."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leerkring.practice.meetings.script import TIMED, clock_of, rescaled, shared_out


@settings(max_examples=40)
@given(st.lists(st.integers(1, 90), min_size=1, max_size=8), st.integers(0, 200))
def test_shares_add_up_and_nobody_gets_less_than_a_minute(shares: list[int], more: int) -> None:
    total = len(shares) + more
    given_out = shared_out(shares, total)
    assert sum(given_out) == total
    assert min(given_out) >= 1


def test_less_than_a_minute_each_is_refused() -> None:
    with pytest.raises(ValueError, match="one minute"):
        shared_out([5, 5], 1)


def test_steps_take_together_what_the_block_takes() -> None:
    steps = rescaled(("5 min. Vertel.", "25 min. Praat.", "10 min. Schrijf."), 33)
    assert sum(int(TIMED.fullmatch(step)[1]) for step in steps) == 33
    assert [step.partition(". ")[2] for step in steps] == ["Vertel.", "Praat.", "Schrijf."]


def test_steps_without_minutes_stay_as_they_are() -> None:
    assert rescaled(("Vertel.", "Praat."), 40) == ("Vertel.", "Praat.")
    assert clock_of(("5 min. Vertel.", "Praat.", "5 min. Schrijf."))[1:] == [
        (None, "Praat."),
        (None, "Schrijf."),
    ]


def test_a_block_too_short_for_its_steps_keeps_them() -> None:
    assert rescaled(("5 min. A.", "5 min. B."), 1) == ("5 min. A.", "5 min. B.")
