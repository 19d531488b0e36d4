from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.core.cache import caches
from django.test import Client
from django.utils import timezone

from leerkring.foundation.calendar.models import FeedKey
from leerkring.foundation.calendar.moments import Moment

Make = Callable[..., Moment]
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.fixture
def person(db: None) -> Any:
    return get_user_model().objects.create_user("sam@voorbeeld.example", "Sam")


@pytest.fixture
def feed(person: Any) -> str:
    return f"/kalender/feed/{FeedKey.objects.renew(person)}.ics"


@pytest.fixture
def tomorrow(moment: Make) -> Make:
    starts = timezone.now().replace(microsecond=0) + timedelta(days=1)
    return lambda *about, **more: moment(*about, starts=starts, **more)


def test_a_feed_has_what_its_person_may_see_now(
    wall: Any, tomorrow: Make, client: Client, person: Any, feed: str
) -> None:
    wall.hang(tomorrow("a"), person)
    assert b"UID:a@" in client.get(feed).content
    assert b"UID:a@" not in client.get("/kalender/openbaar.ics").content
    wall.hung.clear()
    assert b"UID:a@" not in client.get(feed).content


def test_only_the_hash_of_an_address_is_kept(person: Any, feed: str) -> None:
    token = feed.split("/")[-1].removesuffix(".ics")
    kept = [str(value) for value in FeedKey.objects.values_list().get()]
    assert not any(token in value for value in kept)
    assert len(token) == 32


def test_a_new_address_ends_the_one_before_it(
    wall: Any, client: Client, person: Any, feed: str
) -> None:
    assert client.get(feed).status_code == 200
    FeedKey.objects.renew(person)
    assert client.get(feed).status_code == 404
    assert FeedKey.objects.filter(person=person).count() == 1


def test_who_is_no_longer_active_has_no_feed(
    wall: Any, client: Client, person: Any, feed: str
) -> None:
    get_user_model().objects.filter(pk=person.pk).update(is_active=False)
    assert client.get(feed).status_code == 404


def test_an_address_is_shown_once_and_can_be_taken_away(
    wall: Any, client: Client, person: Any
) -> None:
    client.force_login(person, backend=BACKEND)
    made = client.post("/kalender/abonneren/", follow=True)
    assert made.redirect_chain == [("/kalender/abonneren/", 302)]
    address = made.context["own"]
    path = address[address.index("/kalender/") :]
    assert address in made.content.decode()
    assert "no-store" in made["Cache-Control"]
    assert client.get(path).status_code == 200
    assert path not in client.get("/kalender/abonneren/").content.decode()
    client.post("/kalender/abonneren/einde/")
    assert client.get(path).status_code == 404


def test_a_feed_notes_the_day_on_which_it_was_asked_for(
    wall: Any, client: Client, person: Any, feed: str
) -> None:
    client.get(feed)
    assert FeedKey.objects.get(person=person).asked_on == timezone.localdate()


def test_what_did_not_change_is_not_sent_again(
    wall: Any, tomorrow: Make, client: Client, feed: str
) -> None:
    wall.hang(tomorrow("a"))
    first = client.get(feed)
    by_mark = client.get(feed, headers={"if-none-match": first["ETag"]})
    by_time = client.get(feed, headers={"if-modified-since": first["Last-Modified"]})
    assert (by_mark.status_code, by_time.status_code) == (304, 304)
    assert by_mark["ETag"] == first["ETag"]
    assert by_mark.content == b""


def test_what_changed_is_sent_also_to_who_asks_by_time(
    wall: Any, tomorrow: Make, client: Client, feed: str
) -> None:
    wall.hang(tomorrow("a"))
    first = client.get(feed)
    wall.hung.clear()
    assert client.get(feed, headers={"if-none-match": first["ETag"]}).status_code == 200
    caches["memory"].clear()  # a restart: since when is no longer known
    later = "Fri, 01 Jan 2100 00:00:00 GMT"
    assert client.get(feed, headers={"if-modified-since": later}).status_code == 200


def test_the_feed_of_a_circle_has_only_its_moments(
    wall: Any, tomorrow: Make, client: Client
) -> None:
    wall.circles[7] = ("Ouders aan tafel", None)
    wall.hang(tomorrow("a", circle=7))
    wall.hang(tomorrow("b"))
    body = client.get("/kalender/kring/7.ics").content
    assert b"UID:a@" in body
    assert b"UID:b@" not in body
    assert b"X-WR-CALNAME:Ouders aan tafel" in body


def test_the_feed_of_a_closed_circle_opens_to_its_members_and_closes_when_they_leave(
    wall: Any, tomorrow: Make, client: Client, person: Any, feed: str
) -> None:
    wall.circles[7] = ("Ouders aan tafel", {person.pk})
    wall.hang(tomorrow("a", circle=7), person)
    own = feed.replace(".ics", "/kring/7.ics")
    assert client.get("/kalender/kring/7.ics").status_code == 404
    assert b"UID:a@" in client.get(own).content
    wall.circles[7] = ("Ouders aan tafel", set())
    assert client.get(own).status_code == 404


def test_a_feed_is_a_calendar_and_no_page_for_search_engines(wall: Any, client: Client) -> None:
    answer = client.get("/kalender/openbaar.ics")
    assert answer["Content-Type"] == "text/calendar; method=PUBLISH; charset=utf-8"
    assert answer["X-Robots-Tag"] == "noindex"
    assert "private" in answer["Cache-Control"]
