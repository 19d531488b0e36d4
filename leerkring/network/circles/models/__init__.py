"""Circles, who is in them, how people get in, and who looked in."""

from leerkring.network.circles.models.circle import (
    CLOSED,
    Circle,
    Closing,
    Joining,
    Visibility,
)
from leerkring.network.circles.models.entry import Doorway, Invitation, JoinRequest
from leerkring.network.circles.models.inspection import HOW_LONG, Inspection
from leerkring.network.circles.models.membership import Membership
from leerkring.network.circles.models.reading import meant_for
from leerkring.network.circles.models.vacancy import Vacancy
from leerkring.network.circles.roles import Role

__all__ = [
    "CLOSED",
    "HOW_LONG",
    "Circle",
    "Closing",
    "Doorway",
    "Inspection",
    "Invitation",
    "JoinRequest",
    "Joining",
    "Membership",
    "Role",
    "Vacancy",
    "Visibility",
    "meant_for",
]
