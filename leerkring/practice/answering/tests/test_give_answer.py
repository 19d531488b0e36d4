"""One answer at a time: kept as it is given, in any order, from any tab, until it is too late."""

from collections.abc import Callable

import pytest

from leerkring.practice.answering.actions import (
    NoSuchDoor,
    TooLate,
    finish,
    give_answer,
    sheet_behind,
)
from leerkring.practice.answering.closing_actions import end_round
from leerkring.practice.answering.keys import Secret
from leerkring.practice.answering.models import Draft, Link
from leerkring.practice.answering.rules import takes_answers
from leerkring.practice.answering.sheets import NotOnTheScale
from leerkring.practice.answering.standing_queries import standing_behind
from leerkring.practice.answering.tests.conftest import Asked, fill, link
from leerkring.practice.scans.actions import keep_instrument
from leerkring.practice.scans.instrument_files import built_in
from leerkring.practice.scans.instruments import Instrument

Clock = Callable[..., None]


class Interrupted(Secret):
    """A tab in which something else happens between reading the sheet and writing it."""

    meanwhile: Callable[[], object] | None = None

    def lock(self, use: str, content: bytes) -> bytes:
        happens, Interrupted.meanwhile = Interrupted.meanwhile, None
        if happens:
            happens()
        return super().lock(use, content)


def give(door: Secret, place: int, value: int) -> bytes:
    return give_answer(door, place=place, value=value)


def on_sheet(door: Secret) -> bytes:
    return sheet_behind(door, link(door)).answers


def test_before_the_first_answer_the_sheet_is_blank_and_nothing_is_kept(asked: Asked) -> None:
    assert on_sheet(asked.door()) == bytes(36)
    assert Draft.objects.count() == 0


def test_answers_are_kept_in_any_order_and_the_last_one_wins(asked: Asked) -> None:
    door = asked.door()
    for place, value in ((35, 1), (0, 5), (0, 2), (7, 255)):
        sheet = give(door, place, value)
    expected = bytearray(36)
    expected[0], expected[7], expected[35] = 2, 255, 1
    assert sheet == on_sheet(door) == bytes(expected)
    assert Draft.objects.count() == 1


def test_the_same_answer_again_changes_nothing(asked: Asked) -> None:
    door = asked.door()
    give(door, 0, 4)
    before = bytes(Draft.objects.get().answers)
    assert give(door, 0, 4) == on_sheet(door)
    assert bytes(Draft.objects.get().answers) == before


def test_two_doors_of_one_person_have_their_own_sheets(asked: Asked) -> None:
    first, reminder = asked.door(), asked.door()
    give(first, 0, 4)
    assert on_sheet(reminder) == bytes(36)


@pytest.mark.parametrize(("place", "value"), [(0, 6), (0, 0), (36, 3), (-1, 3)])
def test_what_cannot_be_answered_is_refused_and_changes_nothing(
    asked: Asked, place: int, value: int
) -> None:
    door = asked.door()
    give(door, 1, 2)
    before = on_sheet(door)
    with pytest.raises(NotOnTheScale):
        give(door, place, value)
    assert on_sheet(door) == before


def test_the_last_day_ends_at_midnight_where_people_live(asked: Asked, at: Clock) -> None:
    door = asked.door()
    at(2026, 10, 31, 23, 59, 59)  # 22:59 in Greenwich, since the clock went back
    give(door, 0, 4)
    at(2026, 11, 1, 0, 0, 0)  # still the 31st there
    with pytest.raises(TooLate):
        give(door, 1, 4)
    with pytest.raises(TooLate):
        finish(door)


def test_the_hour_that_comes_twice_is_no_different(asked: Asked, at: Clock) -> None:
    door = asked.door()
    for minute in (0, 30, 59):
        at(2026, 10, 25, 2, minute)
        give(door, minute % 36, 3)
    assert on_sheet(door).count(3) == 3


