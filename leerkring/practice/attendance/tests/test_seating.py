"""Pins and places, without a database."""

from itertools import combinations

import pytest

from leerkring.practice.attendance.group_words import told, who_know_each_other
from leerkring.practice.attendance.places import moved_up
from leerkring.practice.attendance.seating import Pin, seat, seat_anew
from leerkring.practice.planning.groups import Guest, Mixed, Wishes


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


def mixed_of(rounds: int, **counted: int) -> Mixed:
    """Twelve guests at three tables, with no colleagues, and what is counted of them."""
    tables = tuple(tuple(str(n) for n in range(first, 12, 3)) for first in range(3))
    nought = {"colleagues": 0, "again": 0, "met": 0, "apart": 0, "least_colleagues": 0}
    return Mixed((tables,) * rounds, unfulfilled=(), **{**nought, "least_again": 0, **counted})


@pytest.mark.parametrize(
    ("rounds", "met", "least", "words"),
    [
        (1, 0, 0, "Niemand zit met een bekende."),
        (1, 1, 0, "1 paar dat elkaar al kent, zit samen; of dat onvermijdelijk is, weten we niet."),
        (1, 5, 0, "5 paren die elkaar al kennen, zitten samen; hoeveel daarvan onvermijdelijk is, "
                  "weten we niet."),
        (1, 5, 2, "Van de 5 paren die elkaar al kennen en samen zitten, zijn er zeker 2 "
                  "onvermijdelijk."),
        (2, 5, 1, "Van de 5 paren die elkaar al kennen en samen zitten, is er zeker 1 "
                  "onvermijdelijk, zolang niemand twee keer bij dezelfde persoon zit."),
        (1, 5, 5, "5 paren die elkaar al kennen, zitten samen. Dat is onvermijdelijk. "
                  "Beter kan niet."),
    ],
)  # fmt: skip
def test_of_pairs_that_met_before_is_told_how_many_nobody_can_part(
    rounds: int, met: int, least: int, words: str
) -> None:
    people = [Guest(str(n)) for n in range(12)]
    mixed = mixed_of(rounds, met=met, least_met=least)
    assert told(mixed, people, {}, "Dat zijn zij.")[-1] == f"{words} Dat zijn zij."


@pytest.mark.parametrize(
    ("rounds", "again", "least", "words"),
    [
        (2, 1, 0, "1 keer zit een paar nog eens samen; of dat onvermijdelijk is, weten we niet."),
        (2, 9, 0, "9 keer zit een paar nog eens samen; hoeveel daarvan onvermijdelijk is, "
                  "weten we niet."),
        (2, 9, 3, "Van de 9 keer dat een paar nog eens samen zit, zijn er zeker 3 onvermijdelijk."),
        (2, 9, 4, "Van de 9 keer dat een paar nog eens samen zit, zijn er zeker 4 onvermijdelijk, "
                  "zolang er zo weinig mogelijk collega's samen zitten."),
        (2, 3, 3, "3 keer zit een paar nog eens samen. Met zo veel rondes kan dat niet anders."),
    ],
)  # fmt: skip
def test_of_repeats_is_told_how_many_nobody_can_avoid(
    rounds: int, again: int, least: int, words: str
) -> None:
    """Four at a table who came from three: three pairs again in every next round."""
    people = [Guest(str(n)) for n in range(12)]
    assert told(mixed_of(rounds, again=again, least_again=least), people, {})[1] == words


def test_a_team_that_is_larger_than_the_tables_is_parted_as_far_as_can_be() -> None:
    people = [Guest(str(n)) for n in range(16)]
    team = frozenset(frozenset(pair) for pair in combinations([str(n) for n in range(6)], 2))
    mixed = seat(people, groups=4, rounds=1, wishes=Wishes(met=team))
    assert (mixed.met, mixed.least_met) == (2, 2)


def test_what_was_looked_at_is_told_and_no_more() -> None:
    assert who_know_each_other(25, among_members=False, brought=0) == (
        "Bekenden waren eerder samen: in een team of kring, aan een tafel, in een sessie, of op "
        "een bijeenkomst met hoogstens 25 aangemelde mensen."
    )
    assert who_know_each_other(25, among_members=True, brought=2).endswith(
        " De kring van deze bijeenkomst telt niet mee. "
        "Wie de 2 meegebrachte gasten kennen, weten we niet."
    )
