"""Meetings, and the questions that were brought to them, in the search over everything."""

from collections.abc import Collection
from typing import Any

from django.db.models import QuerySet

from leerkring.foundation.search.registry import Found, Searchable, register
from leerkring.foundation.statements.made_once import made_once
from leerkring.practice.meetings.models import BroughtQuestion, Meeting
from leerkring.practice.meetings.queries import questions_seen_by, tokens_of, visible_ids


def read(meeting: Meeting) -> Found | None:
    """Programme and all; a draft is not to be found."""
    if not meeting.is_announced:
        return None
    blocks = meeting.blocks.prefetch_related("strands")
    words = [word for b in blocks for word in (b.title, *(s.title for s in b.strands.all()))]
    return Found(
        title=meeting.title,
        text="\n".join(filter(None, [meeting.purpose, meeting.place, *words])),
        url=meeting.get_absolute_url(),
        at=meeting.starts_at,
        tokens=tokens_of(meeting),
        themes=tuple(meeting.themes.values_list("pk", flat=True)),
        circle=meeting.circle_id,
    )


def read_question(question: BroughtQuestion) -> Found | None:
    """With its answer and from whom, for who may see the meeting."""
    meeting = question.meeting
    if not meeting.is_announced or question.hidden_at is not None:
        return None
    answer = getattr(question, "answer", None)
    said = [answer.text if answer else "", str(question.organisation or question.circle or "")]
    own = {question.theme_id} if question.theme_id else set()
    return Found(
        title=question.text[:160],
        text="\n".join(filter(None, [*said, meeting.title])),
        url=f"{meeting.get_absolute_url()}vragen/#vraag-{question.pk}",
        at=question.at,
        tokens=tokens_of(meeting),
        themes=tuple(own or meeting.themes.values_list("pk", flat=True)),
        circle=meeting.circle_id,
    )


@made_once
def visible_questions(person: Any, ids: Collection[Any]) -> QuerySet[BroughtQuestion, int]:
    return questions_seen_by(person).filter(pk__in=ids).values_list("pk", flat=True)


register(Searchable(Meeting, "bijeenkomst", "Bijeenkomst", read, visible_ids))
register(
    Searchable(
        BroughtQuestion, "meegebracht", "Meegebrachte vraag", read_question, visible_questions
    )
)
