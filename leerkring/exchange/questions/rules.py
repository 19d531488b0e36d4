"""Who may do what with a question. Reading is a query: `Question.objects.visible_to`."""

from dataclasses import dataclass
from typing import Any

from leerkring.exchange.questions.audience import Audience
from leerkring.exchange.questions.models import Answer, Handover, Question
from leerkring.network.circles import rules as circles
from leerkring.network.circles.models import Circle, Inspection

SMALLEST_CROWD = 5  # in a smaller group everybody knows who it was


def wrote(person: Any, row: Question | Answer) -> bool:
    return bool(person.is_authenticated) and row.author_id == person.pk


@dataclass(frozen=True)
class Standing:
    """What a person may do below a question that they see: react and answer; and keep order, as a
    moderator, or as who guides the circle that it is for."""

    says: bool = False
    orders: bool = False


def standing_of(person: Any, question: Question) -> Standing:
    """In one look at who is in the circle. Of what is for a circle a moderator keeps order only
    after looking in, which is written down."""
    if not person.is_authenticated:
        return Standing()
    circle = question.circle
    if question.audience != Audience.CIRCLE or circle is None:
        return Standing(says=True, orders=bool(person.moderates))
    role = circles.role_of(person, circle)
    says = role in circles.WRITING and not circle.is_archived
    if role in circles.GUIDING:
        return Standing(says, orders=True)
    looking_in = Inspection.objects.of(person).filter(circle=circle)
    return Standing(says, orders=looking_in.exists())


def may_say_something(person: Any, question: Question) -> bool:
    return standing_of(person, question).says


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


def may_take_back(person: Any, question: Question, row: Question | Answer) -> bool:
    return wrote(person, row) or standing_of(person, question).orders


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
