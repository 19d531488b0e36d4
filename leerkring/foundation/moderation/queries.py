"""What waits for a moderator, and what came of somebody's own flags."""

from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse

from leerkring.foundation.moderation.deciding_queries import deciders
from leerkring.foundation.moderation.models import Decision, Flag
from leerkring.foundation.moderation.registry import Flaggable, flaggable

MOST_OPEN = 500


@dataclass
class Case:
    """Something to decide about, with every open flag about it.

    is_closed   it does not open for who looks here: they read it only because of the flag
    """

    about: str
    entry: Flaggable
    row: Any
    flags: list[Flag] = field(default_factory=list)
    is_closed: bool = False

    @property
    def key(self) -> str:
        return f"{self.about}/{self.row.pk}"

    @property
    def url(self) -> str:
        return self.entry.url(self.row)

    @property
    def title(self) -> str:
        return self.entry.describe(self.row)

    @property
    def passage(self) -> str:
        return self.entry.passage(self.row)

    def opens_for(self, person: Any) -> bool:
        """Whether they see it where it stands: who stands in for its own moderators may not."""
        return self.entry.row(str(self.row.pk), self.entry.visible_to(person)) is not None

    def is_read_by(self, person: Any) -> bool:
        """Whether they may read every word of it, flagged or not."""
        return self.entry.row(str(self.row.pk), self.entry.read_by(person)) is not None

    @property
    def can_lose_a_passage(self) -> bool:
        return self.entry.redact is not None

    @property
    def back(self) -> str:
        """Where a moderator came from."""
        if self.flags:
            return reverse("moderation:case", args=[self.about, self.row.pk])
        return self.url

    def may_be_decided_by(self, person: Any) -> bool:
        return person.pk in deciders(self.entry, self.row, [flag.by_id for flag in self.flags])


def open_cases(person: Any) -> list[Case]:
    """What this person may decide about, the longest waiting first.

    Rows are fetched per model, so the number of queries does not grow with the number of flags.
    """
    if not person.is_authenticated:
        return []
    waiting = _waiting()
    rows = _rows(waiting)
    cases = []
    for (about, about_id), flags in waiting.items():
        entry, row = flaggable(about), rows.get((about, about_id))
        if entry and row is not None:
            cases.append(Case(about, entry, row, flags))
    mine = [case for case in cases if case.may_be_decided_by(person)]
    _mark_closed(mine, person)
    return mine


def _mark_closed(cases: list[Case], person: Any) -> None:
    """One query per model."""
    for about in {case.about for case in cases}:
        same = [case for case in cases if case.about == about]
        rows = same[0].entry.read_by(person).filter(pk__in=[case.row.pk for case in same])
        read = set(rows.values_list("pk", flat=True))
        for case in same:
            case.is_closed = case.row.pk not in read


def _rows(keys: Any) -> dict[tuple[str, str], Any]:
    found = {}
    for about in {about for about, _ in keys}:
        entry = flaggable(about)
        if entry is None:
            continue
        ids = [about_id for label, about_id in keys if label == about]
        for row in entry.model._default_manager.filter(pk__in=ids):
            found[about, str(row.pk)] = row
    return found


def flags_about_nothing() -> list[list[Flag]]:
    """Open flags about what is gone or was taken back, together per thing, the oldest first."""
    waiting = _waiting()
    rows = _rows(waiting)
    gone = []
    for key, flags in waiting.items():
        entry, row = flaggable(key[0]), rows.get(key)
        if entry is not None and (row is None or not entry.stands(row)):
            gone.append(flags)
    return gone


def _waiting() -> dict[tuple[str, str], list[Flag]]:
    waiting: dict[tuple[str, str], list[Flag]] = {}
    for flag in Flag.objects.open().select_related("by")[:MOST_OPEN]:
        waiting.setdefault((flag.about, flag.about_id), []).append(flag)
    return waiting


def matter_of(person: Any, about: str, about_id: str) -> Case | None:
    """What stands there, for who may decide about it; flagged, or where they may read it by
    themselves. For all others it is the same as not there."""
    entry = flaggable(about)
    if entry is None or not person.is_authenticated:
        return None
    row = entry.row(about_id)
    if row is None:
        return None
    flags = list(Flag.objects.open().about_one(about, row.pk).select_related("by"))
    case = Case(about, entry, row, flags)
    if not case.may_be_decided_by(person):
        return None
    case.is_closed = not case.is_read_by(person)
    return None if case.is_closed and not flags else case


def own_flags(person: Any, most: int = 50) -> list[Flag]:
    """What this person flagged, newest first, with what came of it."""
    return list(Flag.objects.filter(by=person).select_related("decision").order_by("-pk")[:most])


def ruling_for(person: Any, pk: int) -> tuple[Decision, Case] | None:
    """A decision about something that this person wrote, with what it is about."""
    decision = Decision.objects.filter(pk=pk).exclude(to_writer="").first()
    entry = flaggable(decision.about) if decision else None
    row = entry.row(decision.about_id) if entry and decision else None
    if decision is None or entry is None or row is None or person.pk not in entry.told(row):
        return None
    return decision, Case(decision.about, entry, row)
