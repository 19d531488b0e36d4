"""Nobody finds, counts or learns of what they may not see."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from importlib import import_module
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from leerkring.foundation.privacy.actions import erase
from leerkring.foundation.search import nearest, queries, registry, tasks
from leerkring.foundation.search.actions import (
    forget,
    index,
    index_many,
    read_in,
    read_left_out,
)
from leerkring.foundation.search.models import Entry
from leerkring.foundation.search.queries import search
from leerkring.foundation.search.tests.conftest import START, Library

Person = get_user_model()
VISITOR = AnonymousUser()


def found(person: object, words: str = "krant", **more: object) -> list[str]:
    page = search(person, words, **more)
    assert page.total == len(page.hits)
    return [hit.url.strip("/") for hit in page.hits]


@pytest.fixture
def person(db: None) -> Any:
    return Person.objects.create_user("jo@voorbeeld.invalid", "Jo Zee")


@pytest.fixture
def shelf(library: Library, person: Any) -> Library:
    library.add("ieder", "Krant voor ieder", themes=(3,))
    library.add("leden", "Krant voor wie inlogt", tokens={"signed-in"}, kind="vraag")
    library.add("kring", "Krant van kring", tokens={"circle:1"}, circle=1, themes=(3, 4))
    library.add("ander", "Krant van een andere kring", tokens={"circle:12"}, circle=12)
    library.add("eigen", "Mijn krant", tokens={f"person:{person.pk}"})
    library.put()
    return library


def test_tokens_decide_what_is_found(shelf: Library, person: Any) -> None:
    assert found(VISITOR) == ["ieder"]
    assert found(person) == ["eigen", "leden", "ieder"]
    registry.register_tokens(lambda who: {"circle:1"})
    assert found(person) == ["eigen", "kring", "leden", "ieder"]
    assert found(VISITOR) == ["ieder"]


def test_the_room_has_the_last_word_in_list_and_count(shelf: Library, person: Any) -> None:
    shelf.hidden.add(shelf.rows["leden"].pk)
    assert found(person) == ["eigen", "ieder"]


def test_words_are_no_tokens(library: Library) -> None:
    library.add("slim", "apublic acircle1 kblog wkrant", tokens={"circle:1"})
    library.put()
    for words in ("apublic", "public", "kblog", 'krant" OR "apublic', "acircle1"):
        assert found(VISITOR, words) == []


def test_filters_narrow(shelf: Library, person: Any) -> None:
    registry.register_tokens(lambda who: {"circle:1", "circle:12"})
    assert found(person, kinds=["vraag"]) == ["leden"]
    assert found(person, themes=[3]) == ["kring", "ieder"]
    assert found(person, themes=[4, 99]) == ["kring"]
    assert found(person, circle=1) == ["kring"]
    assert found(person, "", circle=12) == ["ander"]
    assert found(person, since=START + timedelta(days=4)) == ["eigen", "ander"]


def test_what_changes_is_found_anew(shelf: Library) -> None:
    row = shelf.rows["ieder"]
    shelf.add("nieuw", "Tijdschrift")
    shelf.found[row.pk] = shelf.found[shelf.rows["nieuw"].pk]
    index(row)
    assert found(VISITOR) == []
    assert found(VISITOR, "tijdschriften") == ["nieuw"]
    shelf.found[row.pk] = None
    index(row)
    assert found(VISITOR, "tijdschriften") == []


def signs() -> int:
    table = "search_words" if connection.vendor == "sqlite" else "search_entry"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {table}")
        return cursor.fetchone()[0]


def test_what_is_forgotten_leaves_no_words(shelf: Library) -> None:
    before = signs()
    forget(shelf.rows["ieder"])
    assert found(VISITOR) == []
    assert signs() == before - 1


def test_what_was_there_before_it_could_be_found_is_read_in_once(library: Library) -> None:
    library.add("oud", "Krant")
    assert (read_in(), found(VISITOR)) == (1, ["oud"])
    library.add("later", "Krant")
    assert (read_in(), found(VISITOR)) == (0, ["oud"])  # later changes come in by themselves
    assert (read_left_out(), found(VISITOR)) == (1, ["later", "oud"])
    assert read_left_out() == 0


def test_what_bore_a_sign_of_its_owner_is_read_again_by_the_worker(
    library: Library, person: Any
) -> None:
    row = library.add("eigen", "Krant", tokens={"circle:1", f"person:{person.pk}"}, owner=person.pk)
    library.add("ander", "Krant", tokens={"circle:1"}, owner=person.pk)
    library.put()
    library.found[row.pk] = replace(library.found[row.pk], tokens=frozenset({"circle:1"}))
    assert found(person) == ["eigen"]
    before = Entry.objects.order_by("pk").values_list("owner", "owned")
    kept = list(before)
    migration = import_module("leerkring.foundation.search.migrations.0004_own_no_more")
    migration.have_read_again(apps, connection.schema_editor())
    assert list(before.filter(owner=None)) == [(None, True)]
    tasks.run_due(timezone.now())
    assert (found(person), list(before.all())) == ([], kept)


def test_who_is_forgotten_is_not_found_and_what_they_wrote_is_read_again(
    library: Library, person: Any
) -> None:
    library.add("pagina", "Jo Zee", person=person.pk)
    library.add("stuk", "Krant", "Door Jo Zee.", owner=person.pk)
    library.add("weg", "Krant", "Door Jo Zee.", owner=person.pk)
    library.put()
    erase(person)
    del library.found[library.rows["pagina"].pk]
    assert found(VISITOR, "jo") == ["weg", "stuk"]
    library.rows["weg"].delete()
    row = library.rows["stuk"]
    library.found[row.pk] = registry.Found(
        "Krant", "Door een oud-deelnemer.", "/stuk/", START, frozenset({"public"})
    )
    assert tasks.run_due(START) == "2 vermeldingen opnieuw gelezen."
    assert tasks.run_due(START) == ""
    assert found(VISITOR, "jo") == []
    assert found(VISITOR) == ["stuk"]


def pages(person: object, **more: object) -> Iterator[list[str]]:
    after = None
    while after != "":
        page = search(person, "krant", after=after, **more)
        yield [hit.url.strip("/") for hit in page.hits]
        after = page.after


@pytest.mark.parametrize("order", ["best", "newest"])
@pytest.mark.parametrize("few", [True, False])
def test_pages_follow_on_each_other_without_gap_or_repeat(
    order: str, few: bool, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(13):
        at = START + timedelta(weeks=number // 3 * 5)  # three at the same moment
        titled = number % 4 == 0
        library.add(f"n{number}", "Krant" if titled else "Blad", "De krant van nu.", at=at)
    library.hidden.add(library.rows["n7"].pk)
    library.put()
    if not few:
        monkeypatch.setattr(queries, "COUNTED", 3)
        monkeypatch.setattr(nearest, "MANY", 0)
    seen = [name for page in pages(VISITOR, order=order, size=3) for name in page]
    everything = [f"n{number}" for number in range(12, -1, -1) if number != 7]
    if order == "best":
        everything.sort(key=lambda name: int(name[1:]) % 4 != 0)
    assert seen == everything
    whole = search(VISITOR, "krant")
    assert (whole.total, whole.more) in ([(12, False)] if few else [(12, False), (3, True)])


@pytest.mark.parametrize("after", ["x", "1.2", "9", "-1.5.5", "0.9999999999999999999.1", "١"])
def test_an_address_that_was_tampered_with_does_no_harm(after: str, shelf: Library) -> None:
    assert search(VISITOR, "krant", after=after).total == 1


HOSTILE = "<img src=x onerror=alert(1)>\u202e krant"


def test_nothing_of_a_person_is_markup_on_the_page(library: Library, client: Client) -> None:
    library.add("kwaad", HOSTILE, f"{HOSTILE} </mark><script>alert(2)</script> " * 30)
    library.put()
    shown = client.get(reverse("search:show"), {"q": HOSTILE}).content.decode()
    assert "<mark>krant</mark>" in shown
    assert "<img src=x" not in shown
    assert "<script>alert" not in shown


@pytest.mark.parametrize(
    "asked", ["", "a" * 2**16, "\x00", "* OR *", '"', "'':*", "krant & !x", "NEAR(a b)", "💥 ﷽ कि"]
)
def test_any_question_gets_an_answer(asked: str, shelf: Library, client: Client) -> None:
    assert client.get(reverse("search:show"), {"q": asked}).status_code == 200
    assert client.get(reverse("search:show"), {"q": "krant", "soort": asked}).status_code == 200
    assert client.get(reverse("search:show"), {"q": "krant", "kring": asked}).status_code == 200


def test_three_hits_ask_the_database_as_often_as_one(library: Library, client: Client) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as captured:
            client.get(reverse("search:show"), {"q": "krant"})
        return len(captured)

    library.add("een", "Krant")
    library.put()
    for_one = asked()
    library.add("twee", "Krant", kind="vraag")
    library.add("drie", "Krant")
    index_many(library.rows.values())
    assert asked() == for_one <= 16
