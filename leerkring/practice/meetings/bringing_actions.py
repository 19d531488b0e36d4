"""What belongs to a meeting: material, and the questions that people send ahead."""

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from leerkring.foundation.activity.actions import record
from leerkring.foundation.files.actions import keep_file
from leerkring.foundation.search.actions import forget, index
from leerkring.practice.commitments.registry import taken_back
from leerkring.practice.meetings.models import (
    Block,
    BroughtAnswer,
    BroughtQuestion,
    Invitation,
    Material,
    Meeting,
    Strand,
)
from leerkring.practice.meetings.telling_actions import tell_answered, tell_question


@transaction.atomic
def put_question(
    meeting: Meeting,
    *,
    text: str,
    by: Any,
    organisation: Any | None = None,
    circle: Any | None = None,
    theme: Any | None = None,
    invitation: Invitation | None = None,
    now: datetime | None = None,
) -> BroughtQuestion:
    """A question that an organisation or a circle brings along; `invitation` is of who sends it by
    the link in the mail.

    Raises ValidationError once the meeting has begun.
    """
    if meeting.starts_at <= (now or timezone.now()):
        raise ValidationError("De bijeenkomst is begonnen. Stel je vraag daar.")
    question = BroughtQuestion.objects.create(
        meeting=meeting,
        text=text,
        by=by,
        organisation=organisation,
        circle=circle,
        theme=theme,
        invitation=invitation,
    )
    index(question)
    tell_question(question, by=by)
    return question


def attach(
    question: BroughtQuestion,
    block: Block | None,
    *,
    strand: Strand | None = None,
    table: int | None = None,
) -> None:
    """Answered in this part of the programme, in this session of it, at this table; None: not
    settled yet."""
    question.block, question.strand, question.table = block, strand, table
    question.save(update_fields=["block", "strand", "table"])


@transaction.atomic
def say_theme(question: BroughtQuestion, theme: Any | None) -> None:
    """What it is about: there it is found afterwards."""
    question.theme = theme
    question.save(update_fields=["theme"])
    index(question)


@transaction.atomic
def answer_question(question: BroughtQuestion, text: str, *, by: Any) -> BroughtAnswer:
    """Written down in the room or afterwards; a second time replaces the first."""
    answer, is_new = BroughtAnswer.objects.update_or_create(
        question=question, defaults={"text": text, "by": by}
    )
    question.answer = answer
    index(question)
    if is_new:
        tell_answered(question, by=by)
    return answer


@transaction.atomic
def take_back(question: BroughtQuestion) -> None:
    """Whoever brought it does not bring it after all."""
    forget(question)
    question.delete()
    taken_back(question.meeting_id)


@transaction.atomic
def hide_question(question: BroughtQuestion, *, by: Any) -> None:
    """After a flag: out of sight of everybody."""
    BroughtQuestion.objects.filter(pk=question.pk).update(hidden_at=timezone.now())
    question.refresh_from_db()
    index(question)
    words = "Een meegebrachte vraag is weggehaald."
    record("meetings.question_hidden", by=by, about=question.meeting, sentence=words)
    taken_back(question.meeting_id)


@transaction.atomic
def add_material(
    meeting: Meeting,
    *,
    title: str,
    by: Any,
    block: Block | None = None,
    strand: Strand | None = None,
    upload: Any | None = None,
    captions: Any | None = None,
    link: str = "",
) -> Material:
    """A file, a link, or a film with captions. Raises BadFile."""
    return Material.objects.create(
        meeting=meeting,
        block=block,
        strand=strand,
        title=title,
        link=link,
        file=keep_file(upload, by=by, alt=title) if upload else None,
        captions=keep_file(captions, by=by, only=["text/vtt"]) if captions else None,
    )
