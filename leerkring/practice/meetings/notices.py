"""What this room tells people about."""

from typing import Any

from leerkring.foundation.notifications.frequency import Frequency
from leerkring.foundation.notifications.registry import Event, register, register_visible
from leerkring.practice.meetings.models import Meeting
from leerkring.practice.meetings.queries import visible_ids

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


register_visible(Meeting, visible)
