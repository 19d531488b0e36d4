"""What others ask of somebody stands on the front page, what is soonest first."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from leerkring.exchange.questions.actions import Asked, ask
from leerkring.exchange.questions.models import Appeal, Question
from leerkring.network.circles.actions import close
from leerkring.network.circles.entry_actions import ask_to_join, invite
from leerkring.network.circles.tests.conftest import begin, bring_in, moderator, someone
from leerkring.practice.attendance.models import Reply
from leerkring.practice.meetings.models import Announcement, BroughtQuestion, Invitation, Meeting
from leerkring.site.agenda import Task
from leerkring.site.calls import waiting_on

pytestmark = pytest.mark.django_db


@pytest.fixture
def me() -> Any:
    return someone("Ik")


def lines(person: Any) -> list[str]:
    return [f"{task.about}: {task.title}" for task in waiting_on(person, timezone.now())]


def put_to(person: Any, title: str) -> Question:
    question = ask(Asked(title), by=someone("Vraagje"))
    Appeal.objects.create(question=question, person=person, at=timezone.now())
    return question


def asked_to(person: Any, title: str, days: int, says: str = "") -> Invitation:
    """Asked to a meeting that begins so many days from now."""
    starts_at = timezone.now() + timedelta(days=days)
    meeting = Meeting.objects.create(
        title=title, slug="dag", starts_at=starts_at, audience="invited"
    )
    Announcement.objects.create(meeting=meeting)
    address = f"{title}@voorbeeld.nl"
    asked = Invitation.objects.create(meeting=meeting, person=person, name="Ik", email=address)
    if says:
        Reply.objects.create(invitation=asked, says=says)
    return asked


def test_questions_put_to_me_are_one_line_and_go_when_they_are_settled(me: Any) -> None:
    questions = [put_to(me, f"Vraag {number}") for number in range(3)]
    (task,) = waiting_on(me, timezone.now())
    assert (task.title, task.sentence) == ("3 vragen aan jou", "«Vraag 0» en nog 2.")
    Appeal.objects.exclude(question=questions[1]).update(reply="liever niet")
    (task,) = waiting_on(me, timezone.now())
    assert (task.title, task.sentence) == ("Weet jij dit?", "«Vraag 1»")
    Appeal.objects.update(reply="antwoord")
    assert lines(me) == []


def test_meetings_that_come_stand_there_unless_i_said_no(me: Any) -> None:
    asked_to(me, "Later", 20)
    asked_to(me, "Straks", 2, "ja")
    asked_to(me, "Zonder mij", 3, "nee")
    asked_to(me, "Geweest", -1, "ja")
    asked_to(someone("Ander"), "Van een ander", 4)
    soon, later = waiting_on(me, timezone.now())
    assert (soon.title, later.title) == ("Straks", "Later")
    assert "Kom je?" not in soon.sentence
    assert later.sentence.endswith("Kom je?")


def test_who_comes_is_asked_what_question_they_bring_until_they_do(me: Any) -> None:
    asked = asked_to(me, "Straks", 2, "ja")
    (task,) = waiting_on(me, timezone.now())
    assert task.sentence.endswith("Welke vraag breng je mee?")
    assert task.url == asked.meeting.get_absolute_url()
    other = BroughtQuestion.objects.create(meeting=asked.meeting, text="Hoe dan?")
    assert waiting_on(me, timezone.now()) == [task]
    BroughtQuestion.objects.filter(pk=other.pk).update(by=me)
    (task,) = waiting_on(me, timezone.now())
    assert "vraag" not in task.sentence


def test_circles_ask_me_in_and_who_guides_lets_others_in(me: Any) -> None:
    circle = begin(joining="verzoek", name="Tafels")
    invite(circle, person=me, by=someone("Eigenaar"))
    for name in ("Een", "Twee"):
        ask_to_join(circle, person=someone(name))
    assert lines(me) == ["Werkgroep: Tafels"]
    assert lines(someone("Eigenaar")) == ["Tafels: 2 mensen willen meedoen"]
    close(circle, by=someone("Eigenaar"))
    assert lines(me) == lines(someone("Eigenaar")) == []


def test_what_nobody_could_answer_comes_to_who_guides(me: Any) -> None:
    circle = begin(name="Tafels")
    bring_in(circle, someone("Lid"))
    question = ask(Asked("Wie weet dit?", circle=circle), by=someone("Vraagje"))
    ask(Asked("Van niemand"), by=someone("Vraagje"))
    Question.objects.update(stuck_at=timezone.now())
    assert lines(someone("Eigenaar")) == ["Tafels: Een vraag bleef liggen"]
    assert lines(moderator()) == ["Begeleiden: Een vraag bleef liggen"]
    assert lines(someone("Lid")) == []
    Question.objects.filter(pk=question.pk).update(stuck_at=None)
    assert lines(someone("Eigenaar")) == []


def test_what_waits_longest_or_comes_first_stands_in_front(me: Any) -> None:
    asked_to(me, "Straks", 2)
    circle = begin()
    invite(circle, person=me, by=someone("Eigenaar"))
    put_to(me, "Net gevraagd")
    hours = [task.at for task in waiting_on(me, timezone.now())]
    assert hours == sorted(hours)
    assert lines(me)[-1] == "Bijeenkomst: Straks"


def test_it_costs_as_much_for_three_of_a_kind_as_for_one(me: Any) -> None:
    def more(numbers: range) -> Iterator[list[Task]]:
        for number in numbers:
            put_to(me, f"Vraag {number}")
            asked_to(me, f"Dag {number}", 2 + number)
            invite(begin(name=f"K{number}"), person=me, by=someone("Eigenaar"))
            guided = begin(name=f"G{number}", joining="verzoek")
            bring_in(guided, me, "facilitator")
            ask_to_join(guided, person=someone(f"Nieuw {number}"))
            stuck = ask(Asked(f"Lag {number}", circle=guided), by=someone("Vraagje"))
            Question.objects.filter(pk=stuck.pk).update(stuck_at=timezone.now())
        waiting_on(me, timezone.now())  # makes the statements
        with CaptureQueriesContext(connection) as captured:
            yield waiting_on(me, timezone.now())
        counts.append(len(captured))

    counts: list[int] = []
    ((few,), (many,)) = (list(more(numbers)) for numbers in (range(1), range(1, 3)))
    assert (len(few), len(many)) == (5, 11)
    assert counts[0] == counts[1] <= 12


def test_only_who_is_in_no_circle_is_told_that_they_take_part_in_nothing(
    me: Any, client: Client
) -> None:
    client.force_login(me)
    nothing, quiet = "Je doet nog nergens aan mee", "Er is nu niets nieuws voor je"
    assert nothing in client.get("/").content.decode()
    bring_in(begin(name="Stil"), me)
    shown = client.get("/").content.decode()
    assert nothing not in shown and quiet in shown
    assert reverse("circles:list") in shown and reverse("themes:list") in shown
