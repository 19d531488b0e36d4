"""What this room tells people about."""

from typing import Any

from leerkring.foundation.notifications.frequency import Frequency
from leerkring.foundation.notifications.registry import Event, register, register_visible
from leerkring.foundation.notifications.standing import register_themes
from leerkring.network.themes.queries import names_by_row
from leerkring.practice.meetings.models import Audience, BroughtQuestion, Meeting
from leerkring.practice.meetings.queries import questions_seen_by, visible_ids

GROUP = "Bijeenkomsten"
for event in (
    Event("meetings.announced", "Een nieuwe bijeenkomst van een werkgroep van je", GROUP,
          mail=Frequency.DAILY),
    Event("meetings.new_in_theme", "Een nieuwe bijeenkomst over een thema dat je volgt", GROUP),
    Event("meetings.changed", "Een bijeenkomst verandert van tijd of plaats", GROUP,
          mail=Frequency.DIRECT, personal=True),
    Event("meetings.cancelled", "Een bijeenkomst gaat niet door", GROUP,
          mail=Frequency.DIRECT, personal=True),
    Event("meetings.role", "Je krijgt een rol in een bijeenkomst", GROUP,
          mail=Frequency.DIRECT, personal=True),
    Event("meetings.question", "Een vraag voor een bijeenkomst die je organiseert", GROUP,
          mail=Frequency.DAILY, personal=True),
    Event("meetings.agenda", "Er komt iets op het programma van een bijeenkomst die je organiseert",
          GROUP, mail=Frequency.DIRECT, personal=True),
    Event("meetings.answered", "Een antwoord op een vraag die je meebracht", GROUP,
          mail=Frequency.DIRECT, personal=True),
):  # fmt: skip
    register(event)


def visible(person: Any, ids: set[str]) -> set[int]:
    return set(visible_ids(person, [int(pk) for pk in ids if pk.isdecimal()]))


def open_to_all(ids: set[str]) -> set[int]:
    """What is announced to anyone with an account."""
    rows = Meeting.objects.announced().filter(pk__in=[int(pk) for pk in ids if pk.isdecimal()])
    closed = (Audience.INVITED, Audience.CIRCLE)
    return set(rows.exclude(audience__in=closed).values_list("pk", flat=True))


def visible_questions(person: Any, ids: set[str]) -> set[int]:
    rows = questions_seen_by(person).filter(pk__in=[int(pk) for pk in ids if pk.isdecimal()])
    return set(rows.values_list("pk", flat=True))


def questions_open_to_all(ids: set[str]) -> set[int]:
    """Those that are brought to what is announced to anyone with an account."""
    rows = BroughtQuestion.objects.filter(pk__in=[int(pk) for pk in ids if pk.isdecimal()])
    rows = rows.filter(hidden_at=None, meeting__announcement__isnull=False)
    closed = (Audience.INVITED, Audience.CIRCLE)
    return set(rows.exclude(meeting__audience__in=closed).values_list("pk", flat=True))


register_visible(BroughtQuestion, visible_questions, questions_open_to_all)
register_visible(Meeting, visible, open_to_all)
register_themes(Meeting, lambda ids: names_by_row(Meeting, ids))
