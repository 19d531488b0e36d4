"""Coverage of domains of life: three steps that point at nobody."""

from itertools import combinations_with_replacement, product

import numpy as np
import pytest

from leerkring.practice.scans.coverage import (
    DOMAINS,
    FEWEST,
    Coverage,
    Knowledge,
    as_rows,
    coverage,
)

LITTLE, BASICS, MUCH = Knowledge.LITTLE, Knowledge.BASICS, Knowledge.MUCH


def of_one_domain(*said: int, k: int = 5) -> Coverage | None:
    """What is told when these people say this about every domain."""
    rows = np.repeat(np.array(said, dtype=np.uint8)[:, None], len(DOMAINS), axis=1)
    (step,) = set(coverage(rows, k))
    return step


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ((MUCH, MUCH, MUCH, LITTLE, LITTLE), Coverage.COVERED),
        ((MUCH, MUCH, BASICS, LITTLE, LITTLE), Coverage.THIN),
        ((BASICS, BASICS, BASICS, BASICS, BASICS), Coverage.THIN),
        ((MUCH, MUCH, LITTLE, LITTLE, LITTLE), Coverage.NOT),
        ((LITTLE, LITTLE, LITTLE, LITTLE, LITTLE), Coverage.NOT),
    ],
)
def test_three_steps_in_numbers_of_people(said: tuple[int, ...], told: Coverage) -> None:
    assert of_one_domain(*said) is told


def test_under_k_people_nothing_is_told_whatever_they_said() -> None:
    assert of_one_domain(MUCH, MUCH, MUCH, MUCH) is None
    assert of_one_domain(*[MUCH] * 9, k=10) is None
    assert of_one_domain() is None


def test_a_smaller_k_than_the_steps_need_is_not_taken() -> None:
    assert of_one_domain(*[MUCH] * 4, k=3) is None


def test_who_says_nothing_about_a_domain_does_not_count_there() -> None:
    rows = np.full((5, len(DOMAINS)), MUCH, dtype=np.uint8)
    rows[0, 0] = Knowledge.NOT_SAID
    told = coverage(rows, 5)
    assert told[0] is None
    assert set(told[1:]) == {Coverage.COVERED}


@pytest.mark.parametrize("people", [FEWEST, FEWEST + 1, 9])
def test_no_step_rules_anything_out_about_one_colleague(people: int) -> None:
    """The insider knows their own answer and the step; every answer of a colleague fits it."""
    others = list(combinations_with_replacement((LITTLE, BASICS, MUCH), people - 2))
    for own, colleague in product((LITTLE, BASICS, MUCH), repeat=2):
        possible = {of_one_domain(own, colleague, *rest) for rest in others}
        assert possible == set(Coverage), (own, colleague)


def test_with_one_person_less_a_step_would_point_at_a_colleague() -> None:
    """Why it takes five: without k, of four people «gedekt» cannot be while two know little."""
    rest = list(product((LITTLE, BASICS, MUCH), repeat=2))
    assert all([LITTLE, LITTLE, *each].count(MUCH) < 3 for each in rest)


def test_what_is_no_step_or_no_sheet_is_refused() -> None:
    with pytest.raises(ValueError, match="no such step: 4"):
        of_one_domain(4, 1, 1, 1, 1)
    with pytest.raises(ValueError, match="11 columns"):
        coverage(np.ones((5, 3), dtype=np.uint8), 5)


def test_sheets_become_rows() -> None:
    sheets = [bytes([1] * 11), bytes([3] * 11)]
    assert as_rows(sheets).tolist() == [[1] * 11, [3] * 11]
    assert as_rows([]).shape == (0, 11)


def test_every_domain_has_a_code_and_a_name_of_its_own() -> None:
    assert len({domain.code for domain in DOMAINS}) == len({d.name for d in DOMAINS}) == 11
