"""Rows of this room."""

from leerkring.practice.attendance.models.groups import Grouping, GroupRound, GroupWish, Seat
from leerkring.practice.attendance.models.letters import AFTERWARDS, NO_ADDRESS, Letter
from leerkring.practice.attendance.models.presence import Tap
from leerkring.practice.attendance.models.promises import STILL_OPEN, GuestPromise
from leerkring.practice.attendance.models.replies import Need, Reply, StrandChoice
from leerkring.practice.attendance.models.tables import TableLine, TableTalk

__all__ = [
    "AFTERWARDS",
    "NO_ADDRESS",
    "STILL_OPEN",
    "GroupRound",
    "GroupWish",
    "Grouping",
    "GuestPromise",
    "Letter",
    "Need",
    "Reply",
    "Seat",
    "StrandChoice",
    "TableLine",
    "TableTalk",
    "Tap",
]
