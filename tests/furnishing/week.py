"""A plan of the week that is in force, and one of a programme that still waits."""

from datetime import date, time
from typing import Any

from leerkring.loop.programmes.models import (
    HalfDay,
    PlannedSession,
    WeekPerson,
    WeekPlan,
    WeekRoom,
)


def furnish(world: Any) -> None:
    programme = world.programme
    half = HalfDay.objects.create(
        programme=programme, day=date(2100, 10, 4), part=0, starts_at=time(9)
    )
    lead = WeekPerson.objects.create(
        programme=programme, person=world.people["facilitator"], skills=["ik"], most=3
    )
    room = WeekRoom.objects.create(programme=programme, name="De aula")
    plan = WeekPlan.objects.create(
        programme=programme,
        accepted_at="2026-10-01T10:00:00Z",
        accepted_by=world.people["coordinator"],
    )
    PlannedSession.objects.create(
        plan=plan,
        participation=world.teams["calm"],
        half_day=half,
        facilitator=lead,
        room=room,
        pinned=True,
    )
    world.things["week plan"], world.things["week lead"] = plan, lead
    world.things["week stray"] = WeekPlan.objects.create(programme=world.waiting)
