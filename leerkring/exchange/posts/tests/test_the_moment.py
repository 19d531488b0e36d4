"""A chosen moment, also of what somebody else reads first; and when it is asked about again."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from leerkring.exchange.posts.actions import is_waiting, save_draft
from leerkring.exchange.posts.announcing_actions import tell_editors
from leerkring.exchange.posts.kinds import BLOG, EXAMPLE, UPDATE, Kind
from leerkring.exchange.posts.models import Draft, Post
from leerkring.exchange.posts.notices import visible
from leerkring.exchange.posts.publishing_actions import (
    agree,
    hand_in,
    say_still_current,
    schedule,
    send_back,
)
from leerkring.exchange.posts.queries import to_judge
from leerkring.exchange.posts.tasks import run_due
from leerkring.exchange.posts.tests.conftest import looked_over
from leerkring.exchange.posts.tests.test_pages import a_picture
from leerkring.foundation.files.actions import keep_file
from leerkring.foundation.notifications.frequency import Frequency
from leerkring.foundation.notifications.models import Delivery, Notice
from leerkring.network.circles.audience import Audience
from leerkring.network.circles.inspection_actions import take_over
from leerkring.network.circles.models import Circle
from leerkring.network.people.models import Person

Posted = Callable[..., Post]
BrowserOf = Callable[..., Client]


@pytest.fixture
def editor(person: Callable[..., Person]) -> Person:
    return person("Redacteur", moderates=True)


@pytest.fixture
def handed_in(posted: Posted, author: Person, browser_of: BrowserOf) -> Callable[..., Post]:
    """An example that waits for an editor, to go out in three hours."""

    def hand_in() -> Post:
        post = posted(EXAMPLE, out=False)
        moment = timezone.localtime() + timedelta(hours=3)
        data = looked_over(post, publish_at=f"{moment:%Y-%m-%dT%H:%M}")
        address = f"/schrijven/{post.pk}/uitbrengen/"
        assert browser_of(author).post(address, data).status_code == 302
        return post

    return hand_in


def is_out(post: Post) -> bool:
    post.refresh_from_db()
    return post.published_at is not None


def test_what_an_editor_agreed_with_goes_out_at_the_moment_that_was_chosen(
    handed_in: Callable[..., Post], editor: Person, browser_of: BrowserOf
) -> None:
    post, browser = handed_in(), browser_of(editor)
    page = browser.get(f"/redactie/{post.pk}/").content.decode()
    assert "De schrijver koos een moment" in page
    assert browser.post(f"/redactie/{post.pk}/", {"publish": "1"}).status_code == 302
    assert not is_out(post)
    run_due(timezone.now())
    assert not is_out(post)
    run_due(timezone.now() + timedelta(hours=4))
    assert is_out(post)
    assert not Draft.objects.exists()


def test_nothing_goes_out_that_an_editor_still_looks_at(handed_in: Callable[..., Post]) -> None:
    post = handed_in()
    run_due(timezone.now() + timedelta(hours=4))
    assert not is_out(post)


def test_when_the_moment_has_passed_it_goes_out_at_once(
    handed_in: Callable[..., Post], editor: Person
) -> None:
    post = handed_in()
    assert agree(post, by=editor, now=timezone.now() + timedelta(hours=4)) is None
    assert is_out(post)


def test_what_is_given_back_waits_for_no_moment(
    handed_in: Callable[..., Post], editor: Person
) -> None:
    post = handed_in()
    send_back(post, remark="Nog iets.", by=editor)
    assert Draft.objects.get().publish_at is None


@pytest.mark.parametrize(
    ("kind", "months", "days"), [(BLOG, 6, 182), (BLOG, 24, 730), (UPDATE, 0, None)]
)
def test_an_author_chooses_when_it_is_asked_about_again(
    kind: Kind, months: int, days: Any, posted: Posted, author: Person, browser_of: BrowserOf
) -> None:
    post = posted(kind, out=False)
    data = looked_over(post, review_after=months)
    assert browser_of(author).post(f"/schrijven/{post.pk}/uitbrengen/", data).status_code == 302
    post.refresh_from_db()
    day = timezone.localdate() + timedelta(days=days) if days else None
    assert post.review_on == day
    say_still_current(post)
    assert post.review_on == day


def test_only_of_an_update_nothing_is_asked_again(
    posted: Posted, author: Person, browser_of: BrowserOf
) -> None:
    post = posted(BLOG, out=False)
    address = f"/schrijven/{post.pk}/uitbrengen/"
    data = looked_over(post, review_after="0")
    assert browser_of(author).post(address, data).status_code == 422


def test_what_was_chosen_stays_when_it_is_written_on(posted: Posted) -> None:
    post = posted(BLOG, review_after=24)
    save_draft(post, post.said.edited(title="Anders"), base=0)
    assert Draft.objects.get().says.review_after == 24


def test_the_author_hears_why_it_could_not_go_out_once_for_each_hour(
    posted: Posted, circle: Circle, author: Person
) -> None:
    post, now = posted(out=False, audience=Audience.CIRCLE, circle=circle.pk), timezone.now()
    circle.memberships.filter(person=author).update(until=now)
    for hours in (1, 2):
        at = now + timedelta(hours=hours)
        schedule(post, at=at)
        for _ in range(2):
            run_due(at)
    first, second = Notice.objects.filter(person=author, occasion__event="posts.held_back")
    for notice in (first, second):
        told = notice.occasion
        assert "In deze werkgroep kun je niet meer schrijven." in told.sentence
        assert (told.title, told.url) == (
            post.draft.says.title,
            f"/schrijven/{post.pk}/uitbrengen/",
        )
        assert visible(author, {told.about_id}) == {post.pk}
    assert Delivery.objects.filter(frequency=Frequency.DIRECT, person=author).count() == 2


@pytest.mark.parametrize("hours", [None, 3])
def test_what_cannot_go_out_any_more_when_somebody_agrees_goes_back_with_what_is_missing(
    hours: int | None, posted: Posted, circle: Circle, author: Person, editor: Person
) -> None:
    """A circle it no longer belongs in, say: agreeing is no way around what is asked of a draft."""
    post, now = posted(EXAMPLE, out=False, circle=circle.pk), timezone.now()
    hand_in(post)
    schedule(post, at=now + timedelta(hours=hours) if hours else None)
    circle.memberships.filter(person=author).update(until=now)
    assert agree(post, by=editor, now=now + timedelta(hours=4)) is None
    assert not is_out(post)
    draft = Draft.objects.get()
    assert draft.publish_at is None and not is_waiting(post)
    told = Notice.objects.get(person=author, occasion__event="posts.held_back").occasion
    assert "In deze werkgroep kun je niet meer schrijven." in told.sentence
    assert not Notice.objects.filter(person=author, occasion__event="posts.judged").exists()


def test_an_editor_reads_that_something_is_missing_and_the_author_what(
    posted: Posted, author: Person, editor: Person, browser_of: BrowserOf
) -> None:
    """A picture that lost its words, say, while it waited."""
    post = posted(EXAMPLE, out=False)
    post.attachments.create(file=keep_file(a_picture(), by=author), is_picture=True)
    hand_in(post)
    answered = browser_of(editor).post(f"/redactie/{post.pk}/", {"publish": "1"}, follow=True)
    assert "Er ontbreekt nog iets" in answered.content.decode()
    assert not is_out(post)
    told = Notice.objects.get(person=author, occasion__event="posts.held_back").occasion
    assert "Schrijf wat er te zien is op" in told.sentence


def test_what_is_for_a_circle_that_nobody_guides_waits_for_a_guide_and_no_moderator_reads_it(
    posted: Posted, circle: Circle, editor: Person, browser_of: BrowserOf
) -> None:
    post = posted(out=False, audience=Audience.CIRCLE, circle=circle.pk)
    hand_in(post)
    tell_editors(post)
    assert not Notice.objects.filter(person=editor).exists()
    assert to_judge(editor) == []
    assert browser_of(editor).get(f"/redactie/{post.pk}/").status_code == 404
    take_over(circle, person=editor, reason="Er wacht een stuk.")
    assert to_judge(editor) == [post]
    assert browser_of(editor).get(f"/redactie/{post.pk}/").status_code == 200
