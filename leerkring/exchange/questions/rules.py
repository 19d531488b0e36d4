"""Who may do what with a question. Reading is a query: `Question.objects.visible_to`."""

from typing import Any

from leerkring.exchange.questions.audience import Audience
from leerkring.exchange.questions.models import Answer, Handover, Question
from leerkring.network.circles import rules as circles
from leerkring.network.circles.models import Circle, Inspection

SMALLEST_CROWD = 5  # in a smaller group everybody knows who it was


def wrote(person: Any, row: Question | Answer) -> bool:
    return bool(person.is_authenticated) and row.author_id == person.pk


def may_ask_in(person: Any, circle: Circle) -> bool:
    return bool(circles.may_write(person, circle))


def may_say_something(person: Any, question: Question) -> bool:
    """Answer or react; `question` is one this person sees. In a circle: who may write there."""
    if not person.is_authenticated:
        return False
    if question.audience != Audience.CIRCLE or question.circle is None:
        return True
    return may_ask_in(person, question.circle)


def may_answer(person: Any, question: Question) -> bool:
    return not question.is_closed and may_say_something(person, question)


def asked_it(person: Any, question: Question) -> bool:
    """Whose question it is: not who passed it on for somebody else, for whom a key speaks."""
    return wrote(person, question) and not question.on_behalf


def may_accept(person: Any, question: Question) -> bool:
    return asked_it(person, question) and not question.is_closed


def may_close(person: Any, question: Question) -> bool:
    return wrote(person, question) and not question.is_settled


def may_tell_outcome(person: Any, question: Question) -> bool:
    return asked_it(person, question) and hasattr(question, "acceptance")


def keeps_order(person: Any, question: Question) -> bool:
    """A moderator; of what a circle keeps to itself who guides that circle, and a moderator only
    after looking in, which is written down."""
    if not person.is_authenticated:
        return False
    if question.audience != Audience.CIRCLE or question.circle is None:
        return bool(person.moderates)
    if circles.may_facilitate(person, question.circle):
        return True
    return Inspection.objects.of(person).filter(circle=question.circle).exists()


def may_take_back(person: Any, question: Question, row: Question | Answer) -> bool:
    return wrote(person, row) or keeps_order(person, question)


def may_guide(person: Any, handover: Handover) -> bool:
    """Into whose hands a question was given."""
    if not person.is_authenticated:
        return False
    if handover.circle is None:
        return bool(person.moderates)
    return bool(circles.may_facilitate(person, handover.circle))


def may_read_along(person: Any, author: int, circle: Circle | None) -> bool:
    """Be the second reader of a text for this circle, or for more people; never of one's own."""
    if not person.is_authenticated or person.pk == author:
        return False
    if circle is None:
        return bool(person.moderates)
    return bool(circles.may_facilitate(person, circle))
