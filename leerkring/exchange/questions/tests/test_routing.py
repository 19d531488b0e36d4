"""Who is asked: fairly, within their limit, and nobody twice."""

import random
from datetime import UTC, datetime

import pytest

from leerkring.exchange.questions.routing import Candidate, who_is_next

JUNE, JULY = datetime(2026, 6, 1, tzinfo=UTC), datetime(2026, 7, 1, tzinfo=UTC)


def test_who_was_asked_least_this_month_goes_first() -> None:
    people = [Candidate(1, 2, 5), Candidate(2, 0, 5, JULY), Candidate(3, 1, 5)]
    assert who_is_next(people, question=9, asked=()) == 2


def test_of_two_alike_the_one_who_was_not_asked_for_longest_goes_first() -> None:
    people = [Candidate(1, 0, 5, JULY), Candidate(2, 0, 5, JUNE)]
    assert who_is_next(people, question=9, asked=()) == 2
    assert who_is_next([*people, Candidate(3, 0, 5)], question=9, asked=()) == 3


def test_nobody_goes_over_their_limit() -> None:
    assert who_is_next([Candidate(1, 3, 3), Candidate(2, 0, 0)], question=9, asked=()) is None


def test_nobody_is_asked_twice_and_never_the_asker() -> None:
    people = [Candidate(1, 0, 5), Candidate(2, 0, 5)]
    assert who_is_next(people, question=9, asked=(1,), barred=(2,)) is None
    assert who_is_next(people, question=9, asked=(), barred=(2,)) == 1


def test_after_two_it_is_up_to_those_who_guide() -> None:
    assert who_is_next([Candidate(3, 0, 5)], question=9, asked=(1, 2)) is None


def test_whom_somebody_thought_of_goes_first_within_their_limit() -> None:
    people = [Candidate(1, 0, 5), Candidate(2, 4, 5), Candidate(3, 5, 5)]
    assert who_is_next(people, question=9, asked=(), suggested=2) == 2
    assert who_is_next(people, question=9, asked=(), suggested=3) == 1
    assert who_is_next(people, question=9, asked=(), suggested=77) == 1


def test_the_lot_is_the_same_every_time_and_falls_on_everyone_in_turn() -> None:
    people = [Candidate(person, 0, 5) for person in range(1, 5)]
    chosen = [who_is_next(people, question=q, asked=()) for q in range(200)]
    assert chosen == [who_is_next(people[::-1], question=q, asked=()) for q in range(200)]
    assert min(chosen.count(person) for person in range(1, 5)) > 30


@pytest.mark.parametrize("seed", range(6))
def test_however_many_questions_come_loads_stay_level_and_within_limits(seed: int) -> None:
    lot = random.Random(seed)
    limits = {n: lot.randint(0, 5) for n in range(1, 7)}
    load = {n: lot.randint(0, limit) for n, limit in limits.items()}
    for question in range(40):
        people = [Candidate(n, load[n], limits[n]) for n in load]
        person = who_is_next(people, question=question, asked=())
        if person is None:
            break
        assert load[person] == min(load[n] for n in load if load[n] < limits[n])
        load[person] += 1
    assert load == limits
