"""What others made of an example: who may tell, change and take away, and what stands in it."""

from collections.abc import Callable

import pytest
from django.test import Client

from leerkring.exchange.posts.kinds import EXAMPLE
from leerkring.exchange.posts.models import Post, Trial
from leerkring.exchange.posts.trying_actions import take_trial_away
from leerkring.foundation.language.models import TraceCount
from leerkring.network.circles.audience import Audience
from leerkring.network.circles.models import Circle, Membership, Role
from leerkring.network.people.models import Person

Posted = Callable[..., Post]
Make = Callable[..., Person]
BrowserOf = Callable[..., Client]
TOLD = {"where": "Zuid", "outcome": "deels", "came_of_it": "Meer koffie.", "changed": ""}
HOSTILE = (
    "<script>alert(1)</script>",
    "</p><img src=x onerror=alert(1)>",
    "{{ 7|add:7 }}{% load static %}",
    "&lt;b&gt; \u202egnp.exe",
    "'; DROP TABLE posts_trial; --",
    "a" * 1999,
)


def tried(post: Post, browser: Client, **changes: str) -> Trial:
    answer = browser.post(f"/stukken/{post.pk}/geprobeerd/", TOLD | changes)
    assert answer.status_code == 302, answer.context["form"].errors
    return Trial.objects.get()


def test_its_writer_changes_it_and_takes_it_away_and_nobody_else(
    posted: Posted, person: Make, browser_of: BrowserOf
) -> None:
    post = posted(EXAMPLE)
    writer, other = browser_of(person("Mo")), browser_of(person("Ander"))
    trial = tried(post, writer)
    address = f"/stukken/geprobeerd/{trial.pk}/"
    assert address in writer.get(post.get_absolute_url()).content.decode()
    assert other.get(address).status_code == 404
    assert other.post(f"{address}weghalen/").status_code == 404
    assert writer.post(address, TOLD | {"came_of_it": "Thee ook."}).status_code == 302
    shown = other.get(post.get_absolute_url()).content.decode()
    assert "Thee ook." in shown and "aangepast op" in shown
    assert writer.post(f"{address}weghalen/").status_code == 302
    assert "Thee ook." not in other.get(post.get_absolute_url()).content.decode()
    trial.refresh_from_db()
    assert (trial.where, trial.came_of_it) == ("", "")
    assert writer.get(address).status_code == 404


def test_what_a_moderator_takes_away_stays_for_who_must_explain_it(
    posted: Posted, person: Make, browser_of: BrowserOf
) -> None:
    trial = tried(posted(EXAMPLE), browser_of(person("Mo")))
    take_trial_away(trial, by=person("Redacteur", moderates=True))
    assert not Trial.objects.standing().exists()
    assert Trial.objects.get().came_of_it == "Meer koffie."


def test_in_a_circle_only_who_may_write_there_tells_what_they_tried(
    posted: Posted, circle: Circle, member: Person, person: Make, browser_of: BrowserOf
) -> None:
    guest = person("Gast")
    since = circle.memberships.first().since
    Membership.objects.create(circle=circle, person=guest, role=Role.GUEST, since=since)
    post = posted(EXAMPLE, audience=Audience.CIRCLE, circle=circle.pk)
    address = f"/stukken/{post.pk}/geprobeerd/"
    assert browser_of(guest).get(post.get_absolute_url()).status_code == 200
    assert browser_of(guest).post(address, TOLD).status_code == 404
    assert browser_of(member).post(address, TOLD).status_code == 302


def test_a_trace_is_asked_about_replaced_and_counted(
    posted: Posted, person: Make, browser_of: BrowserOf
) -> None:
    post, browser = posted(EXAMPLE), browser_of(person("Mo"))
    told = TOLD | {"came_of_it": "Bel moeder op 06-12345678."}
    page = browser.post(f"/stukken/{post.pk}/geprobeerd/", told)
    assert page.status_code == 422
    assert "<mark" in page.content.decode()
    panel = page.context["form"].trace_panel
    (question,) = panel.questions
    answers = {question.name: "vervang:[telefoonnummer]", "traces-guard": panel.guard}
    trial = tried(post, browser, **(told | answers))
    assert trial.came_of_it == "Bel moeder op [telefoonnummer]."
    assert TraceCount.objects.get().number == 1


@pytest.mark.parametrize("words", HOSTILE)
def test_a_hostile_text_is_shown_as_text(
    words: str, posted: Posted, person: Make, browser_of: BrowserOf
) -> None:
    post, browser = posted(EXAMPLE), browser_of(person("Mo"))
    tried(post, browser, came_of_it=words, changed=words, where=words[:150])
    for page in (post.get_absolute_url(), f"/stukken/geprobeerd/{Trial.objects.get().pk}/"):
        shown = browser.get(page).content.decode()
        assert "<script>alert" not in shown and "<img src=x" not in shown
        assert "\u202e" not in shown


def test_a_sign_that_is_no_text_is_refused(
    posted: Posted, person: Make, browser_of: BrowserOf
) -> None:
    post, browser = posted(EXAMPLE), browser_of(person("Mo"))
    told = TOLD | {"came_of_it": "nul\x00"}
    assert browser.post(f"/stukken/{post.pk}/geprobeerd/", told).status_code == 422
