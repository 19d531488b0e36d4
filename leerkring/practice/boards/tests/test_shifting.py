"""The rule for the shift of a dilemma, against brute force over all ways to add figures up."""

import random
from itertools import product

import pytest

from leerkring.practice.boards.shifting import is_safe

K = 5


def people(*changes: tuple[int | None, int | None, int]) -> tuple[dict, dict]:
    """(before, after, how many): None is absent."""
    before, after, number = {}, {}, 0
    for old, new, how_many in changes:
        for _ in range(how_many):
            number += 1
            if old is not None:
                before[number] = old
            if new is not None:
                after[number] = new
    return before, after


def safe(*changes: tuple[int | None, int | None, int], options: int = 2) -> bool:
    return is_safe(*people(*changes), options=options, k=K)


@pytest.mark.parametrize("moved", [1, 2, 3, 4])
def test_a_few_who_changed_their_mind_are_not_told(moved: int) -> None:
    assert not safe((0, 0, 10), (1, 1, 10), (0, 1, moved))


def test_nobody_and_five_who_changed_are_told() -> None:
    assert safe((0, 0, 10), (1, 1, 10))
    assert safe((0, 0, 10), (1, 1, 10), (0, 1, 5))
    assert safe((0, 0, 10), (1, 1, 10), (0, 1, 3), (1, 0, 2))


def test_one_who_came_late_is_not_laid_bare() -> None:
    assert not safe((0, 0, 10), (1, 1, 10), (None, 1, 1))
    assert not safe((0, 0, 10), (1, 1, 10), (0, None, 1))


def test_who_left_and_who_came_are_not_taken_for_one_another() -> None:
    assert not safe((0, 0, 10), (1, 1, 10), (0, None, 1), (None, 0, 1))


def test_somebody_with_another_phone_makes_no_crowd() -> None:
    """Three people who changed on another browser look like three gone and three new."""
    assert not safe((0, 0, 10), (1, 1, 10), (0, None, 3), (None, 1, 3))


def test_of_three_sides_each_pair_is_looked_at() -> None:
    assert safe((0, 0, 9), (1, 1, 9), (2, 2, 9), (0, 1, 5), options=3)
    assert not safe((0, 0, 9), (1, 1, 9), (2, 2, 9), (0, 1, 5), (1, 2, 1), options=3)


def light(before: dict, after: dict, options: int) -> bool:
    """Whether some way to add the differences up is about 1..k-1 people; every factor in -2..2."""
    absent = options
    everyone = before.keys() | after.keys()
    pairs = [(before.get(who, absent), after.get(who, absent)) for who in everyone]
    for factors in product(range(-2, 3), repeat=options):
        factor = [*factors, 0]
        about = sum(factor[old] != factor[new] for old, new in pairs)
        if 1 <= about < K:
            return True
    return False


def test_no_way_of_adding_up_is_about_a_few_people() -> None:
    chance = random.Random(3)
    seen = set()
    for _ in range(120):
        options = chance.choice((2, 3))
        where = [*range(options), None]
        changes = [
            (chance.choice(where), chance.choice(where), chance.choice((0, 2, 5, 6)))
            for _ in range(5)
        ]
        before, after = people(*(c for c in changes if c[:2] != (None, None)))
        verdict = is_safe(before, after, options=options, k=K)
        seen.add(verdict)
        if verdict:
            assert not light(before, after, options)
    assert seen == {True, False}
