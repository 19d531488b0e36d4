"""From draft to readers: traces of people, the clock, editors, the worker, versions, redaction."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from leerkring.exchange.posts.actions import draft_of, save_draft
from leerkring.exchange.posts.kinds import BLOG, EXAMPLE, PIN
from leerkring.exchange.posts.models import Draft, Post, Redaction, Review, Version
from leerkring.exchange.posts.publishing_actions import publish, retract, schedule
from leerkring.exchange.posts.redaction_actions import redact
from leerkring.exchange.posts.tasks import run_due
from leerkring.exchange.posts.tests.conftest import looked_over
from leerkring.foundation.activity.models import Activity
from leerkring.foundation.design.templatetags.dutch import datum
from leerkring.foundation.language.models import TraceCount
from leerkring.foundation.moderation.redaction import MARK
from leerkring.foundation.notifications.models import Notice, Occasion
from leerkring.foundation.search.models import Entry
from leerkring.network.circles.audience import Audience
from leerkring.network.circles.models import Circle
from leerkring.network.people.models import Person
from leerkring.network.themes.actions import add_theme, follow

Posted = Callable[..., Post]
BrowserOf = Callable[..., Client]
PHONE = {"tekst": "<p>Bel moeder op 06-12345678.</p>"}


def test_a_phone_number_is_asked_about_and_replaced(
    posted: Posted, author: Person, browser_of: BrowserOf
) -> None:
    post = posted(out=False, texts=PHONE)
    address, browser = f"/schrijven/{post.pk}/uitbrengen/", browser_of(author)
    asked = browser.post(address, looked_over(post))
    assert asked.status_code == 422
    panel = asked.context["form"].trace_panel
    (question,) = panel.questions
    replace = next(value for _, group in question.choices for value, _ in group)
    data = looked_over(post, **{question.name: replace, "traces-guard": panel.guard})
    assert browser.post(address, data).status_code == 302
    post.refresh_from_db()
    assert "12345678" not in str(post.content)
    assert "Bel moeder" in str(post.content)
    assert TraceCount.objects.get().number == 1


def test_a_second_reader_is_offered_where_somebody_else_can_be_one(
    posted: Posted, author: Person, person: Callable[..., Person], browser_of: BrowserOf
) -> None:
    post = posted(out=False, texts=PHONE)
    address, browser = f"/schrijven/{post.pk}/uitbrengen/", browser_of(author)
    choice = "Laat eerst iemand meelezen"
    assert choice not in browser.post(address, looked_over(post)).content.decode()
    person("Redacteur", moderates=True)
    assert choice in browser.post(address, looked_over(post)).content.decode()


def test_what_readers_know_is_not_asked_again_but_wider_readers_are_thought_of(
    posted: Posted, author: Person, browser_of: BrowserOf
) -> None:
    post = posted(texts=PHONE, audience=Audience.SIGNED_IN)
    address, browser = f"/schrijven/{post.pk}/uitbrengen/", browser_of(author)
    save_draft(post, post.said.edited(audience=Audience.PUBLIC), base=0)
    assert browser.post(address, looked_over(post)).status_code == 422
    says = draft_of(post).says.edited(title="Anders", audience=Audience.SIGNED_IN)
    save_draft(post, says, base=1)
    assert browser.post(address, looked_over(post)).status_code == 302


def test_before_it_goes_out_it_is_said_that_nothing_found_is_no_guarantee(
    posted: Posted, author: Person, browser_of: BrowserOf
) -> None:
    post, browser = posted(out=False), browser_of(author)
    shown = browser.get(f"/schrijven/{post.pk}/uitbrengen/").content.decode()
    assert shown.count("Niets gevonden is geen garantie.") == 1


def test_it_comes_out_at_its_hour_and_once(posted: Posted) -> None:
    post, now = posted(out=False), timezone.now()
    schedule(post, at=now + timedelta(hours=1))
    assert run_due(now) == ""
    assert run_due(now + timedelta(hours=2)) == "1 stuk uitgebracht op hun tijd."
    assert run_due(now + timedelta(hours=2)) == ""
    assert Version.objects.count() == 1
    assert not publish(post, by=None)


def test_what_cannot_go_out_any_more_at_its_hour_stays_a_draft(
    posted: Posted, circle: Circle
) -> None:
    post = posted(out=False, audience=Audience.CIRCLE, circle=circle.pk)
    schedule(post, at=timezone.now())
    circle.memberships.update(until=timezone.now())
    run_due(timezone.now())
    post.refresh_from_db()
    assert post.published_at is None
    assert Draft.objects.get().publish_at is None


def test_an_editor_publishes_an_example_or_gives_it_back(
    posted: Posted, author: Person, person: Callable[..., Person], browser_of: BrowserOf
) -> None:
    editor = browser_of(person("Mo", moderates=True))
    post = posted(EXAMPLE, out=False)
    out = f"/schrijven/{post.pk}/uitbrengen/"
    browser_of(author).post(out, looked_over(post))
    editor.post(f"/redactie/{post.pk}/", {"remark": "Wat kostte het?"})
    assert "Wat kostte het?" in browser_of(author).get(f"/schrijven/{post.pk}/").content.decode()
    browser_of(author).post(out, looked_over(post))
    answer = editor.post(f"/redactie/{post.pk}/", {"publish": "1"})
    post.refresh_from_db()
    assert answer["Location"] == post.get_absolute_url()
    assert editor.get(f"/redactie/{post.pk}/").status_code == 404
    events = Notice.objects.filter(person=author).values_list("occasion__event", flat=True)
    assert list(events) == ["posts.judged", "posts.judged"]


def test_circle_and_followers_are_told_once_and_nobody_else(
    posted: Posted, circle: Circle, member: Person, person: Callable[..., Person]
) -> None:
    follower, theme = person("Volger"), add_theme("Hechting", by=None)
    for who in (follower, member):
        follow(theme, person=who)
    posted(audience=Audience.CIRCLE, circle=circle.pk, themes=(theme.pk,))
    posted(title="Open", themes=(theme.pk,))
    for _ in range(2):
        run_due(timezone.now())
    told = Notice.objects.values_list("person__name", "occasion__title")
    assert sorted(told) == [("Lid", "Koffie bij de school"), ("Lid", "Open"), ("Volger", "Open")]


def test_after_a_year_the_author_is_asked_whether_it_still_holds(
    posted: Posted, author: Person, browser_of: BrowserOf
) -> None:
    post = posted()
    Post.objects.update(review_on=timezone.localdate())
    for _ in range(2):
        run_due(timezone.now())
    assert Notice.objects.filter(occasion__event="posts.review_due").count() == 1
    assert "Nog actueel?" in browser_of(None).get(post.get_absolute_url()).content.decode()
    browser_of(author).post(f"/schrijven/{post.pk}/actueel/")
    post.refresh_from_db()
    assert post.review_on > timezone.localdate() + timedelta(days=300)


def test_every_change_that_went_out_is_kept_and_can_be_compared(
    posted: Posted, rewritten: Callable[..., Post], author: Person, browser_of: BrowserOf
) -> None:
    post = rewritten(posted(), texts={"tekst": "<p>Tekst met <em>thee</em>.</p>"})
    assert [v.number for v in post.versions.all()] == [2, 1]
    shown = browser_of(author).get(f"/stukken/{post.pk}/versies/").content.decode()
    assert "<ins>" in shown
    assert "thee" in shown


def test_a_passage_is_gone_from_everything_that_is_kept(
    posted: Posted,
    rewritten: Callable[..., Post],
    author: Person,
    member: Person,
    circle: Circle,
) -> None:
    texts = {"tekst": "<p>Sam <em>Smid</em> belde.</p>"}
    post = posted(title="Bij Sam Smid", texts=texts, circle=circle.pk)
    run_due(timezone.now())
    assert "Smid" in Notice.objects.get(person=member).occasion.title
    post = rewritten(post, title="Zonder naam")
    save_draft(post, post.said.edited(title="Sam Smid weer"), base=0)
    Review.objects.create(post=post, outcome="terug", remark="Wie is Sam Smid?")
    assert redact(post, "sam smid", by=author, reason="Sam Smid stond er.") == 7
    kept: list[Any] = [Post, Version, Draft, Review, Redaction, Entry, Occasion, Activity]
    everything = str([list(model.objects.values()) for model in kept]).lower()
    assert "smid" not in everything
    assert MARK in everything
    assert post.redactions.get().places == 7


def test_a_pin_leaves_the_board_when_it_is_solved_or_its_day_is_over(
    posted: Posted, author: Person, browser_of: BrowserOf
) -> None:
    solved, over, hanging = posted(PIN), posted(PIN), posted(PIN)
    browser_of(author).post(f"/schrijven/{solved.pk}/opgelost/")
    Post.objects.filter(pk=over.pk).update(expires_on=timezone.localdate() - timedelta(days=1))
    shown = browser_of(None).get("/prikbord/")
    assert [post.pk for post in shown.context["posts"]] == [hanging.pk]
    assert "Verlopen" in browser_of(None).get(over.get_absolute_url()).content.decode()
    assert "Opgelost" in browser_of(None).get(solved.get_absolute_url()).content.decode()


@pytest.mark.parametrize("kind", [BLOG, PIN], ids=lambda kind: kind.slug)
def test_what_is_taken_back_is_found_nowhere(kind: Any, posted: Posted, author: Person) -> None:
    post = posted(kind)
    retract(post, by=author, reason="Klopt niet.")
    assert not Entry.objects.filter(about="posts.post").exists()
    assert not Post.objects.visible_to(author).exists()


def test_the_author_reads_since_when_it_stands_and_which_day_was_chosen(posted: Posted) -> None:
    """Not «een jaar» where somebody chose half a year, or two."""
    post = posted()
    Post.objects.update(
        review_on=timezone.localdate(), published_at=timezone.now() - timedelta(days=182)
    )
    run_due(timezone.now())
    sentence = Notice.objects.get(occasion__event="posts.review_due").occasion.sentence
    post.refresh_from_db()
    assert f"sinds {datum(post.published_at)}" in sentence
    assert f"op {datum(post.review_on)}" in sentence
    assert "jaar" not in sentence
