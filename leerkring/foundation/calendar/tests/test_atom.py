"""The envelope of an Atom feed."""

from datetime import UTC, datetime
from typing import Any
from xml.etree import ElementTree

from django.http import HttpResponse
from django.test import RequestFactory

from leerkring.foundation.calendar.views.atom import Entry, Feed, answer, tag

ATOM = "{http://www.w3.org/2005/Atom}"
FEED = Feed("Blogs", "Wat mensen schrijven", "/blogs/", "/blogs/feed.atom", "blogs")
THEN = datetime(2026, 11, 3, 9, 30, tzinfo=UTC)


def asked(by: str = "Sam", **headers: str) -> HttpResponse:
    entry = Entry("Koffie & thee", "<p>dag</p>", "/blogs/1", "stukken/1", by, THEN, THEN)
    request = RequestFactory().get("/blogs/feed.atom", headers=headers)
    return answer(request, FEED, [entry] if by else [])


def test_a_name_is_a_tag_of_this_host_without_its_port(settings: Any) -> None:
    settings.SITE_URL = "https://leerkring.example:8443"
    # RFC 4151, section 2.1: "tag:" authorityName "," date ":" specific
    assert tag("stukken/1") == "tag:leerkring.example,2026-11-01:stukken/1"


def test_what_is_sent_reads_as_it_was_given(settings: Any) -> None:
    settings.SITE_URL = "https://leerkring.example"
    root = ElementTree.fromstring(asked().content)
    assert root.findtext(f"{ATOM}title") == "Blogs · Leerkring"
    entry = root.find(f"{ATOM}entry")
    assert entry is not None
    assert entry.findtext(f"{ATOM}title") == "Koffie & thee"
    assert entry.findtext(f"{ATOM}summary") == "<p>dag</p>"
    assert entry.findtext(f"{ATOM}updated") == "2026-11-03T09:30:00+00:00"


def test_who_has_it_gets_nothing_until_something_differs() -> None:
    first = asked()
    assert first["Cache-Control"] == "public, max-age=300"
    again = asked(**{"if-none-match": first["ETag"]})
    assert (again.status_code, again["ETag"]) == (304, first["ETag"])
    assert asked("Een ander", **{"if-none-match": first["ETag"]}).status_code == 200


def test_a_moment_says_nothing_about_what_goes_without_one() -> None:
    assert "Last-Modified" not in asked()
    assert asked(**{"if-modified-since": "Fri, 01 Jan 2100 00:00:00 GMT"}).status_code == 200


def test_an_empty_feed_stays_the_same() -> None:
    known = asked("")["ETag"]
    assert asked("", **{"if-none-match": known}).status_code == 304
    assert asked(**{"if-none-match": known}).status_code == 200
