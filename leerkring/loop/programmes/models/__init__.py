"""The rows of this room."""

from leerkring.loop.programmes.models.programmes import (
    IntakeDraft,
    Overruling,
    Participation,
    ParticipationQuerySet,
    Programme,
    ProgrammeQuerySet,
    Role,
    Tailoring,
)
from leerkring.loop.programmes.models.week import HalfDay, TeamWish, WeekPerson, WeekRoom
from leerkring.loop.programmes.models.week_letters import ChairLetter, WeekLetter
from leerkring.loop.programmes.models.week_plans import (
    PlannedChair,
    PlannedSession,
    PlanRequest,
    WeekPlan,
)
from leerkring.loop.programmes.models.week_replies import WeekReply

__all__ = [
    "ChairLetter",
    "HalfDay",
    "IntakeDraft",
    "Overruling",
    "Participation",
    "ParticipationQuerySet",
    "PlanRequest",
    "PlannedChair",
    "PlannedSession",
    "Programme",
    "ProgrammeQuerySet",
    "Role",
    "Tailoring",
    "TeamWish",
    "WeekLetter",
    "WeekPerson",
    "WeekPlan",
    "WeekReply",
    "WeekRoom",
]
