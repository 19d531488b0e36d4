"""A meeting and a question brought to it can be flagged by who sees them."""

from typing import Any

from django.db.models import F

from leerkring.foundation.moderation.redacting_actions import redacting
from leerkring.foundation.moderation.registry import Flaggable, register
from leerkring.foundation.search.actions import index_many
from leerkring.network.people.slugs import slug_of
from leerkring.practice.meetings.actions import withdraw_announcement
from leerkring.practice.meetings.bringing_actions import hide_question
from leerkring.practice.meetings.models import BroughtQuestion, Meeting
from leerkring.practice.meetings.queries import leaders_of, questions_seen_by, who_keep_order

ON_CALENDARS = ("title", "purpose", "place", "address")
ON_THE_PROGRAMME = ("title", "purpose", "steps", "material", "capture", "room", "leader_name")


def texts_of(meeting: Any) -> str:
    """Itself, its programme and its material."""
    rows = [(meeting, (*ON_CALENDARS, "reachable")), *parts_of(meeting)]
    values = [getattr(row, field) for row, fields in rows for field in fields]
    lines = ["\n".join(value) if isinstance(value, list) else value for value in values]
    return "\n".join(filter(None, lines))


def parts_of(meeting: Any) -> list[tuple[Any, tuple[str, ...]]]:
    blocks = list(meeting.blocks.prefetch_related("strands"))
    rows: list[tuple[Any, tuple[str, ...]]] = [(block, ON_THE_PROGRAMME) for block in blocks]
    for block in blocks:
        rows += [(strand, ("title", "room", "leader_name")) for strand in block.strands.all()]
    for material in meeting.materials.select_related("file"):
        rows.append((material, ("title",)))
        rows += [(material.file, ("alt", "name"))] if material.file else []
    if meeting.is_cancelled:
        rows.append((meeting.cancellation, ("reason",)))
    return rows


_take_out = redacting(
    *ON_CALENDARS, "reachable", also=parts_of, slug=lambda meeting: slug_of(meeting.title)
)


def redact(meeting: Any, passage: str) -> int:
    """What is brought to it is found with its title; and calendars hear of it, so that it goes out
    of those of people, too."""
    before = [getattr(meeting, name) for name in ON_CALENDARS]
    places = _take_out(meeting, passage)
    if before != [getattr(meeting, name) for name in ON_CALENDARS]:
        Meeting.objects.filter(pk=meeting.pk).update(sequence=F("sequence") + 1)
        index_many(Meeting.objects.get(pk=meeting.pk).questions.all())
    return places


def answer_of(question: Any) -> list[tuple[Any, tuple[str, ...]]]:
    return [(question.answer, ("text",))] if hasattr(question, "answer") else []


def _url_of(question: Any) -> str:
    return f"{question.meeting.get_absolute_url()}vragen/#vraag-{question.pk}"


register(
    Flaggable(
        model=Meeting,
        label="deze bijeenkomst",
        visible_to=lambda person: Meeting.objects.visible_to(person).with_its_state(),
        moderators=who_keep_order,
        hide=lambda meeting, by: withdraw_announcement(meeting, by=by),
        describe=str,
        passage=texts_of,
        url=lambda meeting: meeting.get_absolute_url(),
        stands=lambda meeting: meeting.is_announced,
        writers=leaders_of,
        redact=redact,
        beside=lambda meeting: meeting.questions.filter(hidden_at=None),
    )
)
register(
    Flaggable(
        model=BroughtQuestion,
        label="deze meegebrachte vraag",
        visible_to=questions_seen_by,
        moderators=lambda question: who_keep_order(question.meeting),
        hide=lambda question, by: hide_question(question, by=by),
        describe=str,
        passage=lambda question: "\n\n".join(
            [question.text, *(answer.text for answer, _ in answer_of(question))]
        ),
        url=_url_of,
        stands=lambda question: question.hidden_at is None,
        writers=lambda question: {question.by_id} - {None},
        redact=redacting("text", also=answer_of),
        beside=lambda question: [
            question.meeting,
            *question.meeting.questions.filter(hidden_at=None).exclude(pk=question.pk),
        ],
    )
)
