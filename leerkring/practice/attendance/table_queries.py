"""What lies on a table: the step of the script, its question, and what it wrote down."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Sum
from django.utils import timezone

from leerkring.practice.attendance.dealing import dealt
from leerkring.practice.attendance.models import Grouping, TableLine, TableTalk
from leerkring.practice.attendance.round_queries import TalkRound, rounds_of, running
from leerkring.practice.meetings.models import BroughtQuestion, Meeting
from leerkring.practice.meetings.queries import length_of, span

USUAL = "Wat ga ik met ingang van morgen anders of beter doen?"
A_DAY = timedelta(days=1)


def talk_of(meeting: Meeting) -> TableTalk | None:
    return TableTalk.objects.filter(meeting=meeting).first()


def is_open(talk: TableTalk, now: datetime | None = None) -> bool:
    """From when the organiser makes the tables until a day after the end."""
    if talk.is_closed or talk.meeting.is_cancelled:
        return False
    return _is_before_the_end(talk, length_of(talk.meeting), now)


def open_with(code: str) -> TableTalk | None:
    """By its letters; one query, whether they are wrong, of tables that are over or of open ones:
    how long an answer takes tells nothing."""
    rows = TableTalk.objects.select_related("meeting__cancellation")
    talk = rows.annotate(minutes=Sum("meeting__blocks__minutes")).filter(code=code).first()
    if talk is None or talk.is_closed or talk.meeting.is_cancelled:
        return None
    length = span(talk.meeting.starts_at, talk.meeting.ends_by, talk.minutes)
    return talk if _is_before_the_end(talk, length) else None


def _is_before_the_end(talk: TableTalk, length: timedelta, now: datetime | None = None) -> bool:
    return (now or timezone.now()) < talk.meeting.starts_at + length + A_DAY


def suggested_tables(meeting: Meeting) -> int:
    """As many as there are groups."""
    grouping = Grouping.objects.filter(meeting=meeting).first()
    return grouping.tables if grouping else 6


def open_talk(meeting: int) -> TableTalk | None:
    rows = TableTalk.objects.select_related("meeting__cancellation")
    talk = rows.filter(meeting=meeting).first()
    return talk if talk is not None and is_open(talk) else None


@dataclass(frozen=True)
class OnTheTable:
    """A table in a round. `asks` is what it is asked to write down."""

    table: int
    round: TalkRound
    questions: tuple[BroughtQuestion, ...]
    lines: tuple[TableLine, ...]

    @property
    def asks(self) -> str:
        return self.round.timed.block.capture or USUAL


def questions_by_table(
    meeting: Meeting, round_: TalkRound, tables: int
) -> list[tuple[BroughtQuestion, ...]]:
    """Those that belong to the block of the round; without any those that belong to none."""
    found = round_.timed.questions
    if not found:
        loose = BroughtQuestion.objects.filter(meeting=meeting, block=None, hidden_at=None)
        found = list(loose.select_related("organisation", "circle"))
    laid = dealt([question.table for question in found], tables)
    return [tuple(found[place] for place in places) for places in laid]


def table_page(talk: TableTalk, table: int, number: int | None, now: datetime) -> dict[str, Any]:
    """The page of a table: of the round that was asked for, or that runs."""
    rounds = rounds_of(talk.meeting)
    at = running(rounds, now)
    shown = next((one for one in rounds if one.number == number), at)
    page: dict[str, Any] = {"talk": talk, "meeting": talk.meeting, "rounds": rounds, "table": table}
    if shown is None:
        return page
    lines = talk.lines.in_sight().filter(round=shown.number, table=table)
    questions = questions_by_table(talk.meeting, shown, talk.tables)[table - 1]
    return page | {
        "on": OnTheTable(table, shown, questions, tuple(lines)),
        "running": at,
        "step": shown.step_at(now),
    }


def everything_on(talk: TableTalk) -> list[tuple[TalkRound, list[OnTheTable]]]:
    """Every round with all its tables, for who leads and for print; hidden lines too."""
    found = []
    lines = list(talk.lines.all())
    for round_ in rounds_of(talk.meeting):
        laid = questions_by_table(talk.meeting, round_, talk.tables)
        tables = [
            OnTheTable(table, round_, questions, tuple(_written(lines, round_.number, table)))
            for table, questions in enumerate(laid, 1)
        ]
        found.append((round_, tables))
    return found


def harvest_of(meeting: Meeting) -> list[tuple[str, int, list[str], list[TableLine]]]:
    """(round in words, table, its questions, its lines) where a table wrote something."""
    talk = talk_of(meeting)
    return [
        (
            f"Ronde {round_.number}, {round_.title}",
            on.table,
            [question.text for question in on.questions],
            [line for line in on.lines if not line.is_hidden],
        )
        for round_, tables in (everything_on(talk) if talk else [])
        for on in tables
        if any(not line.is_hidden for line in on.lines)
    ]


def _written(lines: list[TableLine], number: int, table: int) -> list[TableLine]:
    return [line for line in lines if (line.round, line.table) == (number, table)]