def test_after_closing_and_after_handing_in_it_is_too_late(asked: Asked) -> None:
    done, open_ = asked.door(person=1), asked.door(person=2)
    give(done, 0, 3)
    finish(done)
    with pytest.raises(TooLate):
        give(done, 0, 4)
    give(open_, 0, 3)
    end_round(asked.round, by=None)
    for act in (lambda: give(open_, 1, 3), lambda: on_sheet(open_)):
        with pytest.raises(TooLate):
            act()


def test_another_door_of_who_handed_in_is_closed_too(asked: Asked) -> None:
    first, reminder = asked.door(), asked.door()
    give(first, 0, 3)
    give(reminder, 0, 5)
    finish(first)
    with pytest.raises(TooLate):
        give(reminder, 1, 3)
    with pytest.raises(TooLate):
        finish(reminder)


def test_a_tab_cannot_undo_what_another_tab_wrote_meanwhile(asked: Asked) -> None:
    door = asked.door()
    give(door, 0, 1)
    for place in (1, 2):
        other_tab = Secret(door.raw)
        Interrupted.meanwhile = lambda tab=other_tab, place=place: give(tab, place + 10, 5)
        give(Interrupted(door.raw), place, 4)
    assert [on_sheet(door)[place] for place in (0, 1, 2, 11, 12)] == [1, 4, 4, 5, 5]


def test_two_first_answers_at_once_are_both_kept(asked: Asked) -> None:
    door = asked.door()
    Interrupted.meanwhile = lambda: give(door, 5, 5)
    assert give(Interrupted(door.raw), 0, 1) == bytes([1, 0, 0, 0, 0, 5]) + bytes(30)


@pytest.mark.parametrize("started", [True, False])
def test_an_answer_that_comes_while_another_tab_hands_in_is_refused_not_swallowed(
    asked: Asked, started: bool
) -> None:
    door = asked.door()
    if started:
        give(door, 0, 1)

    def hand_in() -> None:
        give(door, 3, 3)
        finish(door)

    Interrupted.meanwhile = hand_in
    with pytest.raises(TooLate):
        give(Interrupted(door.raw), 1, 4)
    assert Draft.objects.filter(is_in=False).count() == 0


def test_an_answer_that_comes_while_the_round_closes_is_refused(asked: Asked) -> None:
    door = asked.door()
    fill(door, 3)
    Interrupted.meanwhile = lambda: end_round(asked.round, by=None)
    with pytest.raises(TooLate):
        give(Interrupted(door.raw), 1, 4)


def test_a_door_that_is_taken_away_meanwhile_leads_nowhere(asked: Asked) -> None:
    door = asked.door()
    fill(door, 3)

    def forgotten() -> None:
        Link.objects.all().delete()
        Draft.objects.all().delete()

    Interrupted.meanwhile = forgotten
    with pytest.raises(NoSuchDoor):
        give_answer(Interrupted(door.raw), place=1, value=4)


def test_a_round_keeps_the_statements_it_began_with(asked: Asked) -> None:
    """Whoever changes an instrument makes another version."""
    door = asked.door()
    fill(door, 3)
    scan = built_in()
    changed = Instrument(scan.name, scan.version, scan.items[:5], scan.low, scan.high, scan.targets)
    newer = keep_instrument(changed)
    asked.round.refresh_from_db()
    assert newer.pk != asked.round.instrument_id
    assert len(fill(door, 3, 4)) == 36
    assert asked.round.instrument.instrument.items == scan.items


def test_the_quick_look_and_the_rule_say_the_same(asked: Asked, at: Clock) -> None:
    """`standing_behind` is written out in SQL; `takes_answers` is what it must agree with."""

    def same(door: Secret) -> bool:
        standing = standing_behind(door)
        assert standing
        assert standing.is_open == takes_answers(link(door))
        return standing.is_open

    used, reminder, other = asked.door(), asked.door(), asked.door(person=2)
    assert all(map(same, (used, reminder, other)))
    fill(used, 3)
    finish(used)
    assert not any(map(same, (used, reminder)))
    assert same(other)
    at(2026, 11, 1, 0, 0)
    assert not same(other)
    at(2026, 10, 31, 12, 0)
    end_round(asked.round, by=None)
    assert not any(map(same, (used, reminder, other)))
    assert standing_behind(Secret.new()) is None
