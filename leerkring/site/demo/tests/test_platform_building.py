"""The demo's platform as its people find it. Built once for all of these: it takes seconds."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.db import transaction
from django.utils import timezone
from pytest_django import DjangoDbBlocker

from leerkring.exchange.posts.models import Post, Version
from leerkring.exchange.questions.handing_actions import opened
from leerkring.exchange.questions.models import Appeal, Question
from leerkring.foundation.moderation.models import Flag
from leerkring.foundation.notifications.models import Notice
from leerkring.foundation.remarks.models import Remark, Thanks
from leerkring.foundation.search.models import Entry
from leerkring.network.circles.models import Circle, JoinRequest, Membership, Role
from leerkring.network.people.models import Person
from leerkring.network.profiles.models import Profile
from leerkring.network.themes.models import Following
from leerkring.site.demo import content
from leerkring.site.demo.city import _person
from leerkring.site.demo.platform.building import build_platform
from leerkring.site.demo.platform.questions_building import key_of
from leerkring.site.demo.platform.texts import inquiries, pieces


@pytest.fixture(scope="module")
def platform(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Built in a transaction around the whole module, and gone afterwards."""
    with django_db_blocker.unblock(), transaction.atomic():
        cast = {person.key: _person(person) for person in content.demo_people()}
        build_platform(cast, timezone.localdate())
        yield
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def _built(platform: None, db: None) -> None:
    """Each test in a transaction of its own."""


def one(key: str) -> Person:
    entry = next(person for person in content.demo_people() if person.key == key)
    return Person.objects.get(email=entry.email)


def test_everything_that_was_written_is_there() -> None:
    assert Post.objects.published().count() == len(pieces())
    assert Version.objects.count() == len(pieces())
    assert Question.objects.count() == len(inquiries())
    assert Remark.objects.count() == sum(len(piece.remarks) for piece in pieces())


def test_nothing_happened_after_now_or_before_its_writer_was_there() -> None:
    now = timezone.now()
    assert not Post.objects.filter(published_at__gt=now).exists()
    assert not Remark.objects.filter(at__gt=now).exists()
    assert not Thanks.objects.filter(at__gt=now).exists()
    writers = Post.objects.filter(author__email__endswith="voorbeeld.invalid")
    for post in writers.select_related("author"):
        assert post.author.joined_at < post.published_at
    for remark in Remark.objects.exclude(parent=None).select_related("parent"):
        assert remark.at > remark.parent.at


def test_who_writes_in_a_circle_is_in_it() -> None:
    for post in Post.objects.filter(audience="kring"):
        inside = set(Membership.objects.filter(circle=post.circle).values_list("person", flat=True))
        talk = Remark.objects.on(post).values_list("author", flat=True)
        assert {post.author_id, *talk} <= inside


def test_the_past_is_told_to_nobody() -> None:
    """Only what waits now: three questions, a flag, a request (for two who guide)."""
    assert Notice.objects.count() == 6
    assert not Post.objects.filter(announced_at=None).exists()
    assert not Question.objects.filter(announced_at=None).exists()


def test_the_professional_has_circles_themes_and_a_question_that_waits() -> None:
    samira = one("professional")
    assert Circle.objects.of(samira).count() == 3
    assert Following.objects.filter(person=samira).count() == 3
    waiting = Appeal.objects.waiting_for(samira)
    assert [appeal.question.title[:25] for appeal in waiting] == ["Ouders durven hun baby ge"]


def test_the_facilitator_leads_a_learning_network() -> None:
    led = Membership.objects.of(one("facilitator")).filter(role=Role.OWNER)
    assert "lerend-netwerk" in led.values_list("circle__kind", flat=True)


def test_a_flag_and_a_request_wait_for_the_coordinator() -> None:
    ruben = one("coordinator")
    assert Flag.objects.open().count() == 1
    request = JoinRequest.objects.get(decided_at=None)
    assert Membership.objects.of(ruben).filter(circle=request.circle, role=Role.OWNER).exists()
    told = set(Notice.objects.filter(person=ruben).values_list("occasion__event", flat=True))
    assert told == {"moderation.flagged", "circles.asked"}


def test_the_outsider_is_in_no_circle_and_reads_what_is_for_none() -> None:
    ilse = one("outsider")
    assert not Circle.objects.of(ilse).exists()
    assert not Profile.objects.filter(person=ilse).exists()
    assert not Post.objects.visible_to(ilse).filter(audience="kring").exists()
    hidden = Circle.objects.get(visibility="verborgen")
    assert hidden not in Circle.objects.visible_to(ilse)


def test_everything_can_be_found() -> None:
    about = set(Entry.objects.values_list("about", flat=True))
    assert {"posts.post", "questions.question", "circles.circle", "profiles.profile"} <= about
    assert Entry.objects.filter(about="posts.post").count() == len(pieces())
    assert Entry.objects.filter(about="questions.question").count() == len(inquiries())


def test_who_asked_without_a_name_gets_in_with_the_key_and_stands_nowhere() -> None:
    inquiry = next(inquiry for inquiry in inquiries() if inquiry.via)
    question = opened(key_of(inquiry.key))
    assert isinstance(question, Question)
    assert question.on_behalf
    assert question.author == one("facilitator")
    assert question.acceptance.by is None


def test_building_again_changes_nothing() -> None:
    cast = {person.key: one(person.key) for person in content.demo_people()}
    before = (Person.objects.count(), Post.objects.count())
    build_platform(cast, date(2030, 1, 1))
    assert (Person.objects.count(), Post.objects.count()) == before
