"""Who leaves chooses whether questions and answers stay without a name, or go."""

from collections.abc import Callable

import pytest

from leerkring.exchange.questions.actions import take_back
from leerkring.exchange.questions.answering_actions import accept, answer
from leerkring.exchange.questions.models import Answer, Question
from leerkring.foundation.privacy.actions import erase
from leerkring.foundation.privacy.registry import OnErasure
from leerkring.foundation.remarks.models import Remark
from leerkring.foundation.search.models import Entry
from leerkring.network.people.models import Person

Asks = Callable[..., Question]
GO = dict.fromkeys(("questions.question.author", "questions.answer.author"), OnErasure.DELETE)


def test_without_a_choice_both_stay_without_a_name(
    asked: Asks, asker: Person, person: Callable[..., Person]
) -> None:
    question = asked("Wie belt de school?")
    answer(question, text="Ik bel.", by=person("Bel"))
    erase(asker)
    erase(Person.objects.get(name="Bel"))
    question.refresh_from_db()
    assert (question.title, question.author) == ("Wie belt de school?", None)
    assert Answer.objects.get().author is None


def test_a_question_that_nobody_answered_goes_with_what_was_said_of_it(
    asked: Asks, asker: Person, person: Callable[..., Person]
) -> None:
    question = asked("Wie belt de school?")
    about = {"about": "questions.question", "about_id": str(question.pk)}
    Remark.objects.create(author=person("Iemand"), text="Goede vraag.", **about)
    answer(question, text="Het was al opgelost.", by=asker)
    erase(asker, GO)
    assert not Question.objects.exists()
    assert not Remark.objects.exists()
    assert not Entry.objects.filter(**about).exists()


def test_a_question_that_others_answered_keeps_its_place_without_words(
    asked: Asks, asker: Person, person: Callable[..., Person]
) -> None:
    question = asked("Wie belt de school?", text="Op de Dorpsstraat.")
    answer(question, text="Ik bel.", by=person("Bel"))
    erase(asker, GO)
    question.refresh_from_db()
    assert "school" not in f"{question.title} {question.slug} {question.text}"
    assert question.author is None
    assert not Question.objects.visible_to(person("Lezer")).exists()
    assert Answer.objects.get().text == "Ik bel."


def test_what_was_put_for_somebody_else_stays(asked: Asks, asker: Person) -> None:
    question = asked("Wie belt de school?")
    Question.objects.filter(pk=question.pk).update(on_behalf=True)
    erase(asker, GO)
    question.refresh_from_db()
    assert (question.title, question.author) == ("Wie belt de school?", None)


@pytest.mark.parametrize("accepted", [True, False])
def test_an_answer_goes_also_when_it_helped(
    accepted: bool, asked: Asks, asker: Person, person: Callable[..., Person]
) -> None:
    question, bel = asked("Wie belt de school?"), person("Bel")
    given = answer(question, text="Mijn buurvrouw belt altijd.", by=bel)
    if accepted:
        accept(given, by=asker)
    erase(bel, GO)
    assert not Answer.objects.exists()
    assert "buurvrouw" not in Entry.objects.get(about="questions.question").text
    assert Question.objects.visible_to(asker).get() == question


def test_what_was_taken_away_before_goes_too(
    asked: Asks, asker: Person, person: Callable[..., Person]
) -> None:
    question = asked("Wie belt de school?")
    answer(question, text="Ik bel.", by=person("Bel"))
    take_back(question, by=asker)
    erase(asker, GO)
    question.refresh_from_db()
    assert "school" not in question.title
