"""Reads over questions: lists, feeds, and who guides what."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import Count, Q, QuerySet

from leerkring.exchange.questions.models import Answer, Appeal, Outcome, Question
from leerkring.network.circles.audience import Audience
from leerkring.network.circles.models import Circle, Membership
from leerkring.network.circles.queries import keepers_of, without_guides
from leerkring.network.circles.rules import GUIDING, WRITING
from leerkring.network.themes.models import Theme

MOST_IN_FEED = 30
MOST_COUNTED = 1000
STATES = {"open": "Open", "beantwoord": "Beantwoord", "gedaan": "In de praktijk gebracht"}
DONE = (Outcome.Worked.YES, Outcome.Worked.PARTLY, Outcome.Worked.NO)


def listed(person: Any, *, state: str = "", theme: str = "", mine: bool = False) -> Any:
    """Questions that this person sees, within what was chosen; an unknown state finds nothing."""
    rows = Question.objects.visible_to(person)
    if mine:
        own = Q(author=person.pk, on_behalf=False) | Q(answers__author=person.pk)
        rows = rows.filter(pk__in=Question.objects.filter(own).values("pk"))
    if theme:
        rows = rows.filter(themes__slug=theme)
    if state == "open":
        rows = rows.open()
    elif state == "beantwoord":
        rows = rows.filter(acceptance__isnull=False)
    elif state == "gedaan":
        rows = rows.filter(outcome__worked__in=DONE)
    elif state:
        rows = rows.none()
    return rows.for_lists()


def answer_counts(questions: Iterable[Question]) -> dict[int, int]:
    """How many answers stand under each; a question without any is left out."""
    rows = Answer.objects.standing().filter(question__in=[q.pk for q in questions])
    return dict(rows.order_by().values_list("question_id").annotate(Count("pk")))


def put_to_use(person: Any) -> int:
    """How many questions that this person sees led to something in practice; counted to a
    thousand."""
    seen = Question.objects.visible_to(person)
    return Outcome.objects.filter(worked__in=DONE, question__in=seen)[:MOST_COUNTED].count()


def in_feed() -> QuerySet[Question]:
    """The newest that everyone may read."""
    rows = Question.objects.public().select_related("author").prefetch_related("themes")
    return rows.order_by("-asked_at", "-pk")[:MOST_IN_FEED]


def themes_used(person: Any) -> QuerySet[Theme]:
    """The themes on which the list can be filtered: those with a question that this person sees."""
    seen = Question.objects.visible_to(person).values("pk")
    links = Question.themes.through.objects.filter(question__in=seen)
    return Theme.objects.current().filter(pk__in=links.values("theme"))


def living_themes(themes: Iterable[int]) -> list[Theme]:
    """These themes, each as what it was merged into if it was."""
    found = Theme.objects.filter(pk__in=list(themes)).select_related("merged_into")
    return list({theme.pk: theme for theme in (row.merged_into or row for row in found)}.values())


def keepers_of_question(question: Question) -> set[int]:
    """Who is told when something is wrong with it, as ids."""
    return keepers_of(question.circle_id if question.audience == Audience.CIRCLE else None)


def crowd_in(circle: Circle) -> int:
    """How many write there without guiding: among so many nobody knows who asked."""
    rows = Membership.objects.running().filter(circle=circle, person__is_active=True)
    return rows.filter(role__in=set(WRITING) - set(GUIDING)).count()


def appeals_to(person: Any) -> Sequence[Appeal]:
    """What is put to this person and waits, of what they see now; the oldest first."""
    seen = Question.objects.visible_to(person)
    rows = Appeal.objects.waiting_for(person).filter(question__in=seen)
    rows = rows.select_related("question__author", "question__circle")
    return list(rows.prefetch_related("question__themes")[:100])


def stuck_for(person: Any) -> Sequence[Question]:
    """Questions that nobody could answer, for who guides there; in a circle without guides, for
    the moderators who see them. The oldest first."""
    guided = Membership.objects.of(person).guiding().values("circle")
    mine = Q(circle__in=guided)
    rows = Question.objects.visible_to(person).open().filter(stuck_at__isnull=False)
    if person.moderates:
        mine |= Q(circle=None) | Q(circle__in=without_guides().values("pk"))
    rows = rows.filter(mine)
    unanswered = rows.exclude(answers__in=Answer.objects.standing())
    return list(unanswered.for_lists().order_by("stuck_at", "pk")[:50])
