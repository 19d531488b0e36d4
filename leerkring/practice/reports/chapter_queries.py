"""What a meeting left in each room, as entries of a chapter.

Only what everybody in the room could see, or who may read the report: no name of a person stands in
it. Who wants to name somebody does so in their own words, and asks first.
"""

from collections.abc import Callable

from django.urls import reverse

from leerkring.network.circles.audience import Audience as Sight
from leerkring.practice.attendance.table_queries import harvest_of
from leerkring.practice.boards.figure_queries import figures_shown_at
from leerkring.practice.boards.kinds import Kind
from leerkring.practice.dilemmas.queries import open_of
from leerkring.practice.meetings.models import Audience, BroughtQuestion, Meeting
from leerkring.practice.meetings.programme_queries import held_on_the_day, programme_of
from leerkring.practice.reports.board_queries import asked, told
from leerkring.practice.reports.chapters import ChapterKind, Entry
from leerkring.practice.reports.feedback_queries import feedback
from leerkring.practice.reports.promise_queries import promises
from leerkring.practice.reports.sources import QUESTION, TABLE, source

MOST_DILEMMAS = 6
Entries = list[Entry]


def figures(meeting: Meeting) -> Entries:
    return [
        Entry(
            title=f"{figure.value} · {figure.name}",
            kicker=figure.area,
            text=figure.description,
            lines=(f"Tegenover {figure.against} {figure.against_name}",) if figure.against else (),
            about=figure.source,
        )
        for figure in figures_shown_at(meeting)
    ]


def programme(meeting: Meeting) -> Entries:
    """As it went on the day, where the clock was kept."""
    return [
        Entry(
            title=timed.block.title,
            kicker=f"{timed.start:%H.%M}–{timed.end:%H.%M}",
            text=timed.block.purpose,
            lines=tuple(
                " · ".join(filter(None, [strand.title, strand.room])) for strand in timed.strands
            ),
        )
        for timed in programme_of(meeting, held_on_the_day(meeting)).blocks
    ]


def questions(meeting: Meeting) -> Entries:
    rows = BroughtQuestion.objects.filter(meeting=meeting, hidden_at=None)
    return [
        Entry(
            title=row.text,
            kicker=" · ".join(
                str(one) for one in (row.organisation or row.circle, row.theme) if one
            ),
            text=row.answer.text if hasattr(row, "answer") else "",
            about="" if hasattr(row, "answer") else "Nog zonder antwoord.",
            source=source(QUESTION, row.pk),
        )
        for row in rows.select_related("organisation", "circle", "theme", "answer")
    ]


def said(meeting: Meeting) -> Entries:
    """What was answered on the boards, grouped as it was grouped by hand."""
    left = (Kind.TOMORROW, Kind.DILEMMA)
    return [entry for row in asked(meeting, *set(Kind).difference(left)) for entry in told(row)]


def groups(meeting: Meeting) -> Entries:
    """What tables wrote down, by round; without what was put away."""
    return [
        Entry(
            title=f"Tafel {table}",
            kicker=round_,
            text="\n".join(brought),
            lines=tuple(line.text for line in lines),
            sources=tuple(source(TABLE, line.pk) for line in lines),
        )
        for round_, table, brought, lines in harvest_of(meeting)
    ]


def dilemmas(meeting: Meeting) -> Entries:
    """Those that were voted on, and those that lie open on the shelf of the circle."""
    voted = [entry for row in asked(meeting, Kind.DILEMMA) for entry in told(row)]
    if meeting.circle is None or meeting.audience != Audience.CIRCLE:
        return voted
    return voted + [
        Entry(
            title=row.title,
            kicker="Blijft open",
            lines=(row.one_side, row.other_side),
            url=row.get_absolute_url(),
            circle=None if row.audience == Sight.PUBLIC else meeting.circle_id,
        )
        for row in open_of(meeting.circle)[:MOST_DILEMMAS]
    ]


def material(meeting: Meeting) -> Entries:
    """A file opens for everybody who sees the meeting; the list below it is for who has a role."""
    rows = meeting.materials.select_related("block", "strand").order_by("pk")
    own = [meeting.pk, meeting.slug]
    return [
        Entry(
            title=row.title,
            kicker=": ".join(part.title for part in (row.block, row.strand) if part),
            url=row.link or reverse("meetings:file", args=[*own, row.pk, "bestand"]),
        )
        for row in rows
    ]


GATHER: dict[ChapterKind, Callable[[Meeting], Entries]] = {
    ChapterKind.FIGURES: figures,
    ChapterKind.PROGRAMME: programme,
    ChapterKind.QUESTIONS: questions,
    ChapterKind.SAID: said,
    ChapterKind.GROUPS: groups,
    ChapterKind.DILEMMAS: dilemmas,
    ChapterKind.PROMISES: promises,
    ChapterKind.FEEDBACK: feedback,
    ChapterKind.MATERIAL: material,
}
