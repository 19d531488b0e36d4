"""Pages, lists, files and feeds: what they hold, and what they cost."""

from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from xml.etree import ElementTree

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from PIL import Image

from leerkring.exchange.posts.kinds import BLOG, EXAMPLE, KINDS
from leerkring.exchange.posts.models import Attachment, Post, ViewCount
from leerkring.exchange.posts.tests.conftest import filled
from leerkring.exchange.posts.tests.test_richtext import HOSTILE
from leerkring.foundation.design.page_queries import A_PAGE, Place
from leerkring.network.circles.audience import Audience
from leerkring.network.people.models import Person
from leerkring.network.themes.actions import add_theme

Posted = Callable[..., Post]
BrowserOf = Callable[..., Client]
ATOM = "{http://www.w3.org/2005/Atom}"


def a_picture() -> SimpleUploadedFile:
    out = BytesIO()
    Image.new("RGB", (40, 30), "#b3a47f").save(out, "PNG")
    return SimpleUploadedFile("stoep.png", out.getvalue(), "image/png")


def test_a_picture_needs_words_and_comes_with_the_post(
    posted: Posted, author: Person, browser_of: BrowserOf
) -> None:
    post, browser = posted(), browser_of(author)
    data = filled(post, picture=a_picture())
    answer = browser.post(f"/schrijven/{post.pk}/", data)
    assert answer.status_code == 422
    assert "Vertel wat er op de foto te zien is." in answer.content.decode()
    data = filled(post, picture=a_picture(), picture_alt="Een stoep.")
    assert browser.post(f"/schrijven/{post.pk}/", data).status_code == 302
    shown = browser_of(None).get(post.get_absolute_url()).content.decode()
    assert 'alt="Een stoep."' in shown
    kept = Attachment.objects.get()
    browser.post(f"/schrijven/{post.pk}/", filled(post, removed=[kept.pk]))
    assert not Attachment.objects.exists()


@pytest.mark.parametrize(
    ("name", "data"),
    [("x.svg", b"<svg onload=alert(1)>"), ("x.pdf", b"<html><script>"), ("x.exe", b"MZ" * 99)],
)
def test_a_file_that_may_not_come_in_is_refused(
    name: str, data: bytes, posted: Posted, author: Person, browser_of: BrowserOf
) -> None:
    post = posted(out=False)
    sent = filled(post, attachment=SimpleUploadedFile(name, data))
    assert browser_of(author).post(f"/schrijven/{post.pk}/", sent).status_code == 422
    assert not Attachment.objects.exists()


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_hostile_reaches_a_page_a_list_or_a_feed(
    text: str, posted: Posted, browser_of: BrowserOf
) -> None:
    post = posted(title=text[:150], texts={"tekst": text})
    browser = browser_of(None)
    for url in (post.get_absolute_url(), "/blogs/", "/blogs/feed.atom"):
        shown = browser.get(url).content.decode().lower()
        for never in ("<script>alert", "<img src=x", "<svg onload", "<iframe", "<form action=//"):
            assert never not in shown


def test_readers_are_counted_and_authors_robots_and_second_looks_by_machines_are_not(
    posted: Posted, author: Person, browser_of: BrowserOf
) -> None:
    post = posted()
    url = post.get_absolute_url()
    for _ in range(2):
        browser_of(None).get(url)
    browser_of(author).get(url)
    Client().get(url)
    Client(headers={"user-agent": "Mozilla/5.0 (compatible; Testbot/2.1)"}).get(url)
    browser_of(None).get(url, headers={"sec-purpose": "prefetch"})
    browser_of(None).head(url)
    assert ViewCount.objects.get().number == 2
    assert {f.name for f in ViewCount._meta.fields} == {"id", "post", "day", "number"}


def test_a_list_goes_on_where_it_stopped(posted: Posted, browser_of: BrowserOf) -> None:
    at = timezone.now()
    for _ in range(A_PAGE + 3):
        posted()
    Post.objects.update(published_at=at)  # all at one moment: the number decides
    first = browser_of(None).get("/blogs/")
    second = browser_of(None).get(f"/blogs/{first.context['older']}")
    shown = [p.pk for p in first.context["posts"]] + [p.pk for p in second.context["posts"]]
    assert shown == sorted(shown, reverse=True)
    assert len(set(shown)) == A_PAGE + 3
    assert second.context["older"] == ""


@pytest.mark.parametrize("asked", ["", "x", "2026-13-01T00:00_1", "2026-01-01T00:00_1", "a\x00_1"])
def test_a_place_that_is_none_is_the_beginning(asked: str) -> None:
    assert Place.read(asked) is None


def test_examples_are_filtered_by_rung_and_theme(posted: Posted, browser_of: BrowserOf) -> None:
    theme = add_theme("Hechting", by=None)
    idea = posted(EXAMPLE, facts={"rung": "idee"}, themes=(theme.pk,))
    posted(EXAMPLE, themes=(theme.pk,))
    posted(EXAMPLE, facts={"rung": "idee"})
    found = browser_of(None).get("/praktijkvoorbeelden/?ladder=idee&thema=hechting")
    assert [post.pk for post in found.context["posts"]] == [idea.pk]
    assert browser_of(None).get("/praktijkvoorbeelden/?ladder=niets").status_code == 200


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.slug)
def test_a_feed_holds_what_is_public_and_is_sent_once(
    kind: object, posted: Posted, browser_of: BrowserOf
) -> None:
    post = posted(kind)
    posted(kind, audience=Audience.SIGNED_IN)
    url = f"/{post.what.slug}/feed.atom"
    answer = browser_of(None).get(url)
    (entry,) = ElementTree.fromstring(answer.content).findall(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}id").endswith(f"stukken/{post.pk}")
    again = browser_of(None).get(url, headers={"if-none-match": answer["ETag"]})
    assert again.status_code == 304
    assert "Last-Modified" not in answer  # what is taken away goes without a moment
    Post.objects.filter(pk=post.pk).update(changed_at=timezone.now() + timedelta(minutes=1))
    again = browser_of(None).get(url, headers={"if-none-match": answer["ETag"]})
    assert again.status_code == 200
    assert f"stukken/{post.pk}<" in again.content.decode()


def queries_of(browser: Client, url: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert browser.get(url).status_code == 200
    return len(asked)


@pytest.mark.parametrize(("who", "most"), [("visitor", 5), ("reader", 7)])
def test_a_list_costs_the_same_for_one_post_and_for_three(
    who: str, most: int, posted: Posted, member: Person, browser_of: BrowserOf
) -> None:
    theme = add_theme("Hechting", by=None)
    browser = browser_of(member if who == "reader" else None)
    posted(themes=(theme.pk,))
    one = queries_of(browser, "/blogs/")
    for _ in range(2):
        posted(themes=(theme.pk,))
    assert queries_of(browser, "/blogs/") == one <= most


def test_a_page_stays_within_its_budget(
    posted: Posted, member: Person, browser_of: BrowserOf
) -> None:
    post = posted(BLOG)
    assert queries_of(browser_of(None), post.get_absolute_url()) <= 12
    assert queries_of(browser_of(member), post.get_absolute_url()) <= 18
