"""Mixed groups: nobody with a colleague or with the same person twice, as far as it can be."""

import random
from itertools import combinations

import pytest

from leerkring.practice.planning.group_bounds import (
    unavoidable_colleagues,
    unavoidable_overlaps,
    unavoidable_repeats,
)
from leerkring.practice.planning.groups import Guest, Mixed, Wishes
from leerkring.practice.planning.latecomers import seat_again
from leerkring.practice.planning.mixing import mix


def guests(*sizes: int) -> list[Guest]:
    """So many people of each organisation, after one another."""
    return [
        Guest(f"{name}{n}", name)
        for name, size in zip("abcdefghijkl", sizes, strict=False)
        for n in range(size)
    ]


def seated(mixed: Mixed) -> list[set[str]]:
    return [{key for table in tables for key in table} for tables in mixed.rounds]


def test_sixteen_people_of_four_organisations_never_meet_a_colleague_or_the_same_person() -> None:
    mixed = mix(guests(4, 4, 4, 4), groups=4, rounds=3)
    assert (mixed.colleagues, mixed.again) == (0, 0)
    assert mixed.is_proven


def test_everybody_sits_once_a_round_at_tables_as_large_as_each_other() -> None:
    people = guests(5, 5, 4, 3)
    mixed = mix(people, groups=4, rounds=3, most_steps=60)
    assert seated(mixed) == [{guest.key for guest in people}] * 3
    for tables in mixed.rounds:
        sizes = [len(table) for table in tables]
        assert max(sizes) - min(sizes) <= 1 and sum(sizes) == 17


def test_an_organisation_of_half_the_people_is_spread_as_thin_as_can_be() -> None:
    """Twelve of 24 over six tables: two at each, so six pairs a round; nobody can do better."""
    mixed = mix(guests(12, 3, 3, 3, 3), groups=6, rounds=2)
    assert mixed.least_colleagues == 12 == mixed.colleagues


def test_who_met_before_is_kept_apart() -> None:
    people = guests(4, 4, 4, 4)
    met = frozenset(frozenset(pair) for pair in combinations(("a0", "b0", "c0", "d0"), 2))
    assert mix(people, groups=4, rounds=2, wishes=Wishes(met=met)).met == 0


def test_wishes_come_true_and_exclusions_hold() -> None:
    wishes = Wishes(
        apart=frozenset({frozenset({"a0", "b1"})}), together=frozenset({frozenset({"a1", "c2"})})
    )
    mixed = mix(guests(4, 4, 4), groups=3, rounds=2, wishes=wishes, most_steps=400)
    assert mixed.apart == 0
    assert mixed.unfulfilled == ()
    tables = [set(table) for tables in mixed.rounds for table in tables]
    assert sum({"a1", "c2"} <= table for table in tables) == 1


def test_people_without_an_organisation_are_nobodys_colleague() -> None:
    mixed = mix([Guest(str(n)) for n in range(8)], groups=2, rounds=1)
    assert (mixed.colleagues, mixed.least_colleagues) == (0, 0)


@pytest.mark.parametrize(
    ("sizes", "groups", "least"), [((14, 1), 12, 2), ((12, 8), 6, 8), ((3, 3), 3, 0), ((5,), 1, 10)]
)
def test_the_bound_is_that_of_the_pigeonholes(
    sizes: tuple[int, ...], groups: int, least: int
) -> None:
    """14 over 12 tables: two tables with two of them, so two pairs (gatherings research, §2)."""
    names = [guest.organisation for guest in guests(*sizes)]
    assert unavoidable_colleagues(names, groups) == least


def test_repeats_are_unavoidable_once_everybody_has_met() -> None:
    """Nine people at three tables of three meet two others a round, eight in four rounds."""
    assert unavoidable_repeats(9, 3, 4) == 0
    assert unavoidable_repeats(9, 3, 5) == 9


def test_four_tables_of_six_cannot_but_repeat_in_every_next_round() -> None:
    """Six who came from four tables: two pairs at each of four tables, in every two rounds."""
    assert unavoidable_repeats(24, 4, 3) == 16  # the same eight pairs, again and again
    assert unavoidable_overlaps(24, 4, 3) == 24  # otherwise another eight in every two rounds
    mixed = mix(guests(3, 3, 3, 3, 3, 3, 3, 3), groups=4, rounds=3)
    assert (mixed.overlaps, mixed.colleagues) == (24, 0) and mixed.is_proven
    assert 16 < mixed.again <= 24


