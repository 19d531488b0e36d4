"""Everything on the page of a question, in as many queries for twenty answers as for one."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet

from leerkring.exchange.questions.author_queries import Author, authors_of
from leerkring.exchange.questions.models import Answer, Change, Question
from leerkring.foundation.remarks.queries import (
    MOST,
    Line,
    key_of,
    talks_about,
    thanks_for_each,
)
from leerkring.foundation.statements.made_once import made_once
from leerkring.network.themes.models import Theme

A_PAGE = 20
QUESTION, ANSWER = "questions.question", "questions.answer"


@dataclass
class Sheet:
    """A question or an answer, with who wrote it as this reader may know them, what was said below
    it, and who is glad of it."""

    row: Any
    about: str
    by: Author | None = None
    talk: list[Line] = field(default_factory=list)
    thanks: int = 0
    thanked: bool = False
    changes: list[Change] = field(default_factory=list)
    mine: bool = False
    pointed_at: bool = False  # the address names it

    @property
    def key(self) -> str:
        """As the addresses of remarks, thanks and flags name it."""
        return f"{self.about}/{self.row.pk}/"


@dataclass(frozen=True)
class Page:
    """`best` is the answer that helped; `answers` the others, oldest first."""

    question: Sheet
    best: Sheet | None
    answers: list[Sheet]
    count: int
    following: int | None
    talks_on: bool


def page_of(question: Question, person: Any, *, now: datetime, at: str = "") -> Page:
    """A page of answers: the first, or that on which the answer numbered `at` stands."""
    rows = _answers(question.pk)
    acceptance = getattr(question, "acceptance", None)
    best_id = acceptance.answer_id if acceptance else 0
    start = 0
    if at.isascii() and at.isdecimal() and len(at) < 18:
        start = rows.filter(pk__lt=int(at)).exclude(pk=best_id).count() // A_PAGE * A_PAGE
    found = [] if start else _first_answers(question.pk)
    best = [row for row in found if row.pk == best_id]
    if best_id and not best and (start or len(found) > A_PAGE):
        best = list(rows.filter(pk=best_id))
    shown = [row for row in found if row.pk != best_id][: A_PAGE + 1]
    if start:
        shown = list(rows.exclude(pk=best_id)[start : start + A_PAGE + 1])
    following = shown[A_PAGE].pk if len(shown) > A_PAGE else None
    shown = shown[:A_PAGE]
    count = rows.count() if start or following else len(best) + len(shown)
    sheets = _sheets(question, [*best, *shown], person, now)
    for sheet in sheets[1:]:
        sheet.pointed_at = str(sheet.row.pk) == at
    talked = sum(len(sheet.talk) for sheet in sheets)
    return Page(
        question=sheets[0],
        best=sheets[1] if best else None,
        answers=sheets[1 + len(best) :],
        count=count,
        following=following,
        talks_on=talked >= MOST,
    )


def _answers(question: int) -> QuerySet[Answer]:
    rows = Answer.objects.filter(question=question, retraction=None).select_related("author")
    return rows.order_by("pk").only("question", "text", "at", "changed_at", "author__name")


@made_once
def _first_answers(question: int) -> QuerySet[Answer]:
    return _answers(question)[: A_PAGE + 2]


@made_once
def themes_on(question: int) -> QuerySet[Theme]:
    return Theme.objects.filter(questions=question)


def _sheets(question: Question, answers: list[Answer], person: Any, now: datetime) -> list[Sheet]:
    for answer in answers:
        answer.question = question
    rows: list[Any] = [question, *answers]
    authors = authors_of((row.author for row in rows), person)
    talks, glad = talks_about(rows, person, now), thanks_for_each(rows, person)
    changes = _changes(question, [answer.pk for answer in answers if answer.changed_at])
    return [
        Sheet(
            row=row,
            about=key[0],
            by=authors.get(row.author_id),
            talk=talks.get(key, []),
            thanks=glad.get(key, (0, False))[0],
            thanked=glad.get(key, (0, False))[1],
            changes=changes.get((key[0], row.pk), []),
            mine=person.pk is not None and row.author_id == person.pk,
        )
        for row in rows
        for key in [key_of(row)]
    ]


def _changes(question: Question, ids: list[int]) -> dict[tuple[str, int], list[Change]]:
    """What was changed of the question and these answers, newest first."""
    found: dict[tuple[str, int], list[Change]] = defaultdict(list)
    if not ids and question.changed_at is None:
        return found
    for row in Change.objects.filter(Q(question=question) | Q(answer__in=ids)):
        about = (QUESTION, row.question_id) if row.question_id else (ANSWER, row.answer_id)
        found[about].append(row)
    return found
