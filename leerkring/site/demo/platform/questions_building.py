"""Questions of the demo, with what was answered and what came of it."""

import hashlib
from datetime import date, datetime, timedelta

from leerkring.exchange.questions.keys import LENGTH, LETTERS, name_of
from leerkring.exchange.questions.models import Acceptance, Answer, Key, Outcome, Question
from leerkring.exchange.questions.routing_actions import ask_somebody, due_after
from leerkring.network.people.models import Person
from leerkring.network.themes.models import Theme
from leerkring.site.demo.platform.moments import moment, talk_moments
from leerkring.site.demo.platform.texts import Inquiry, inquiries

SIX_WEEKS = 42


def ask_all(
    people: dict[str, Person], themes: dict[str, Theme], today: date
) -> dict[str, Question]:
    """All questions, by key. Those that wait for somebody are put to them now."""
    found = {inquiry.key: _asked(inquiry, people, today) for inquiry in inquiries()}
    Question.objects.bulk_create(found.values())
    Question.themes.through.objects.bulk_create(
        Question.themes.through(question=found[inquiry.key], theme=themes[name])
        for inquiry in inquiries()
        for name in inquiry.themes
    )
    for inquiry in inquiries():
        question = found[inquiry.key]
        if inquiry.via:
            Key.objects.create(question=question, name=name_of(key_of(inquiry.key)) or "")
        if inquiry.answers:
            _answer(inquiry, question, people, today)
        if inquiry.routed:
            ask_somebody(question, now=question.asked_at, suggested=people[inquiry.routed].pk)
            question.route_at = due_after(question.asked_at)
            question.save(update_fields=["route_at"])
    return found


def key_of(name: str) -> str:
    """The key that whoever asked this without a name would hold; in the demo it is no secret."""
    digest = hashlib.sha256(name.encode()).digest()
    letters = "".join(LETTERS[byte % 32] for byte in digest[:LENGTH])
    return "-".join((letters[:6], letters[6:11], letters[11:16], letters[16:21], letters[21:]))


def _asked(inquiry: Inquiry, people: dict[str, Person], today: date) -> Question:
    at = moment(today, inquiry.days, inquiry.key)
    question = Question(
        author=people[inquiry.via or inquiry.author],
        on_behalf=bool(inquiry.via),
        audience=inquiry.audience,
        asked_at=at,
        announced_at=at,
    )
    question.say(inquiry.title, inquiry.text)
    return question


def _answer(inquiry: Inquiry, question: Question, people: dict[str, Person], today: date) -> None:
    moments = talk_moments(question.asked_at, inquiry.answers)
    answers = Answer.objects.bulk_create(
        Answer(question=question, author=people[said.who], text=said.text, at=at)
        for said, at in zip(inquiry.answers, moments, strict=True)
    )
    if inquiry.accepted is not None:
        chosen = answers[inquiry.accepted]
        _accept(inquiry, chosen, _days_after(chosen.at, 2, today), today)


def _accept(inquiry: Inquiry, chosen: Answer, on: date, today: date) -> None:
    """Told and asked about already, but for what is less than six weeks ago."""
    by = None if inquiry.via else chosen.question.author
    later = on + timedelta(days=SIX_WEEKS)
    Acceptance.objects.create(
        question=chosen.question,
        answer=chosen,
        by=by,
        on=on,
        is_told=True,
        outcome_asked_on=later if later <= today else None,
    )
    if inquiry.done is not None:
        worked, text = inquiry.done
        on = min(today, later + timedelta(days=1))
        Outcome.objects.create(question=chosen.question, by=by, worked=worked, text=text, on=on)


def _days_after(at: datetime, days: int, today: date) -> date:
    return min(today, at.date() + timedelta(days=days))