def test_who_may_not_meet_colleagues_runs_out_of_others_sooner() -> None:
    """Sixteen of four organisations: twelve others, three a round, so a fifth round repeats 24."""
    names = [guest.organisation for guest in guests(4, 4, 4, 4)]
    assert unavoidable_repeats(16, 4, 4, names) == unavoidable_repeats(16, 4, 5) == 0
    assert unavoidable_repeats(16, 4, 5, names) == 24
    mixed = mix(guests(4, 4, 4, 4), groups=4, rounds=5)
    assert (mixed.colleagues, mixed.again, mixed.least_again) == (0, 24, 24)


def test_no_rounds_that_are_found_go_below_what_is_called_unavoidable() -> None:
    chance = random.Random(5)
    for _ in range(60):
        people, organisations = chance.randint(3, 14), chance.randint(1, 5)
        company = [Guest(str(n), f"o{chance.randint(0, organisations)}") for n in range(people)]
        groups, rounds = chance.randint(1, people), chance.randint(1, 5)
        mixed = mix(company, groups=groups, rounds=rounds, most_steps=12)
        assert mixed.colleagues >= mixed.least_colleagues
        assert mixed.overlaps >= mixed.least_overlaps
        assert mixed.overlaps >= mixed.again >= mixed.least_again


def test_thirty_six_officers_cannot_be_seated_four_times() -> None:
    """Tarry 1900; three times they can, though counting alone would allow seven rounds."""
    assert unavoidable_repeats(36, 6, 3) == 0 < unavoidable_repeats(36, 6, 4)
    assert mix([Guest(str(n)) for n in range(36)], groups=6, rounds=3).again == 0


# Harvey & Winterer (2005), «Solving the MOLR and social golfers problems», CP 2005, LNCS 3709, and
# the table that they kept: groups, size, and a number of rounds for which nobody need repeat.
GOLFERS = [
    (3, 3, 4), (4, 3, 4), (5, 3, 7), (8, 3, 10), (10, 3, 11), (4, 4, 3), (4, 4, 4), (4, 4, 5),
    (5, 4, 4), (5, 4, 5), (6, 4, 5), (6, 4, 7), (7, 4, 9), (8, 4, 7), (8, 4, 9),
    (5, 5, 6), (7, 7, 8),
]  # fmt: skip


@pytest.mark.parametrize(("groups", "size", "rounds"), GOLFERS)
def test_social_golfers_play_with_everybody_once_at_most(
    groups: int, size: int, rounds: int
) -> None:
    mixed = mix([Guest(str(n)) for n in range(groups * size)], groups=groups, rounds=rounds)
    assert mixed.again == 0


@pytest.mark.parametrize(
    ("groups", "size", "rounds"), [(4, 4, 4), (5, 4, 5), (6, 4, 5), (8, 4, 8), (5, 5, 5)]
)
def test_so_they_do_when_as_many_organisations_send_one_to_each_table(
    groups: int, size: int, rounds: int
) -> None:
    mixed = mix(guests(*[groups] * size), groups=groups, rounds=rounds)
    assert (mixed.again, mixed.colleagues) == (0, 0)


def test_two_guests_with_one_key_are_refused() -> None:
    with pytest.raises(ValueError, match="twice"):
        mix([Guest("a"), Guest("a")], groups=1, rounds=1)
    with pytest.raises(ValueError, match="cannot fill"):
        mix(guests(2), groups=3, rounds=1)


def test_when_two_stay_away_and_one_comes_nobody_at_a_running_table_moves() -> None:
    people = guests(5, 5, 5, 5)
    mixed = mix(people, groups=5, rounds=3)
    again, now = seat_again(mixed, people, gone={"a0", "b0"}, arrived=[Guest("z", "z")], begun=1)
    assert len(now) == 19 and seated(again) == [{guest.key for guest in now}] * 3
    for before, after in zip(mixed.rounds[0], again.rounds[0], strict=True):
        assert set(before) - {"a0", "b0"} == set(after) - {"z"}
    for tables in again.rounds[1:]:
        assert sorted(len(table) for table in tables) == [3, 4, 4, 4, 4]
    assert again.colleagues == 0


def test_who_does_not_come_moves_nobody_else_when_tables_stay_even() -> None:
    people = guests(4, 4, 4, 4)
    mixed = mix(people, groups=4, rounds=2)
    again, _ = seat_again(mixed, people, gone={"a0"})
    for before, after in zip(mixed.rounds, again.rounds, strict=True):
        assert [set(table) - {"a0"} for table in before] == [set(table) for table in after]
