"""What of a question and its answers can be found."""

from collections.abc import Callable

import pytest

from leerkring.exchange.questions import search as found
from leerkring.exchange.questions.answering_actions import accept, answer
from leerkring.exchange.questions.models import Question
from leerkring.foundation.search.queries import search
from leerkring.network.people.models import Person

Asked = Callable[..., Question]
Make = Callable[..., Person]


def test_a_question_is_found_by_its_fiftieth_answer(asked: Asked, person: Make) -> None:
    question, weter = asked(), person("Weter")
    for number in range(49):
        answer(question, text=f"Antwoord {number}.", by=weter)
    answer(question, text="Probeer eens een kwibusschema.", by=weter)
    assert [hit.title for hit in search(weter, "kwibusschema").hits] == [question.title]


def test_of_more_than_there_is_room_for_the_newest_and_what_helped_stay(
    asked: Asked, asker: Person, person: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(found, "MOST_SIGNS", 30)
    question, weter = asked(), person("Weter")
    rows = [answer(question, text=f"Antwoord {n} van tien", by=weter) for n in range(4)]
    shown = found.read(question)
    assert shown and shown.text == "\n".join([rows[3].text])
    accept(rows[0], by=asker)
    shown = found.read(Question.objects.get(pk=question.pk))
    assert shown and shown.text == rows[0].text
    monkeypatch.setattr(found, "MOST_SIGNS", 45)
    shown = found.read(Question.objects.get(pk=question.pk))
    assert shown and shown.text == "\n".join([rows[0].text, rows[3].text])
