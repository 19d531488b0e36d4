"""The strip over all pages of a meeting, for who has a role in it."""

from collections.abc import Set as AbstractSet
from typing import Any

from leerkring.practice.meetings.models import Meeting, Role
from leerkring.practice.meetings.registry import Page, Part, pages_of
from leerkring.practice.meetings.rules import LEADING

ORGANISER = (Role.Kind.ORGANISER,)
OWN = (
    (Part.BEFORE, "programma/", "Programma", None),
    (Part.BEFORE, "praktisch/", "Praktisch", ORGANISER),
    (Part.BEFORE, "mensen/", "Rollen", None),
    (Part.BEFORE, "materiaal/", "Materiaal", None),
    (Part.BEFORE, "vragen/", "Vragen", None),
    (Part.BEFORE, "proef/", "Try-out", LEADING),
    (Part.DURING, "dag/", "De dag", LEADING),
)
Group = tuple[str, list[tuple[str, str, bool]]]  # title; label, address, are you there


def strip_of(
    person: Any, meeting: Meeting, kinds: AbstractSet[str], path: str, here: str = ""
) -> list[Group]:
    """Groups of what this person may open; nothing without a role. `here` is the label of a page
    at an address that is not below that of its place in the strip."""
    if not kinds:
        return []
    top = meeting.get_absolute_url()
    own = [
        Page(part, label, f"{top}{page}")
        for part, page, label, wanted in OWN
        if wanted is None or kinds & set(wanted)
    ]
    pages = own + pages_of(person, meeting, kinds)
    groups = [("", [("Bijeenkomst", top, path == top)])]
    for part in Part:
        rows = [page for page in pages if page.part == part]
        lines = [(row.label, row.url, _is_here(row, path, here)) for row in rows]
        groups += [(str(part), lines)] if lines else []
    return groups


def _is_here(page: Page, path: str, here: str) -> bool:
    return page.label == here if here else path.startswith(page.url)
