"""What this room does by itself: boards close after a day, and what closing left undone is done."""

from datetime import datetime, timedelta

from django.db.models import Q

from leerkring.practice.boards.actions import OPEN_FOR, close_board, settle
from leerkring.practice.boards.models import Board

A_WHILE = timedelta(minutes=1)  # for whoever was answering at the very moment of closing


def run_due(now: datetime) -> str:
    over = Board.objects.open().filter(opening__at__lte=now - OPEN_FOR)
    closed = 0
    for board in over:
        close_board(board, by=None)
        closed += 1
    for board in _unsettled(now):
        settle(board)
    if not closed:
        return ""
    return "1 bord gesloten." if closed == 1 else f"{closed} borden gesloten."


def _unsettled(now: datetime) -> list[Board]:
    """Closed boards with votes or marks of devices: closing was cut off, or somebody just made it
    through the door."""
    left = Q(questions__votes__isnull=False) | Q(questions__cards__mark__isnull=False)
    shut = Board.objects.filter(closing__at__gt=now - timedelta(days=2))
    return list(shut.filter(closing__at__lte=now - A_WHILE).filter(left).distinct())
