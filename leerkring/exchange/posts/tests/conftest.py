"""Plain factories: people, a circle with one member, and posts that went out."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from leerkring.exchange.posts.actions import begin, draft_of, save_draft
from leerkring.exchange.posts.content import Content
from leerkring.exchange.posts.kinds import BLOG, EXAMPLE, Kind
from leerkring.exchange.posts.models import Post
from leerkring.exchange.posts.publishing_actions import publish
from leerkring.network.circles.audience import Audience
from leerkring.network.circles.models import Circle, Membership, Role
from leerkring.network.people.models import Person

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
READER = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"


@pytest.fixture
def person(db: None) -> Callable[..., Person]:
    def make(name: str, **more: Any) -> Person:
        made = Person.objects.create_user(f"{name.lower()}@voorbeeld.nl", name)
        Person.objects.filter(pk=made.pk).update(**more)
        made.refresh_from_db()
        return made

    return make


@pytest.fixture
def author(person: Callable[..., Person]) -> Person:
    return person("Noor")


@pytest.fixture
def member(person: Callable[..., Person]) -> Person:
    return person("Lid")


@pytest.fixture
def circle(author: Person, member: Person) -> Circle:
    """An open circle of two: what is for the circle is still for its members only."""
    made = Circle.objects.create(
        kind="werkgroep",
        name="Samen om tafel",
        slug="samen-om-tafel",
        purpose="Samen aan tafel komen.",
        joining="vrij",
        visibility="openbaar",
    )
    for who in (author, member):
        Membership.objects.create(
            circle=made, person=who, role=Role.MEMBER, since=timezone.now() - timedelta(days=1)
        )
    return made


def a_content(kind: Kind = BLOG, **changes: Any) -> Content:
    """Everything that this kind asks, filled in."""
    texts = {s.key: f"<p>{s.label}.</p>" if s.rich else s.label for s in kind.sections}
    facts = {}
    if kind is EXAMPLE:
        facts["rung"] = "uitgeprobeerd"
    if kind.expires:
        facts["wants"] = "aanbod"
        facts["expires_on"] = (timezone.localdate() + timedelta(days=14)).isoformat()
    content = Content(
        title="Koffie bij de school", texts=texts, facts=facts, audience=Audience.PUBLIC
    )
    return content.edited(**changes)


@pytest.fixture
def posted(author: Person) -> Callable[..., Post]:
    """A post that went out; `out=False` leaves it a draft."""

    def make(kind: Kind = BLOG, *, out: bool = True, by: Any = None, **changes: Any) -> Post:
        content = a_content(kind, **changes)
        post = begin(kind, title=content.title, by=by or author)
        save_draft(post, content, base=0)
        if out:
            assert publish(post, by=by or author)
        post.refresh_from_db()
        return post

    return make


@pytest.fixture
def rewritten() -> Callable[..., Post]:
    """Another version of a post goes out."""

    def make(post: Post, **changes: Any) -> Post:
        draft = draft_of(post)
        save_draft(post, draft.says.edited(**changes), base=draft.saves)
        publish(post, by=post.author)
        post.refresh_from_db()
        return post

    return make


@pytest.fixture
def browser_of() -> Callable[[Any], Client]:
    def sign_in(someone: Person | None) -> Client:
        client = Client(headers={"user-agent": READER})
        if someone is not None:
            client.force_login(someone, backend=BACKEND)
        return client

    return sign_in


def looked_over(post: Post, **changes: Any) -> dict[str, Any]:
    """What the page sends on which a draft is looked over."""
    draft = draft_of(post)
    words = {"title": draft.says.title, "keywords": ", ".join(draft.says.keywords)}
    return {**words, "base": draft.saves, **draft.says.texts, **changes}


def filled(post: Post, **changes: Any) -> dict[str, Any]:
    """What the form on the desk sends for a draft."""
    draft = draft_of(post)
    says = draft.says
    data: dict[str, Any] = {
        "title": says.title,
        "base": draft.saves,
        "audience": says.audience.value,
        "circle": says.circle or "",
        "keywords": ", ".join(says.keywords),
        **says.texts,
        **says.facts,
    }
    return data | changes
