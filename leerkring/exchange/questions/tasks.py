"""What this room does by itself."""

from datetime import date, datetime, timedelta

from django.utils import timezone

from leerkring.exchange.questions.handing_actions import take_out_of_hands
from leerkring.exchange.questions.handing_queries import (
    handovers_let_go,
    handovers_to_tell,
    words_to_tell,
)
from leerkring.exchange.questions.models import Acceptance, Handover, Question, Word
from leerkring.exchange.questions.routing_actions import go_on
from leerkring.exchange.questions.telling_actions import (
    announce,
    ask_for_outcome,
    tell_accepted,
    tell_guides,
)

AT_ONCE = 50
SIX_WEEKS = timedelta(weeks=6)
HELD = timedelta(days=60)  # what nobody posted by then is thrown away
MORNING = 7


def run_due(now: datetime) -> str:
    """Each thing once and on its own, so that stopping halfway loses nothing.

    What could tell by its moment who was here goes out in the morning after, never at once.
    """
    today = timezone.localdate(now)
    asked_on = 0
    due = Question.objects.filter(route_at__lte=now).order_by("route_at", "pk")
    for pk in due.values_list("pk", flat=True)[:AT_ONCE]:
        go_on(pk, now=now)
        asked_on += 1
    fresh = Question.objects.standing().filter(announced_at=None).order_by("asked_at", "pk")
    for question in fresh.select_related("author")[:AT_ONCE]:
        announce(question, now=now)
    accepted = Acceptance.objects.select_related("question", "answer")
    old = accepted.filter(outcome_asked_on=None, on__lte=today - SIX_WEEKS)
    for acceptance in old.order_by("on", "pk")[:AT_ONCE]:
        ask_for_outcome(acceptance, today=today)
    if timezone.localtime(now).hour >= MORNING:
        _tell_of_yesterday(today)
    done = "vraag ging" if asked_on == 1 else "vragen gingen"
    return f"{asked_on} {done} naar de volgende die het kan weten." if asked_on else ""


def _tell_of_yesterday(today: date) -> None:
    accepted = Acceptance.objects.filter(is_told=False, on__lt=today)
    for acceptance in accepted.select_related("question", "answer")[:AT_ONCE]:
        tell_accepted(acceptance)
    handovers_let_go().update(is_told=False)  # who guides there next is told of it
    for handover in handovers_to_tell().filter(day__lt=today)[:AT_ONCE]:
        tell_guides(handover)
    for word in words_to_tell().filter(day__lt=today)[:AT_ONCE]:
        tell_guides(word)
    for handover in Handover.objects.filter(day__lt=today - HELD)[:AT_ONCE]:
        take_out_of_hands(handover)
    Word.objects.filter(day__lt=today - HELD).delete()
