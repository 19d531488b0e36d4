"""Pins and places, without a database."""

import pytest

from leerkring.practice.attendance.group_words import told
from leerkring.practice.attendance.places import moved_up
from leerkring.practice.attendance.seating import Pin, seat, seat_anew
from leerkring.practice.planning.groups import Guest, Wishes


def guests(*sizes: int) -> list[Guest]:
    return [
        Guest(f"{name}{n}", name)
        for name, size in zip("abcd", sizes, strict=False)
        for n in range(size)
    ]


@pytest.mark.parametrize(
    ("free", "line", "chosen"),
    [(3, (2, 3, 1), (0, 2)), (0, (1,), ()), (None, (4, 9), (0, 1)), (5, (), ())],
)
def test_places_go_in_order_to_who_fits(
    free: int | None, line: tuple[int, ...], chosen: tuple[int, ...]
) -> None:
    assert moved_up(free, line) == chosen


def test_all_of_an_organisation_pinned_to_one_table_sits_there_whatever_it_costs() -> None:
    people = guests(3, 3, 3)
    pins = [Pin(f"a{n}", 1) for n in range(3)]
    mixed = seat(people, groups=3, rounds=2, wishes=Wishes(), pins=pins)
    for tables in mixed.rounds:
        assert {"a0", "a1", "a2"} <= set(tables[1])
        assert sorted(key for table in tables for key in table) == sorted(g.key for g in people)
    assert mixed.colleagues >= 6 > mixed.least_colleagues


def test_more_pins_than_chairs_get_more_chairs() -> None:
    people = guests(4, 2)
    pins = [Pin(guest.key, 0) for guest in people[:5]]
    (tables,) = seat(people, groups=2, rounds=1, wishes=Wishes(), pins=pins).rounds
    assert set(tables[0]) >= {guest.key for guest in people[:5]}


def test_a_pin_to_a_table_that_is_not_there_holds_nobody() -> None:
    people = guests(2, 2)
    assert seat(people, groups=2, rounds=1, wishes=Wishes(), pins=[Pin("a0", 7)]).colleagues == 0


def test_a_pin_still_holds_when_people_stay_away() -> None:
    people = guests(4, 4, 4)
    pins = [Pin("a0", 2)]
    mixed = seat(people, groups=3, rounds=2, wishes=Wishes(), pins=pins)
    again, now = seat_anew(
        mixed, people, gone={"b0", "b1", "c0"}, arrived=[Guest("z")], begun=0, wishes=Wishes(),
        pins=pins,
    )  # fmt: skip
    assert len(now) == 10
    assert all("a0" in tables[2] for tables in again.rounds)


def test_what_pins_cost_is_told_beside_what_could_not_be_avoided() -> None:
    people = guests(4, 1, 1)
    pins = [Pin("a0", 0), Pin("a1", 0), Pin("a2", 0)]
    mixed = seat(people, groups=2, rounds=1, wishes=Wishes(), pins=pins)
    assert told(mixed, people, {})[0] == (
        "3 paren van dezelfde organisatie zitten samen; 2 daarvan zijn onvermijdelijk: "
        "van a komen er 4 van de 6 mensen, en er zijn 2 tafels."
    )
