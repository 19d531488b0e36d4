"""Who sees a post: one query, and everything that shows posts asks it."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from leerkring.exchange.posts.kinds import BLOG
from leerkring.exchange.posts.models import Post
from leerkring.exchange.posts.publishing_actions import retract
from leerkring.exchange.posts.queries import reach_of
from leerkring.exchange.posts.rules import keeps_order
from leerkring.exchange.posts.tests.conftest import a_content
from leerkring.foundation.search.queries import search
from leerkring.network.circles.audience import Audience
from leerkring.network.circles.models import Circle, Inspection
from leerkring.network.people.models import Person

Posted = Callable[..., Post]


@pytest.fixture
def of_each(posted: Posted, circle: Circle) -> dict[str, Post]:
    """One for each audience, and one that is still a draft."""
    made = {a.value: posted(title=a.label, audience=a, circle=circle.pk) for a in Audience}
    return made | {"concept": posted(title="Concept", out=False)}


def seen_by(person: Any) -> set[str]:
    return {post.audience for post in Post.objects.visible_to(person)}


def test_everyone_sees_what_is_meant_for_them(
    of_each: dict[str, Post], member: Person, author: Person, person: Callable[..., Person]
) -> None:
    assert seen_by(AnonymousUser()) == {"openbaar"}
    assert seen_by(person("Ander")) == {"openbaar", "ingelogd"}
    assert seen_by(member) == seen_by(author) == {"openbaar", "ingelogd", "kring"}
    assert not Post.objects.visible_to(author).filter(pk=of_each["concept"].pk).exists()


def test_whoever_leaves_the_circle_sees_it_no_more_nor_does_its_author(
    of_each: dict[str, Post], member: Person, author: Person, circle: Circle
) -> None:
    circle.memberships.update(until=timezone.now())
    assert seen_by(member) == {"openbaar", "ingelogd"}
    assert seen_by(author) == {"openbaar", "ingelogd"}


def test_a_moderator_reads_what_is_for_a_circle_only_after_saying_so(
    of_each: dict[str, Post], circle: Circle, person: Callable[..., Person]
) -> None:
    moderator = person("Mo", moderates=True)
    post = of_each["kring"]
    assert "kring" not in seen_by(moderator)
    assert not keeps_order(moderator, post)
    now = timezone.now()
    Inspection.objects.create(
        circle=circle, person=moderator, reason="Melding", at=now, until=now + timedelta(hours=1)
    )
    assert "kring" in seen_by(moderator)
    assert keeps_order(moderator, post)


def test_it_is_one_query(of_each: dict[str, Post], member: Person) -> None:
    with CaptureQueriesContext(connection) as asked:
        list(Post.objects.visible_to(member))
    assert len(asked) == 1


def test_what_is_taken_back_is_gone_for_all(of_each: dict[str, Post], author: Person) -> None:
    retract(of_each["openbaar"], by=author)
    assert "openbaar" not in seen_by(author) | seen_by(AnonymousUser())


def test_search_finds_exactly_what_one_sees(
    of_each: dict[str, Post], member: Person, person: Callable[..., Person]
) -> None:
    for who in (AnonymousUser(), person("Ander"), member):
        found = {hit.title for hit in search(who, "tekst", kinds=(BLOG.slug,)).hits}
        assert found == {post.title for post in Post.objects.visible_to(who)}


def test_the_count_of_readers_is_honest(
    circle: Circle, author: Person, person: Callable[..., Person]
) -> None:
    person("Ander")
    person("Weg", is_active=False)
    assert reach_of(a_content(audience=Audience.CIRCLE, circle=circle.pk)).people == 2
    assert reach_of(a_content(audience=Audience.SIGNED_IN)).people == 3
    assert "Iedereen op internet" in str(reach_of(a_content()))
    assert str(reach_of(a_content(audience=Audience.SIGNED_IN))).startswith("3 mensen zien dit")
    assert reach_of(a_content(audience=Audience.CIRCLE)) is None


def test_a_list_shows_what_one_sees(
    of_each: dict[str, Post], browser_of: Callable[..., Client], member: Person
) -> None:
    for who in (None, member):
        shown = browser_of(who).get("/blogs/").content.decode()
        for post in of_each.values():
            seen = Post.objects.visible_to(who or AnonymousUser()).filter(pk=post.pk).exists()
            assert (f'href="{post.get_absolute_url()}"' in shown) == seen
