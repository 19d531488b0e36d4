"""Who may do what with a question. Reading is a query: `Question.objects.visible_to`."""

from typing import Any

from leerkring.exchange.questions.models import Answer, Question
from leerkring.network.circles import rules as circles
from leerkring.network.circles.audience import Audience
from leerkring.network.circles.models import Circle, Membership

SMALLEST_CROWD = 5  # in a smaller group everybody knows who it was


def wrote(person: Any, row: Question | Answer) -> bool:
    return bool(person.is_authenticated) and row.author_id == person.pk


def circle_of(question: Question) -> Circle | None:
    """The circle that it is for, when it is for that circle only."""
    return question.circle if question.audience == Audience.CIRCLE else None


def standing_of(person: Any, question: Question) -> circles.Standing:
    """What a person may do below a question that they see: react and answer; and keep order."""
    return circles.standing_in(person, circle_of(question))


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


def is_given_handovers(person: Any) -> bool:
    """Whether questions without a name can come into their hands: a guide, or a moderator."""
    return bool(person.moderates or Membership.objects.of(person).guiding().exists())


def may_read_along(person: Any, author: int, circle: Circle | None) -> bool:
    """Be the second reader of a text for this circle, or for more people; never of one's own."""
    return person.pk != author and circles.may_read_for(person, circle)
