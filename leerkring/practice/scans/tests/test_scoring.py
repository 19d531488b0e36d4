import numpy as np
import pytest

from leerkring.practice.scans.dimensions import Dimension
from leerkring.practice.scans.instruments import Instrument, Item
from leerkring.practice.scans.statistics.scoring import recode, reverse, scale_scores

NAN = float("nan")


def instrument(*reversed_items: bool, low: int = 1, high: int = 5) -> Instrument:
    items = tuple(
        Item(f"IK{place:02}", Dimension.SELF, "contact", "…", turned)
        for place, turned in enumerate(reversed_items, start=1)
    )
    return Instrument("proef", "1", items, low, high)


def test_a_reversed_statement_is_turned_round_and_the_others_are_not():
    values = np.array([[1, 1], [4, 4], [5, 5]], dtype=np.uint8)
    assert recode(instrument(False, True), values).tolist() == [[1, 5], [4, 2], [5, 1]]


def test_answers_land_on_the_scale_of_the_instrument():
    values = np.array([[1, 1], [11, 11]], dtype=np.uint8)
    assert recode(instrument(False, True, low=0, high=10), values).tolist() == [[0, 10], [10, 0]]


def test_no_answer_and_dont_know_are_both_missing():
    recoded = recode(instrument(False, True, True), np.array([[3, 0, 255]], dtype=np.uint8))
    assert np.isnan(recoded).tolist() == [[False, True, True]]


def test_an_answer_off_the_scale_is_refused():
    with pytest.raises(ValueError, match="7"):
        recode(instrument(False), np.array([[7]], dtype=np.uint8))


def test_answers_of_another_width_than_the_instrument_are_refused():
    with pytest.raises(ValueError, match="columns"):
        recode(instrument(False, False), np.array([[3]], dtype=np.uint8))


def test_reversing_twice_gives_the_answers_back():
    scores = np.array([1.0, 2.5, NAN, 5.0])
    assert np.array_equal(reverse(reverse(scores, 1, 5), 1, 5), scores, equal_nan=True)


def test_a_score_needs_two_thirds_of_the_statements():
    recoded = np.array([[1.0, 4.0, 4.0], [NAN, 3.0, 4.0], [NAN, NAN, 4.0], [NAN, NAN, NAN]])
    scores = scale_scores(recoded, [0, 1, 2])
    assert scores[:2].tolist() == [3.0, 3.5]
    assert np.isnan(scores[2:]).all()


def test_six_of_nine_is_enough_and_five_is_not():
    recoded = np.full((2, 9), 2.0)
    recoded[0, :3] = NAN
    recoded[1, :4] = NAN
    scores = scale_scores(recoded, range(9))
    assert scores[0] == 2.0
    assert np.isnan(scores[1])


def test_only_the_columns_of_the_scale_count():
    assert scale_scores(np.array([[1.0, 5.0, 2.0]]), [0, 2]).tolist() == [1.5]


def test_a_scale_without_statements_is_refused():
    with pytest.raises(ValueError, match="at least one"):
        scale_scores(np.ones((2, 2)), [])
