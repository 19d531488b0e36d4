"""One person's own result, checked against sums by hand."""

import json

import pytest

from leerkring.practice.answering.own_scores import OwnResult, own_result
from leerkring.practice.scans.dimensions import Dimension
from leerkring.practice.scans.instruments import Instrument, Item

# Contact: 1 straight and 1 reversed; delen: 3 straight; buurt: 2 straight.
CODES = (
    ("A1", Dimension.SELF, "contact", False),
    ("A2", Dimension.SELF, "contact", True),
    ("B1", Dimension.TEAM, "delen", False),
    ("B2", Dimension.TEAM, "delen", False),
    ("B3", Dimension.TEAM, "delen", False),
    ("C1", Dimension.DISTRICT, "buurt", False),
    ("C2", Dimension.DISTRICT, "buurt", False),
)
SCAN = Instrument(
    "Zeven",
    "1",
    tuple(Item(code, d, c, f"Stelling {code}.", turned) for code, d, c, turned in CODES),
    1,
    5,
    {Dimension.SELF: 3.5, Dimension.TEAM: 4.0, Dimension.DISTRICT: 3.0},
)


def result(*sheet: int) -> OwnResult:
    return own_result(SCAN, bytes(sheet), round_name="Najaar", month="2026-11")


def test_a_score_is_the_mean_with_reversed_statements_turned_round() -> None:
    found = result(4, 1, 2, 3, 3, 5, 4)
    assert [(s.name, s.score) for s in found.competences] == [
        ("contact", 4.5),  # 4 and 6 − 1
        ("delen", 2.67),  # 8 / 3
        ("buurt", 4.5),
    ]
    assert [s.name for s in found.dimensions] == ["Ik", "Wij", "Wijk"]


def test_under_two_thirds_answered_gives_no_score() -> None:
    found = result(4, 255, 3, 3, 0, 0, 255)
    assert [s.score for s in found.competences] == [None, 3.0, None]
    assert [s.is_short for s in found.competences] == [False, True, False]


def test_needs_are_what_is_furthest_under_its_target_and_strengths_the_other_way() -> None:
    found = result(3, 3, 2, 2, 2, 5, 5)
    assert [s.name for s in found.needs()] == ["delen", "contact"]  # 2,0 short and 0,5 short
    assert [s.name for s in found.strengths()] == ["buurt"]
    assert [s.name for s in found.needs(most=1)] == ["delen"]


def test_on_target_is_not_short() -> None:
    assert result(0, 0, 4, 4, 4, 3, 3).needs() == ()


@pytest.mark.parametrize("sheet", [(4, 1, 2, 3, 3, 5, 4), (0,) * 7])
def test_a_result_comes_back_from_json_as_it_was(sheet: tuple[int, ...]) -> None:
    found = result(*sheet)
    assert OwnResult.from_json(json.loads(json.dumps(found.as_json()))) == found
