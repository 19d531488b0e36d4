"""People react to a question and to each answer."""

from leerkring.exchange.questions.models import Answer, Question
from leerkring.exchange.questions.queries import keepers_of_question
from leerkring.exchange.questions.rules import may_say_something
from leerkring.foundation.remarks.registry import Remarkable, register
from leerkring.network.circles.queries import readers_among


def readers(question: Question, *people: int | None) -> set[int]:
    return readers_among(people, question.audience, question.circle_id)


ON_A_QUESTION = Remarkable(
    model=Question,
    visible_to=lambda person: Question.objects.visible_to(person),
    may_remark=may_say_something,
    url=lambda question: question.get_absolute_url(),
    watchers=lambda question: readers(question, question.author_id),
    moderators=keepers_of_question,
    circle=lambda question: question.circle_id,
)
ON_AN_ANSWER = Remarkable(
    model=Answer,
    visible_to=lambda person: Answer.objects.visible_to(person).select_related("question__circle"),
    may_remark=lambda person, answer: may_say_something(person, answer.question),
    url=lambda answer: answer.get_absolute_url().partition("#")[0],
    title=lambda answer: answer.question.title,
    watchers=lambda answer: readers(answer.question, answer.author_id, answer.question.author_id),
    moderators=lambda answer: keepers_of_question(answer.question),
    circle=lambda answer: answer.question.circle_id,
)
register(ON_A_QUESTION)
register(ON_AN_ANSWER)
