"""Putting a question to somebody who may know, and to the next when no answer comes."""

from datetime import datetime, time

from django.db import transaction
from django.db.models import Count, Max, Q
from django.utils import timezone

from leerkring.exchange.questions.models import Answer, Appeal, Question
from leerkring.exchange.questions.routing import PATIENCE, Candidate, who_is_next
from leerkring.exchange.questions.telling_actions import put_to, tell_stuck
from leerkring.exchange.questions.working_days import after_working_days
from leerkring.network.circles.audience import Audience
from leerkring.network.circles.queries import members_of
from leerkring.network.profiles.models import Profile
from leerkring.network.profiles.queries import experts_on


def due_after(now: datetime) -> datetime:
    """Three working days later, at the same time of day."""
    here = timezone.localtime(now)
    day = after_working_days(here.date(), PATIENCE)
    return timezone.make_aware(datetime.combine(day, here.time().replace(tzinfo=None)))


def month_of(now: datetime) -> datetime:
    """The moment at which this month began."""
    first = timezone.localdate(now).replace(day=1)
    return timezone.make_aware(datetime.combine(first, time.min))


def candidates_for(question: Question, *, now: datetime) -> list[Candidate]:
    """Who said to know about its themes, wants to be asked, and may read it."""
    themes = [theme.pk for theme in question.themes.all()]
    experts = (
        experts_on(themes, exclude=[question.author_id or 0]) if themes else Profile.objects.none()
    )
    if question.audience == Audience.CIRCLE and question.circle_id:
        experts = experts.filter(person__in=members_of(question.circle_id))
    limits = dict(experts.values_list("person_id", "questions_a_month"))
    this_month = Count("pk", filter=Q(at__gte=month_of(now)))
    rows = Appeal.objects.filter(person__in=list(limits)).order_by().values("person")
    loads = {row["person"]: row for row in rows.annotate(asked=this_month, last=Max("at"))}
    return [
        Candidate(person, loads[person]["asked"], limit, loads[person]["last"])
        if person in loads
        else Candidate(person, 0, limit)
        for person, limit in sorted(limits.items())
    ]


@transaction.atomic
def ask_somebody(question: Question, *, now: datetime, suggested: int | None = None) -> int | None:
    """Put the question to one person who may know. Returns who; None: there is nobody (left)."""
    asked = set(question.appeals.values_list("person_id", flat=True))
    answered = Answer.objects.filter(question=question).values_list("author_id", flat=True)
    barred = {question.author_id or 0, *(pk for pk in answered if pk)}
    while True:
        person = who_is_next(
            candidates_for(question, now=now),
            question=question.pk,
            asked=asked,
            barred=barred,
            suggested=suggested,
        )
        if person is None:
            return None
        if _has_room(person, now):
            break
        barred.add(person)
    Appeal.objects.create(question=question, person_id=person, at=now)
    put_to(question, person)
    return person


@transaction.atomic
def put_to_somebody(question: Question, person: int, *, now: datetime) -> bool:
    """Who guides thought of somebody, after nobody answered; they have as long as anyone.

    False when they were asked already, or want no more questions this month.
    """
    Question.objects.select_for_update(of=("self",)).get(pk=question.pk)
    if question.appeals.filter(person=person).exists() or not _has_room(person, now):
        return False
    Appeal.objects.create(question=question, person_id=person, at=now)
    put_to(question, person)
    question.stuck_at, question.route_at = None, due_after(now)
    question.save(update_fields=["stuck_at", "route_at"])
    return True


def _has_room(person: int, now: datetime) -> bool:
    """Counted again with the row of this person locked: two questions at the same moment do not
    both take the last place."""
    limit = (
        Profile.objects.select_for_update(of=("self",))
        .filter(person_id=person)
        .values_list("questions_a_month", flat=True)
        .first()
    )
    asked = Appeal.objects.filter(person_id=person, at__gte=month_of(now)).count()
    return limit is not None and asked < limit


def begin_routing(question: Question, *, now: datetime) -> None:
    """At asking: one person, if there is one; and a day to look again."""
    ask_somebody(question, now=now)
    question.route_at = due_after(now)
    question.save(update_fields=["route_at"])


@transaction.atomic
def go_on(question_id: int, *, now: datetime, suggested: int | None = None) -> None:
    """No answer came, or somebody passed: the next person; after those who guide.

    Whoever else does the same at that moment waits, and finds that it was done.
    """
    question = Question.objects.select_for_update(of=("self",)).get(pk=question_id)
    if question.route_at is None or question.route_at > now:
        return
    question.route_at = None
    if _is_waiting(question):
        if ask_somebody(question, now=now, suggested=suggested) is not None:
            question.route_at = due_after(now)
        else:
            question.stuck_at = now
            tell_stuck(question)
    question.save(update_fields=["route_at", "stuck_at"])


def _is_waiting(question: Question) -> bool:
    gone = question.is_settled or hasattr(question, "retraction")
    return not gone and not question.answers.filter(retraction=None).exists()


@transaction.atomic
def pass_on(appeal: Appeal, *, reply: str, suggested: int | None = None, now: datetime) -> None:
    """«Liever niet», or «weet iemand anders»: the next person is asked at once. Once."""
    mine = Appeal.objects.filter(pk=appeal.pk, reply="")
    if mine.update(reply=reply):
        waiting = Question.objects.filter(pk=appeal.question_id, route_at__isnull=False)
        if waiting.update(route_at=now):
            go_on(appeal.question_id, now=now, suggested=suggested)


def stop_routing(question: Question) -> None:
    """There is an answer, or none is needed any more."""
    Question.objects.filter(pk=question.pk).update(route_at=None)
