"""In whose hands something without a name is; and what lies there with nobody to see it."""

from django.db.models import Q, QuerySet

from leerkring.exchange.questions.models import Handover, Question, Word
from leerkring.network.circles.audience import Audience
from leerkring.network.circles.models import Membership
from leerkring.network.circles.queries import guided_circles, readers_for
from leerkring.network.circles.rules import WRITING


def who_pass_on(question: Question) -> set[int]:
    """Who is given a word about it: as `Word.objects.for_guide`, for everybody at once."""
    people = readers_for(question.circle_id)
    if question.author_id is None:
        return people
    if question.audience == Audience.CIRCLE:
        there = Membership.objects.running().filter(circle=question.circle_id, role__in=WRITING)
        if not there.filter(person=question.author_id).exists():
            return people
    return people | {question.author_id}


def handovers_to_tell() -> QuerySet[Handover]:
    """Nobody was told yet, and there is somebody to tell."""
    reached = Q(circle=None) | Q(circle__in=guided_circles())
    return Handover.objects.filter(reached, is_told=False)


def handovers_let_go() -> QuerySet[Handover]:
    """Who was told guides there no more, and nobody else does."""
    rows = Handover.objects.filter(is_told=True).exclude(circle=None)
    return rows.exclude(circle__in=guided_circles())


def words_to_tell() -> QuerySet[Word]:
    asked = Word.objects.filter(is_told=False).select_related("question")
    circle = Q(question__circle=None) | Q(question__circle__in=guided_circles())
    return asked.filter(circle | Q(question__author__is_active=True))
