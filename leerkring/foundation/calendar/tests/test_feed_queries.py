"""Bytes that were made before are handed out for exactly the same dates, and for nothing else."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.utils import timezone

from leerkring.foundation.calendar import registry
from leerkring.foundation.calendar.feed_queries import Feed, Shelf
from leerkring.foundation.calendar.models import FeedKey
from leerkring.foundation.calendar.moments import Moment
from leerkring.foundation.calendar.queries import Seen
from leerkring.foundation.calendar.registry import Dated

Make = Callable[..., Moment]


class Counted:
    """A source that counts how often moments are made of its rows."""

    def __init__(self, *rows: tuple[str, str]) -> None:
        self.rows_now, self.made = list(rows), 0

    def rows(self, person: Any, start: datetime, end: datetime) -> list[tuple[Any, ...]]:
        return list(self.rows_now)

    def moments(self, rows: Sequence[tuple[str, str]], start: datetime) -> list[Moment]:
        self.made += 1
        soon = start + timedelta(days=200)
        return [Moment(uid, title, soon, soon) for uid, title in rows]


@pytest.fixture
def source(wall: Any, request: pytest.FixtureRequest) -> Counted:
    counted = Counted((request.node.name, "Overleg"))  # no other test has made these bytes
    registry.register(Dated("geteld", "Geteld", counted.rows, counted.moments))
    return counted


@pytest.fixture
def feed(db: None) -> str:
    person = get_user_model().objects.create_user("sam@voorbeeld.example", "Sam")
    return f"/kalender/feed/{FeedKey.objects.renew(person)}.ics"


def test_a_feed_in_which_nothing_changed_is_made_once(
    source: Counted, client: Client, feed: str
) -> None:
    first, second = client.get(feed), client.get(feed)
    unchanged = client.get(feed, headers={"if-none-match": first["ETag"]})
    assert (source.made, unchanged.status_code, unchanged.content) == (1, 304, b"")
    assert first.content == second.content


def test_one_word_that_changed_makes_it_anew(source: Counted, client: Client, feed: str) -> None:
    first = client.get(feed)
    source.rows_now = [(source.rows_now[0][0], "Overleg, later")]
    second = client.get(feed, headers={"if-none-match": first["ETag"]})
    assert (second.status_code, source.made) == (200, 2)
    assert b"SUMMARY:Overleg\\, later" in second.content


def test_what_went_out_of_sight_is_gone_from_bytes_that_were_kept(
    source: Counted, client: Client, feed: str
) -> None:
    client.get(feed)
    source.rows_now = []
    assert b"BEGIN:VEVENT" not in client.get(feed).content


def test_feeds_of_the_same_dates_under_other_names_are_not_mixed_up(
    source: Counted, client: Client, feed: str
) -> None:
    own, public = client.get(feed).content, client.get("/kalender/openbaar.ics").content
    assert b"NAME:Leerkring\\, mijn kalender" in own
    assert b"mijn kalender" not in public


def test_every_field_of_a_moment_counts(moment: Make) -> None:
    now = timezone.now()
    plain = moment()
    changed = {
        "uid": "overleg-2", "title": "Ander", "ends": plain.ends + timedelta(minutes=1),
        "place": "Elders", "url": "/x/", "summary": "Meer", "sequence": 1, "cancelled": True,
        "circle": 3, "public": True, "changed_at": now, "all_day": True,
        "starts": plain.starts - timedelta(minutes=1),
    }  # fmt: skip
    assert set(changed) == set(Moment.__dataclass_fields__)
    source = Dated("overleg", "Overleg", lambda *_: [])

    def stamp(one: Moment) -> str:
        return Feed("Leerkring", "https://x.example", now, (Seen(source, [one]),)).stamp

    stamps = {stamp(replace(plain, **{name: value})) for name, value in changed.items()}
    assert len({stamp(plain), *stamps}) == len(changed) + 1
    assert stamp(plain) == stamp(replace(plain))


def test_rows_of_a_model_are_refused_because_their_name_is_not_all_of_them(feed: str) -> None:
    source = Dated("sleutel", "Sleutels", lambda *_: [])
    seen = Seen(source, list(FeedKey.objects.all()))  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="sleutel"):
        Feed("Leerkring", "", timezone.now(), (seen,)).mark()


def test_the_shelf_drops_what_was_not_asked_for_the_longest() -> None:
    shelf = Shelf(10)
    shelf.put("a", b"1234")
    shelf.put("b", b"1234")
    assert shelf.get("a") == b"1234"
    shelf.put("c", b"1234")
    assert (shelf.get("a"), shelf.get("b"), shelf.get("c")) == (b"1234", None, b"1234")
    shelf.put("groot", b"x" * 11)
    assert (shelf.get("groot"), shelf.size) == (None, 0)
