"""A person's own result in words and as a drawing."""

from dataclasses import replace

from leerkring.practice.answering.own_picture import own_picture, standings
from leerkring.practice.answering.own_scores import OwnResult, OwnScore
from leerkring.practice.scans.dimensions import Dimension

RESULT = OwnResult(
    round="Najaar",
    month="2026-11",
    low=1,
    high=5,
    dimensions=(
        OwnScore("Ik", Dimension.SELF, 2.3, 3.8),
        OwnScore("Wij", Dimension.TEAM, 3.31, 3.8),
        OwnScore("Wijk", Dimension.DISTRICT, 3.6, 3.6),
    ),
    competences=(),
)


def test_where_somebody_stands_is_said_in_words() -> None:
    assert [(one.words, one.is_short) for one in standings(RESULT)] == [
        ("2,3 van de 5: onder het doel van 3,8.", True),
        ("3,3 van de 5: net onder het doel van 3,8.", True),
        ("3,6 van de 5: op of boven het doel van 3,6.", False),
    ]


def test_too_few_answers_are_said_and_get_no_dot() -> None:
    silent = replace(RESULT, dimensions=(replace(RESULT.dimensions[0], score=None),))
    assert "te weinig" in standings(silent)[0].words
    one = replace(RESULT, dimensions=RESULT.dimensions[:1])
    assert own_picture([silent]).svg.count("<circle") == own_picture([one]).svg.count("<circle") - 1


def test_an_earlier_round_is_a_paler_dot_with_a_key_of_its_own() -> None:
    alone, line = own_picture([RESULT]), own_picture([RESULT, RESULT])
    assert ("eerder" in alone.svg, "eerder" in line.svg) == (False, True)
    assert line.svg.count("<circle") == alone.svg.count("<circle") + 4
