from datetime import date

import pytest

from leerkring.practice.scans.actions import close_round, take_in_answer
from leerkring.practice.scans.dimensions import Dimension
from leerkring.practice.scans.group_actions import RoundIsOpen, forget_answers, open_group_round
from leerkring.practice.scans.instruments import Instrument, Item
from leerkring.practice.scans.models import FrozenResult, ReleasedFigure, Response, Round
from leerkring.practice.scans.results import THE_GROUP

pytestmark = pytest.mark.django_db
ASKED = Instrument(
    "Terugblik", "1", (Item("A", Dimension.TEAM, "a", "Ik heb er iets aan."),), 1, 5,
    {Dimension.TEAM: 3.5},
)  # fmt: skip


def a_round(*answers: int) -> Round:
    round_ = open_group_round(name="Terugblik", instrument=ASKED, members=12, on=date(2026, 10, 1))
    for value in answers:
        take_in_answer(round=round_, team=None, answers=bytes([value]))
    return round_


def test_a_group_that_is_no_team_gets_a_result_of_its_own() -> None:
    round_ = a_round(4, 4, 3, 5, 4, 2)
    close_round(round_, by=None)
    row = FrozenResult.objects.get(round=round_, audience="team")
    assert (row.unit, row.result.answered, row.result.is_shown) == (THE_GROUP, 6, True)
    assert round_.closing.respondents == 6


def test_a_group_of_four_is_withheld() -> None:
    round_ = a_round(4, 4, 3, 5)
    close_round(round_, by=None)
    assert FrozenResult.objects.get(round=round_, audience="team").result.withheld
    assert not ReleasedFigure.objects.filter(round=round_).exists()


def test_what_is_told_of_a_group_stands_in_the_ledger() -> None:
    round_ = a_round(4, 4, 3, 5, 4)
    close_round(round_, by=None)
    people = ReleasedFigure.objects.filter(round=round_, audience="team").values_list("people")
    assert {THE_GROUP: 5} in [row[0] for row in people]


def test_answers_are_forgotten_and_what_they_said_stays() -> None:
    round_, other = a_round(4, 4, 3, 5, 4), a_round(1, 2)
    close_round(round_, by=None)
    said = FrozenResult.objects.get(round=round_, audience="team").content
    assert forget_answers(round_) == 5
    assert forget_answers(round_) == 0
    assert not Response.objects.filter(round=round_).exists()
    assert FrozenResult.objects.get(round=round_, audience="team").content == said
    assert Response.objects.filter(round=other).count() == 2


def test_of_an_open_round_nothing_is_forgotten() -> None:
    round_ = a_round(4, 4, 3, 5, 4)
    with pytest.raises(RoundIsOpen):
        forget_answers(round_)
    assert Response.objects.filter(round=round_).count() == 5
