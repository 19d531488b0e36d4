"""What people, circles and meetings ask of somebody: each a line, in a fixed number of queries."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db.models import Count, Exists, Min, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils import timezone

from leerkring.exchange.questions.models import Appeal, Question
from leerkring.exchange.questions.queries import stuck_for
from leerkring.foundation.statements.made_once import made_once
from leerkring.network.circles.models import Invitation, Membership
from leerkring.practice.attendance.models import Reply
from leerkring.practice.meetings.models import BroughtQuestion
from leerkring.practice.meetings.models import Invitation as Asked
from leerkring.site.agenda import Task, Work, tasks_of
from leerkring.site.desks import desk_of

MOST_QUESTIONS = 100
MOST_OF_A_KIND = 3


def waiting_on(person: Any, now: datetime, work: Work | None = None) -> list[Task]:
    """All that waits for this person, what is soonest first; what has no hour of its own is now."""
    tasks = [*calls_on(person, now), *tasks_of(person, now, work)]
    return sorted(tasks, key=lambda task: task.at or now)


def calls_on(person: Any, now: datetime) -> list[Task]:
    """What others ask: to answer a question, to come, to join, to let somebody in."""
    today = timezone.localdate(now)
    desk = desk_of(person)
    stuck = stuck_for(person) if desk.has_stuck else []
    guided = _guided(person, today) if desk.has_requests else []
    return [
        *_of_questions(_appeals(person)),
        *_of_stuck(stuck),
        *(_of_meeting(asked) for asked in _meetings(person, now)),
        *(_of_invitation(invitation) for invitation in _invitations(person, today)),
        *(_of_requests(row) for row in guided if row.waiting),
        *desk.tasks,
    ]


@made_once
def _appeals(person: Any) -> QuerySet[Appeal]:
    rows = Appeal.objects.waiting_for(person)
    seen = rows.filter(question__in=Question.objects.visible_to(person))
    return seen.select_related("question").order_by("at", "pk")[:MOST_QUESTIONS]


def _of_questions(appeals: Sequence[Appeal]) -> list[Task]:
    if not appeals:
        return []
    first, more = appeals[0], len(appeals) - 1
    title = "Weet jij dit?" if not more else f"{len(appeals)} vragen aan jou"
    sentence = f"«{first.question.title}»{_and_more(more)}"
    return [Task("Vraag aan jou", title, sentence, reverse("questions:routed"), first.at)]


def _of_stuck(questions: Sequence[Question]) -> list[Task]:
    if not questions:
        return []
    first, more = questions[0], len(questions) - 1
    title = "Een vraag bleef liggen" if not more else f"{len(questions)} vragen bleven liggen"
    about = first.circle.name if first.circle and not more else "Begeleiden"
    sentence = f"«{first.title}»{_and_more(more)}"
    return [Task(about, title, sentence, reverse("questions:routed"), first.stuck_at)]


def _and_more(more: int) -> str:
    return f" en nog {more}." if more else ""


@made_once
def _meetings(person: Any, now: datetime) -> QuerySet[Asked]:
    """To which this person is asked, and did not say no."""
    rows = Asked.objects.filter(person=person, meeting__starts_at__gt=now)
    rows = rows.filter(meeting__announcement__isnull=False, meeting__cancellation=None)
    rows = rows.exclude(reply__says=Reply.Says.NO).select_related("meeting__circle", "reply")
    own = Q(by=OuterRef("person")) | Q(invitation=OuterRef("pk"))
    brought = BroughtQuestion.objects.filter(own, meeting=OuterRef("meeting"))
    rows = rows.annotate(brings=Exists(brought))
    return rows.order_by("meeting__starts_at", "pk")[:MOST_OF_A_KIND]


def _of_meeting(asked: Any) -> Task:
    meeting, reply = asked.meeting, getattr(asked, "reply", None)
    place = f", {meeting.place}" if meeting.place else ""
    comes = reply is not None and reply.says == Reply.Says.YES
    asks = "" if asked.brings else " Welke vraag breng je mee?"
    sentence = f"{meeting.when.capitalize()}{place}.{asks if comes else ' Kom je?'}"
    about = meeting.circle.name if meeting.circle else "Bijeenkomst"
    return Task(about, meeting.title, sentence, meeting.get_absolute_url(), meeting.starts_at)


@made_once
def _invitations(person: Any, today: date) -> QuerySet[Invitation]:
    rows = Invitation.objects.waiting().filter(_is_living(today), person=person)
    return rows.select_related("circle").order_by("at", "pk")[:MOST_OF_A_KIND]


def _of_invitation(invitation: Invitation) -> Task:
    circle = invitation.circle
    page = reverse("circles:join", args=[circle.pk, circle.slug])
    return Task(
        circle.words.label, circle.name, "Je bent gevraagd: doe je mee?", page, invitation.at
    )


@made_once
def _guided(person: Any, today: date) -> QuerySet[Membership]:
    """Living circles that this person guides, with how many wait there since when."""
    waiting = Q(circle__join_requests__decided_at=None, circle__join_requests__isnull=False)
    rows = Membership.objects.of(person).guiding().filter(_is_living(today))
    rows = rows.select_related("circle").order_by("pk")
    return rows.annotate(
        waiting=Count("circle__join_requests", filter=waiting),
        waits_since=Min("circle__join_requests__at", filter=waiting),
    )


def _of_requests(row: Any) -> Task:
    circle = row.circle
    title = "Iemand wil meedoen" if row.waiting == 1 else f"{row.waiting} mensen willen meedoen"
    page = reverse("circles:requests", args=[circle.pk, circle.slug])
    return Task(circle.name, title, "Lees waarom, en geef antwoord.", page, row.waits_since)


def _is_living(today: date) -> Q:
    over = Q(circle__ends_on=None) | Q(circle__ends_on__gte=today)
    return Q(circle__closing=None) & over
