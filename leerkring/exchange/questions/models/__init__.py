"""Rows of questions: what is asked and answered, whom we asked, and what somebody handed over."""

from leerkring.exchange.questions.models.answers import Acceptance, Answer, Outcome
from leerkring.exchange.questions.models.beside import Appeal, Change, Draft, Retraction
from leerkring.exchange.questions.models.handing import Handover, Key, Word
from leerkring.exchange.questions.models.questions import Closing, Question, QuestionQuerySet

__all__ = [
    "Acceptance",
    "Answer",
    "Appeal",
    "Change",
    "Closing",
    "Draft",
    "Handover",
    "Key",
    "Outcome",
    "Question",
    "QuestionQuerySet",
    "Retraction",
    "Word",
]
