"""How often is too often."""

import pytest
from django.core.cache import caches

from leerkring.foundation.privacy.views.pace import MEMORY, too_often


@pytest.fixture(autouse=True)
def nothing_counted() -> None:
    caches[MEMORY].clear()


def test_the_last_that_is_allowed_is_not_too_often() -> None:
    asked = [too_often("schrijven", 7, most=3, seconds=60) for _ in range(5)]
    assert asked == [False, False, False, True, True]


def test_each_person_and_each_thing_counts_apart() -> None:
    for who, what in ((7, "schrijven"), (8, "schrijven"), (7, "zoeken")):
        assert not too_often(what, who, most=1, seconds=60)
    assert too_often("schrijven", 7, most=1, seconds=60)


def test_when_the_time_is_over_it_begins_anew() -> None:
    assert not too_often("schrijven", 7, most=1, seconds=0)
    assert not too_often("schrijven", 7, most=1, seconds=0)


@pytest.mark.django_db
def test_nothing_of_it_comes_into_the_database(django_assert_num_queries: object) -> None:
    with django_assert_num_queries(0):  # type: ignore[operator]
        too_often("schrijven", 7, most=1, seconds=60)
