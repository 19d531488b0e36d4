"""«Weet jij dit?»: the first person, the second, those who guide; each once, whatever is killed."""

from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.test import Client

from leerkring.exchange.questions import routing_actions
from leerkring.exchange.questions.actions import close
from leerkring.exchange.questions.answering_actions import answer
from leerkring.exchange.questions.models import Appeal, Question
from leerkring.exchange.questions.tasks import run_due
from leerkring.foundation.notifications.models import Notice
from leerkring.network.circles.models import Circle
from leerkring.network.people.models import Person
from leerkring.network.themes.models import Theme

Make = Callable[..., Person]
Asked = Callable[..., Question]
MONDAY = datetime(2026, 11, 16, 9, 30, tzinfo=ZoneInfo("Europe/Amsterdam"))
THURSDAY, TUESDAY = MONDAY + timedelta(days=3), MONDAY + timedelta(days=8)


def called(question: Question) -> list[str]:
    return [appeal.person.name for appeal in question.appeals.select_related("person")]


def told(event: str) -> list[str]:
    rows = Notice.objects.filter(occasion__event=event).order_by("pk")
    return list(rows.values_list("person__name", flat=True))


def test_one_person_who_knows_of_it_is_asked_and_a_second_after_three_working_days(
    asked: Asked, expert: Make, theme: Theme
) -> None:
    first, second = expert("Eerst", 1), expert("Dan", 1)
    question = asked(themes=[theme], now=MONDAY)
    assert len(called(question)) == 1
    run_due(THURSDAY - timedelta(minutes=1))
    assert len(called(question)) == 1
    assert run_due(THURSDAY) == "1 vraag ging naar de volgende die het kan weten."
    assert sorted(called(question)) == ["Dan", "Eerst"]
    assert run_due(THURSDAY) == ""
    assert sorted(told("questions.routed")) == ["Dan", "Eerst"]
    assert first.pk != second.pk


def test_then_it_is_up_to_who_guides_once(
    asked: Asked, expert: Make, theme: Theme, person: Make
) -> None:
    person("Mo", moderates=True)
    expert("Eerst")
    question = asked(themes=[theme], now=MONDAY)
    run_due(THURSDAY)
    for _ in range(2):
        run_due(TUESDAY + timedelta(days=9))
    assert told("questions.stuck") == ["Mo"]
    question.refresh_from_db()
    assert question.route_at is None
    assert question.stuck_at is not None


def test_in_a_circle_its_members_are_asked_and_then_its_facilitator(
    asked: Asked,
    expert: Make,
    theme: Theme,
    person: Make,
    circle: Circle,
    joined: Callable,
    asker: Person,
) -> None:
    joined(asker)
    joined(person("Gids"), "facilitator")
    person("Mo", moderates=True)
    expert("Buiten")
    joined(expert("Binnen"))
    question = asked(themes=[theme], audience="kring", circle=circle, now=MONDAY)
    assert called(question) == ["Binnen"]
    run_due(THURSDAY)
    assert called(question) == ["Binnen"]
    assert told("questions.stuck") == ["Gids"]


def test_the_asker_is_never_asked(asked: Asked, expert: Make, theme: Theme) -> None:
    question = asked(themes=[theme], by=expert("Zelf"), now=MONDAY)
    assert called(question) == []
    run_due(TUESDAY)
    assert called(question) == []


def test_nobody_is_asked_more_often_than_they_want(
    asked: Asked, expert: Make, theme: Theme
) -> None:
    expert("Druk", 2)
    questions = [asked(f"Vraag {n}", themes=[theme], now=MONDAY) for n in range(3)]
    assert [called(question) for question in questions] == [["Druk"], ["Druk"], []]
    later = asked("In december", themes=[theme], now=MONDAY + timedelta(days=30))
    assert called(later) == ["Druk"]


@pytest.mark.parametrize("ending", ["answer", "close"])
def test_with_an_answer_nobody_else_is_asked(
    ending: str, asked: Asked, expert: Make, theme: Theme, asker: Person, person: Make
) -> None:
    expert("Eerst")
    expert("Dan")
    question = asked(themes=[theme], now=MONDAY)
    if ending == "answer":
        answer(question, text="Bel eerst.", by=person("Weter"))
    else:
        close(question, by=asker)
    run_due(TUESDAY)
    assert len(called(question)) == 1


def test_who_passes_says_nothing_and_the_next_is_asked_at_once(
    asked: Asked, expert: Make, theme: Theme, browser_of: Callable[..., Client]
) -> None:
    first, second = expert("Eerst"), expert("Dan")
    question = asked(themes=[theme])
    appeal = question.appeals.get()
    other = second if appeal.person_id == first.pk else first
    browser = browser_of(appeal.person)
    assert question.title in browser.get("/vragen/aan-mij/").content.decode()
    url = f"/vragen/aan-mij/{appeal.pk}/doorgeven/"
    assert browser.post(url, {"reply": "liever niet"}).status_code == 302
    assert browser.post(url, {"reply": "liever niet"}).status_code == 404
    assert Appeal.objects.filter(question=question, person=other).exists()
    assert question.title not in browser.get("/vragen/aan-mij/").content.decode()
    assert "liever niet" not in browser.get(question.get_absolute_url()).content.decode().lower()


def test_whom_one_thinks_of_is_asked(
    asked: Asked, expert: Make, theme: Theme, browser_of: Callable[..., Client]
) -> None:
    for name in ("An", "Bo", "Cas", "Dirk"):
        expert(name)
    question = asked(themes=[theme])
    appeal = question.appeals.get()
    url = f"/vragen/aan-mij/{appeal.pk}/doorgeven/"
    browser = browser_of(appeal.person)
    choices = browser.get(url).context["form"].fields["suggested"].choices
    assert len(choices) == 4
    wanted = choices[-1][0]
    browser.post(url, {"reply": "een ander", "suggested": wanted})
    assert question.appeals.filter(person=wanted).exists()


def test_killed_halfway_nothing_is_lost_and_nothing_done_twice(
    asked: Asked, expert: Make, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    expert("Eerst")
    expert("Dan")
    question = asked(themes=[theme], now=MONDAY)

    def die(*_: object) -> None:
        raise SystemExit

    with monkeypatch.context() as patched:
        patched.setattr(routing_actions, "put_to", die)
        with pytest.raises(SystemExit):
            run_due(THURSDAY)
    assert len(called(question)) == 1
    run_due(THURSDAY)
    assert len(called(question)) == 2
    assert len(told("questions.routed")) == 2


def test_the_facilitator_who_posts_for_somebody_is_not_asked_about_it(
    asked: Asked, expert: Make, theme: Theme
) -> None:
    guide = expert("Gids")
    assert called(asked(themes=[theme], by=guide, on_behalf=True)) == []
