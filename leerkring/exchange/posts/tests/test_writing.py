"""Drafts are kept, two windows notice each other, and nothing that was typed is lost."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from leerkring.exchange.posts.actions import (
    Overtaken,
    Waiting,
    begin,
    draft_of,
    save_draft,
    throw_draft_away,
)
from leerkring.exchange.posts.kinds import BLOG, EXAMPLE, KINDS, Kind
from leerkring.exchange.posts.models import Draft, Post
from leerkring.exchange.posts.publishing_actions import publish, schedule
from leerkring.exchange.posts.tests.conftest import a_content, filled, looked_over
from leerkring.foundation.remarks.models import Remark
from leerkring.network.circles.audience import Audience
from leerkring.network.circles.models import Circle
from leerkring.network.people.models import Person

Posted = Callable[..., Post]
BY_ITSELF = {"accept": "application/json"}


@pytest.fixture
def post(posted: Posted) -> Post:
    return posted(out=False)


@pytest.fixture
def browser(author: Person, browser_of: Callable[..., Client]) -> Client:
    return browser_of(author)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.slug)
def test_each_kind_is_begun_written_looked_over_and_sent_out(
    kind: Kind, browser: Client, author: Person
) -> None:
    answer = browser.post(f"/{kind.slug}/nieuw/", {"title": "Samen fietsen"})
    post = Post.objects.get()
    desk = f"/schrijven/{post.pk}/"
    assert answer["Location"] == desk
    assert browser.get(desk).status_code == 200
    says = a_content(kind)
    data = filled(post, **says.texts, **says.facts, on="1", audience="ingelogd")
    answer = browser.post(desk, data)
    assert answer["Location"] == f"{desk}uitbrengen/", answer
    shown = browser.get(answer["Location"]).content.decode()
    assert "1 mens ziet dit" in shown
    answer = browser.post(f"{desk}uitbrengen/", looked_over(post))
    post.refresh_from_db()
    if kind is EXAMPLE:
        assert post.published_at is None
        assert post.reviews.filter(outcome="").exists()
        assert "bij de redactie" in browser.get("/schrijven/").content.decode()
        publish(post, by=author)
        post.refresh_from_db()
    assert "bij de redactie" not in browser.get("/schrijven/").content.decode()
    page = browser.get(post.get_absolute_url())
    assert page.status_code == 200
    for section in kind.sections:
        assert section.label in page.content.decode()


def test_what_is_missing_is_said_and_nothing_goes_out(browser: Client, author: Person) -> None:
    post = begin(EXAMPLE, title="", by=author)
    answer = browser.post(f"/schrijven/{post.pk}/uitbrengen/", looked_over(post))
    shown = answer.content.decode()
    for sentence in ("Geef het een titel.", "Vul «Doel» in.", "Kies hoe ver dit voorbeeld is."):
        assert sentence in shown
    assert Post.objects.get().published_at is None
    assert not post.reviews.exists()


def test_two_windows_do_not_overwrite_each_other(post: Post) -> None:
    draft = draft_of(post)
    save_draft(post, draft.says.edited(title="Van links"), base=draft.saves)
    with pytest.raises(Overtaken) as fault:
        save_draft(post, draft.says.edited(title="Van rechts"), base=draft.saves)
    assert fault.value.draft.says.title == "Van links"


def test_saving_the_same_again_is_harmless(post: Post) -> None:
    draft = draft_of(post)
    once = save_draft(post, draft.says.edited(title="Nieuw"), base=draft.saves)
    again = save_draft(post, draft.says.edited(title="Nieuw"), base=draft.saves)
    assert once.saves == again.saves


def test_who_is_overtaken_sees_both_and_may_choose(browser: Client, post: Post) -> None:
    old = filled(post, title="Van rechts")
    save_draft(post, draft_of(post).says.edited(title="Van links"), base=draft_of(post).saves)
    answer = browser.post(f"/schrijven/{post.pk}/", old)
    shown = answer.content.decode()
    assert answer.status_code == 409
    assert 'value="Van rechts"' in shown
    assert "<del>" in shown
    assert "links" in shown
    base = answer.context["form"]["base"].value()
    assert browser.post(f"/schrijven/{post.pk}/", old | {"base": base}).status_code == 302
    assert draft_of(post).says.title == "Van rechts"


def test_it_is_kept_by_itself(browser: Client, post: Post) -> None:
    data = filled(post, title="Half af", tekst="<p>Nog</p><script>alert(1)</script>")
    answer = browser.post(f"/schrijven/{post.pk}/", data, headers=BY_ITSELF)
    assert answer.json()["base"] == draft_of(post).saves
    assert draft_of(post).says.texts["tekst"] == "<p>Nog</p>"
    answer = browser.post(f"/schrijven/{post.pk}/", data | {"title": "Ouder"}, headers=BY_ITSELF)
    assert answer.status_code == 409
    assert draft_of(post).says.title == "Half af"


@pytest.mark.parametrize(
    ("field", "value"),
    [("title", "a" * 1_000_000), ("title", "a\x00b"), ("tekst", "a" * 40_001), ("circle", "9")],
)
def test_what_cannot_be_kept_is_refused_with_a_sentence(
    field: str, value: str, browser: Client, post: Post
) -> None:
    for headers in ({}, BY_ITSELF):
        data = filled(post, **{field: value})
        answer = browser.post(f"/schrijven/{post.pk}/", data, headers=headers)
        assert answer.status_code == 422
    assert "Nog niet bewaard" in answer.json()["message"]
    assert draft_of(post).says.title == "Koffie bij de school"


def test_looking_at_the_desk_writes_nothing(browser: Client, posted: Posted) -> None:
    post = posted()
    browser.get(f"/schrijven/{post.pk}/")
    assert not Draft.objects.exists()


def test_readers_see_the_old_text_until_the_new_goes_out(
    posted: Posted, browser: Client, rewritten: Callable[..., Post]
) -> None:
    post = posted()
    save_draft(post, post.said.edited(title="Nieuw"), base=0)
    assert "Nieuw" not in browser.get(post.get_absolute_url()).content.decode()
    old = post.get_absolute_url()
    publish(post, by=post.author)
    assert browser.get(old, follow=False)["Location"] == post.get_absolute_url()


def test_what_waits_for_its_hour_is_not_written_on(post: Post) -> None:
    schedule(post, at=timezone.now() + timedelta(days=1))
    with pytest.raises(Waiting):
        save_draft(post, a_content(BLOG, title="Toch"), base=draft_of(post).saves)


def test_throwing_a_draft_away_leaves_what_readers_see(posted: Posted, post: Post) -> None:
    throw_draft_away(post)
    assert not Post.objects.filter(title="").exists()
    shown = posted()
    save_draft(shown, shown.said.edited(title="Nieuw"), base=0)
    throw_draft_away(shown)
    assert Post.objects.get().title == "Koffie bij de school"


def test_only_the_author_gets_at_the_desk(
    post: Post, member: Person, browser_of: Callable[..., Client]
) -> None:
    for path in ("", "uitbrengen/"):
        assert browser_of(member).get(f"/schrijven/{post.pk}/{path}").status_code == 404
        assert browser_of(None).get(f"/schrijven/{post.pk}/{path}").status_code == 302


def test_nobody_writes_in_a_circle_that_is_not_theirs(
    circle: Circle, person: Callable[..., Person], browser_of: Callable[..., Client]
) -> None:
    other = person("Ander")
    browser_of(other).post(f"/blogs/nieuw/?kring={circle.pk}", {"title": "Binnen"})
    post: Any = Post.objects.get()
    assert draft_of(post).says.circle is None
    save_draft(post, a_content(BLOG, circle=circle.pk), base=0)
    answer = browser_of(other).post(f"/schrijven/{post.pk}/uitbrengen/", looked_over(post))
    assert "niet meer schrijven" in answer.content.decode()
    assert Post.objects.get().published_at is None


def test_what_others_said_below_it_does_not_come_before_more_readers(
    browser: Client, posted: Callable[..., Post], member: Person, circle: Circle
) -> None:
    post = posted(audience=Audience.CIRCLE, circle=circle.pk)
    about = {"about": "posts.post", "about_id": str(post.pk)}
    Remark.objects.create(author=member, text="Bij ons thuis ook.", **about)
    save_draft(post, a_content(audience=Audience.PUBLIC, circle=circle.pk), base=0)
    answer = browser.post(f"/schrijven/{post.pk}/uitbrengen/", looked_over(post))
    assert "Er staan al reacties" in answer.content.decode()
    assert Post.objects.get().audience == Audience.CIRCLE
