"""A question is planned by its words; what is found stays the same."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection

from leerkring.foundation.search import nearest, queries
from leerkring.foundation.search.actions import forget, index
from leerkring.foundation.search.expressions import AnyOf, Sign, Without, both
from leerkring.foundation.search.queries import search
from leerkring.foundation.search.tests.conftest import Library
from leerkring.foundation.search.vocabulary import (
    Vocabulary,
    common_signs,
    forget_unused,
    vocabulary_of,
)

VISITOR = AnonymousUser()
postgresql = pytest.mark.skipif(
    "connection.vendor == 'sqlite'", reason="SQLite looks up the beginning of a word by itself"
)
HOUSE = Vocabulary({"huis": ("huis", "huisarts")}, {"whuis": 0.1, "whuisarts": 0.3, "wtuin": 0.1})


def test_the_beginning_of_a_word_becomes_the_words_that_there_are() -> None:
    wanted = both(Sign("whuis", prefix=True), Without(Sign("wtuin"), Sign("wtui", prefix=True)))
    assert HOUSE.spelled_out(wanted) == both(
        AnyOf((Sign("whuis"), Sign("whuisarts"))),
        Without(Sign("wtuin"), Sign("wtui", prefix=True)),
    )


def test_what_begins_so_is_as_common_as_its_words_together() -> None:
    assert HOUSE.share(Sign("whuis", prefix=True)) == pytest.approx(0.4)
    assert HOUSE.share(Sign("wkelder")) == 0


def test_two_words_stand_together_less_often_than_one_and_more_often_than_by_chance() -> None:
    share = HOUSE.share(both(Sign("whuisarts"), Sign("wtuin")))
    assert 0.3 * 0.1 < share < 0.1


def test_while_nothing_is_known_nothing_counts_as_rare() -> None:
    assert Vocabulary().share(both(Sign("whuis"), Sign("wtuin"))) == 1


@pytest.fixture
def spelled(library: Library) -> Callable[[str], tuple[str, ...]]:
    def words(start: str) -> tuple[str, ...]:
        return vocabulary_of([Sign(f"w{start}", prefix=True)]).spelled[start]

    library.add("een", "Huisbezoek", "Kijk bij het huisje.")
    library.add("twee", "Huisbezoek")
    library.put()
    return words


@postgresql
def test_a_word_is_known_as_soon_as_something_can_be_found_by_it(
    spelled: Callable[[str], tuple[str, ...]],
) -> None:
    assert sorted(spelled("huis")) == ["huis", "huisbezoek"]


@postgresql
def test_a_word_that_stands_nowhere_any_more_is_forgotten(
    library: Library, spelled: Callable[[str], tuple[str, ...]]
) -> None:
    forget(library.rows["een"])
    forget_unused()
    assert spelled("huis") == ("huisbezoek",)
    index(library.rows["een"])
    assert sorted(spelled("huis")) == ["huis", "huisbezoek"]


@postgresql
def test_of_what_many_have_no_page_tells_a_number_that_is_not_so(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(5):
        library.add(f"n{number}", "Krant")
    library.put()
    monkeypatch.setattr(nearest, "MANY", 0)
    monkeypatch.setattr(queries, "COUNTED", 0)
    first = search(VISITOR, "krant", size=3)
    last = search(VISITOR, "krant", size=3, after=first.after)
    assert [(len(page.hits), page.more) for page in (first, last)] == [(3, True), (2, True)]
    whole = search(VISITOR, "krant", size=9)
    assert (whole.total, whole.more) == (5, False)


def _analysed() -> None:
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE search_entry")


@pytest.mark.parametrize("words", ["krant", "krantje nieuws", '"krant van" nieuws', "kranten"])
@pytest.mark.parametrize("few", [0, 600])
def test_however_a_question_is_planned_the_same_is_found(
    words: str, few: int, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(30):
        title = "Krantje" if number % 7 == 0 else "Blad"
        library.add(f"n{number}", title, "De krant van nu." + " Nieuws!" * (number % 2))
    library.put()
    _analysed()
    found = search(VISITOR, words, size=9)
    monkeypatch.setattr(nearest, "MANY", 0)
    monkeypatch.setattr(nearest, "FEW", few)
    common_signs.cache_clear()
    assert search(VISITOR, words, size=9).hits == found.hits
