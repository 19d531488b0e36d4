"""Tables get a page; a table writes a line, or takes one away."""

import uuid
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Max

from leerkring.foundation.activity.actions import record
from leerkring.practice.attendance.models import TableLine, TableTalk
from leerkring.practice.attendance.round_queries import TalkRound
from leerkring.practice.commitments.registry import taken_back
from leerkring.practice.meetings.models import Meeting

MOST_LINES = 60  # of one table in one round


@transaction.atomic
def make_tables(meeting: Meeting, *, tables: int, by: Any) -> TableTalk:
    """A page for each table. A second time only their number changes, and all may write again."""
    talk, is_new = TableTalk.objects.update_or_create(
        meeting=meeting, defaults={"tables": tables, "is_closed": False}
    )
    if is_new:
        words = "Elke tafel heeft een eigen pagina."
        record("attendance.tables", by=by, about=meeting, sentence=words)
    return talk


def close_tables(talk: TableTalk) -> None:
    """Nobody writes any more; what was written stays."""
    talk.is_closed = True
    talk.save(update_fields=["is_closed"])


def write_line(
    talk: TableTalk, round_: TalkRound, *, table: int, text: str, key: uuid.UUID
) -> TableLine:
    """Keep a line; with the same `key` again nothing changes.

    Raises ValidationError: the table is full, or the key is of a line somewhere else.
    """
    here = TableLine.objects.filter(talk=talk, round=round_.number, table=table)
    known = here.filter(pk=key).first()
    if known is not None:
        return known
    if here.count() >= MOST_LINES:
        raise ValidationError("Er staat al heel veel. Deze regel past er niet meer bij.")
    last = here.aggregate(last=Max("place"))["last"] or 0
    try:
        with transaction.atomic():
            return TableLine.objects.create(
                pk=key,
                talk=talk,
                block=round_.timed.block,
                round=round_.number,
                table=table,
                place=last + 1,
                text=text,
            )
    except IntegrityError:
        twin = here.filter(pk=key).first()  # it came twice at the same moment
        if twin is None:
            raise ValidationError("Laad de pagina opnieuw.") from None
        return twin


def put_away(line: TableLine, *, hidden: bool) -> None:
    """Out of sight of the table and of the report; who leads can bring it back."""
    line.is_hidden = hidden
    line.save(update_fields=["is_hidden"])
    taken_back(line.talk.meeting_id)
