"""The report as it stands, and as it was brought out."""

from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from leerkring.foundation.files.vault import place_of, vault
from leerkring.foundation.language.checking import known_names
from leerkring.foundation.language.identifiers import find
from leerkring.foundation.language.registry import places_for
from leerkring.foundation.statements.made_once import made_once
from leerkring.network.circles.models import Membership
from leerkring.network.circles.queries import members_of
from leerkring.practice.meetings.models import Meeting
from leerkring.practice.reports.chapter_queries import GATHER
from leerkring.practice.reports.chapters import Account, Chapter, ChapterKind, Entry, Picture
from leerkring.practice.reports.models import Part, Report


def account_of(report: Report) -> Account:
    """The report from what the rooms know now and what the editor says of it."""
    meeting = report.meeting
    chapters = [
        Chapter(kind, kind.label, part.words, () if part.is_left_out else tuple(entries))
        for kind, part, entries in told_in(report)
        if not part.is_left_out or part.words
    ]
    return Account(
        title=meeting.title,
        when=meeting.when,
        place=meeting.place,
        lead=report.lead,
        chapters=tuple(chapter for chapter in chapters if not chapter.is_empty),
        pictures=tuple(
            Picture(str(photo.file_id), photo.alt, photo.caption) for photo in report.photos.all()
        ),
    )


def circles_of(person: Any) -> set[int]:
    """Whose words this person may read in a report, as numbers of circles."""
    return set(Membership.objects.of(person).values_list("circle", flat=True))


@dataclass(frozen=True)
class Hint:
    """A passage that may point to a person: the words, of what kind, and around what."""

    words: str
    label: str
    around: str


def told_in(report: Report) -> list[tuple[ChapterKind, Part, list[Entry]]]:
    """Every chapter in order, with what the editor says of it and what it tells by itself."""
    parts = {ChapterKind(part.kind): part for part in report.parts.all()}
    return [
        (kind, parts.get(kind) or Part(report=report, kind=kind.value), gather(report.meeting))
        for kind, gather in GATHER.items()
    ]


def hints_in(account: Account) -> list[Hint]:
    """Traces of people in what others wrote, for the editor to look at; never stored."""
    names, found = known_names("\n".join(account.texts)), []
    for text in account.texts:
        for trace in find(text, names, places_for(text)):
            around = text[max(0, trace.start - 30) : trace.end + 30]
            found.append(Hint(text[trace.start : trace.end], trace.kind.label, around))
    return found


def photos_on_paper(report: Report) -> dict[str, bytes]:
    """The photos by number of their file, as far as their bytes are still there."""
    found = {}
    for number in report.photos.values_list("file_id", flat=True):
        with suppress(OSError), vault().open(place_of(number)) as content:
            found[str(number)] = content.read()
    return found


def begun_report(meeting: Meeting) -> Report | None:
    rows = Report.objects.select_related("meeting__circle", "publication", "last_by")
    return rows.filter(meeting=meeting).first()


def who_hear_of(meeting: Meeting) -> set[int]:
    """Ids of persons: who was asked to come, who did something there, and the circle if it is
    for the circle."""
    asked = meeting.invitations.exclude(person=None).values_list("person_id", flat=True)
    found = {*asked, *meeting.roles.values_list("person_id", flat=True)}
    return found | (members_of(meeting.circle_id) if meeting.circle_id else set())


@made_once
def visible_ids(person: Any, ids: Collection[Any]) -> QuerySet[Report, int]:
    rows = Report.objects.visible_to(person).filter(pk__in=ids)
    return rows.values_list("pk", flat=True)
