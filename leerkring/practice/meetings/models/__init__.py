"""Rows of this room."""

from leerkring.practice.meetings.models.bringing import BroughtAnswer, BroughtQuestion, Material
from leerkring.practice.meetings.models.meeting import (
    Announcement,
    Audience,
    Cancellation,
    Meeting,
    Zone,
)
from leerkring.practice.meetings.models.people import Invitation, Role
from leerkring.practice.meetings.models.programme import Block, Raised, Strand
from leerkring.practice.meetings.models.running import HeldBlock, Run

__all__ = [
    "Announcement",
    "Audience",
    "Block",
    "BroughtAnswer",
    "BroughtQuestion",
    "Cancellation",
    "HeldBlock",
    "Invitation",
    "Material",
    "Meeting",
    "Raised",
    "Role",
    "Run",
    "Strand",
    "Zone",
]
