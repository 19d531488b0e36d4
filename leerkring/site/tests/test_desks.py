"""What lies on a desk is one counted line, for who may do something about it and nobody else."""

from typing import Any

import pytest
from django.utils import timezone

from leerkring.exchange.posts.models import Draft, Post, Review
from leerkring.exchange.questions.handing_actions import ask_for_other_words, hand_over
from leerkring.exchange.questions.models import Handover
from leerkring.foundation.moderation.actions import decide, flag
from leerkring.foundation.moderation.queries import open_cases
from leerkring.foundation.moderation.registry import flaggable_row
from leerkring.network.circles.tests.conftest import begin, bring_in, moderator, someone
from leerkring.network.entrance.models import JoinRequest
from leerkring.site.calls import waiting_on

pytestmark = pytest.mark.django_db


def lines(person: Any) -> list[str]:
    return [f"{task.about}: {task.title}" for task in waiting_on(person, timezone.now())]


def written(number: int, audience: str, circle: int | None = None, by: Any = None) -> None:
    post = Post.objects.create(kind="example", title=f"Stuk {number}", slug="stuk", author=by)
    Draft.objects.create(post=post, content={"audience": audience, "circle": circle})
    Review.objects.create(post=post)


def test_questions_without_a_name_come_to_who_guides_until_other_words_are_asked() -> None:
    circle = begin(name="Tafels")
    bring_in(circle, someone("Lid"))
    for number in range(2):
        hand_over(f"Vraag {number}", "", circle=circle)
    hand_over("Van niemand", "", circle=None)
    assert lines(someone("Eigenaar")) == ["Begeleiden: 2 vragen zonder naam"]
    assert lines(moderator()) == ["Begeleiden: Een vraag zonder naam"]
    assert lines(someone("Lid")) == []
    for handover in Handover.objects.filter(circle=circle):
        ask_for_other_words(handover, "Korter")
    assert lines(someone("Eigenaar")) == []


def test_who_is_at_the_door_waits_for_a_moderator() -> None:
    for name in ("een", "twee"):
        JoinRequest.objects.create(email=f"{name}@voorbeeld.nl", name=name, motivation="Leren")
    assert lines(moderator()) == ["Aan de deur: 2 mensen willen erbij"]
    assert lines(someone("Lid")) == []
    JoinRequest.objects.update(decided_at=timezone.now())
    assert lines(moderator()) == []


def test_what_is_flagged_waits_for_who_decides_and_twice_is_one_thing() -> None:
    boss, circle = moderator(), begin(name="Tafels")
    entry = flaggable_row(circle)
    assert entry is not None
    for name in ("Een", "Twee"):
        flag(circle, entry, reason="onheus", text="", by=someone(name))
    assert lines(boss) == ["Modereren: Er is iets gemeld"]
    assert lines(someone("Een")) == lines(someone("Eigenaar")) == []
    boss.moderates = False
    assert lines(boss) == []
    boss.moderates = True
    (case,) = open_cases(boss)
    decide(case, outcome="blijft", message="", by=boss)
    assert lines(boss) == []


def test_a_text_waits_for_an_editor_or_for_who_guides_its_circle_and_never_for_its_writer() -> None:
    circle = begin(name="Tafels")
    written(1, "openbaar", by=someone("Lid"))
    written(2, "kring", circle.pk, by=someone("Lid"))
    written(3, "kring", circle.pk, by=someone("Eigenaar"))
    assert lines(moderator()) == ["Redactie: Een stuk wacht op jou"]
    assert lines(someone("Eigenaar")) == ["Redactie: Een stuk wacht op jou"]
    assert lines(someone("Lid")) == []
