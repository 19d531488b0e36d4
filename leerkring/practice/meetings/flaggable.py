"""A meeting and a question brought to it can be flagged by who sees them."""

from typing import Any

from leerkring.foundation.moderation.redacting_actions import redacting
from leerkring.foundation.moderation.registry import Flaggable, register
from leerkring.practice.meetings.actions import withdraw_announcement
from leerkring.practice.meetings.bringing_actions import hide_question
from leerkring.practice.meetings.models import BroughtQuestion, Meeting
from leerkring.practice.meetings.queries import leaders_of, questions_seen_by, who_keep_order


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
        passage=lambda meeting: meeting.purpose,
        url=lambda meeting: meeting.get_absolute_url(),
        stands=lambda meeting: meeting.is_announced,
        writers=leaders_of,
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
        passage=lambda question: question.text,
        url=_url_of,
        stands=lambda question: question.hidden_at is None,
        writers=lambda question: {question.by_id} - {None},
        redact=redacting("text"),
    )
)
