"""Rows of this room."""

from leerkring.practice.boards.models.answers import Card, Group, Hiding, TakenOver, Vote
from leerkring.practice.boards.models.board import (
    Board,
    Closing,
    Opening,
    meetings_led_by,
    strands_led_by,
)
from leerkring.practice.boards.models.figures import OwnFigure, ShownFigure
from leerkring.practice.boards.models.questions import BoardQuestion, Outcome, Reveal

__all__ = [
    "Board",
    "BoardQuestion",
    "Card",
    "Closing",
    "Group",
    "Hiding",
    "Opening",
    "Outcome",
    "OwnFigure",
    "Reveal",
    "ShownFigure",
    "TakenOver",
    "Vote",
    "meetings_led_by",
    "strands_led_by",
]
