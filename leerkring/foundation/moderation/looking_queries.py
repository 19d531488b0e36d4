"""Who read something of yours because it was flagged."""

from typing import Any

from leerkring.foundation.activity.queries import MOST
from leerkring.foundation.activity.registry import Look
from leerkring.foundation.moderation.models import Reading
from leerkring.foundation.moderation.registry import flaggable


def looks_at_own(person: Any) -> list[Look]:
    """Of the newest readings that no room tells of, those of what this person wrote."""
    found = []
    readings = Reading.objects.filter(is_told=False).select_related("flag", "person")
    for reading in readings[:MOST]:
        entry = flaggable(reading.flag.about)
        row = entry.row(reading.flag.about_id) if entry else None
        if entry and row is not None and person.pk in entry.told(row):
            name = reading.person.name if reading.person else ""
            found.append(Look(reading.at, name, entry.yours, reading.why, entry.url(row)))
    return found
