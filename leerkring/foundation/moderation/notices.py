"""What this room tells about."""

from typing import Any

from leerkring.foundation.moderation.deciding_queries import deciders, reporters_of
from leerkring.foundation.moderation.models import Decision, Flag
from leerkring.foundation.moderation.registry import flaggable
from leerkring.foundation.notifications.frequency import Frequency
from leerkring.foundation.notifications.registry import Event, register, register_visible


def visible_flags(person: Any, ids: set[str]) -> set[int]:
    """Open flags that this person may decide about."""
    shown = set()
    for flag in Flag.objects.open().filter(pk__in=ids):
        entry = flaggable(flag.about)
        row = entry and entry.row(flag.about_id)
        if entry and row:
            reporters = reporters_of(flag.about, flag.about_id)
            if person.pk in deciders(entry, row, reporters):
                shown.add(flag.pk)
    return shown


def visible_decisions(person: Any, ids: set[str]) -> set[int]:
    """About what this person flagged, or wrote."""
    shown = set()
    for decision in Decision.objects.filter(pk__in=ids):
        entry = flaggable(decision.about)
        row = entry and entry.row(decision.about_id)
        if entry and row and decision.to_writer and person.pk in entry.told(row):
            shown.add(decision.pk)
    own = Decision.objects.filter(pk__in=ids, flags__by=person)
    return shown | set(own.values_list("pk", flat=True))


GROUP = "Melden en modereren"
register(
    Event(
        "moderation.flagged",
        "Iets dat jij modereert is gemeld",
        GROUP,
        Frequency.DIRECT,
        personal=True,
    )
)
register(
    Event(
        "moderation.decided",
        "Een besluit over wat je meldde",
        GROUP,
        Frequency.DIRECT,
        personal=True,
    )
)
register(
    Event(
        "moderation.ruled",
        "Een besluit over iets dat je schreef",
        GROUP,
        Frequency.DIRECT,
        personal=True,
    )
)
register_visible(Flag, visible_flags)
register_visible(Decision, visible_decisions)
