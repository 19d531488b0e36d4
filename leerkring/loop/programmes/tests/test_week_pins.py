"""What somebody decided by hand is there after a repair, also when nobody agreed it yet."""

from django.test import Client
from django.utils import timezone

from leerkring.loop.programmes.models import PlannedSession, Programme
from leerkring.loop.programmes.tests.test_week import page, planned, prepared
from leerkring.loop.programmes.week_actions import ask_for_plan
from leerkring.loop.programmes.week_making_actions import make_plan, take_up
from leerkring.loop.programmes.week_plan_actions import accept_plan, change_by_hand
from leerkring.loop.programmes.week_queries import plan_in_force, proposal

__all__ = ["prepared"]  # a fixture


def moved_by_hand(programme: Programme) -> tuple[PlannedSession, PlannedSession]:
    """A session of the plan in force put elsewhere in a proposal; that, and one of somebody else
    or at another time, of which the facilitator falls ill."""
    accept_plan(planned(programme), by=None)
    force = plan_in_force(programme)
    assert force
    rows = list(force.sessions.select_related("half_day", "room", "facilitator__person"))
    taken = {(one.half_day_id, one.room_id) for one in rows}
    led = {(one.half_day_id, one.facilitator_id) for one in rows}
    one, half, room = next(
        (one, half, room)
        for one in rows
        for half in programme.half_days.all()
        for room in programme.week_rooms.all()
        if (half.pk, room.pk) not in taken
        and ((half.pk, one.facilitator_id) not in led or half == one.half_day)
    )
    to = {"half_day": half, "room": room, "facilitator": one.facilitator}
    plan = change_by_hand(programme, by=None, team=one.participation_id, to=to)
    ill = next(row for row in rows if row != one and row.facilitator_id != one.facilitator_id)
    return plan.sessions.get(participation=one.participation_id), ill


def test_a_repair_leaves_what_was_put_by_hand_in_a_proposal_that_waits(
    prepared: Programme, coordinator: Client
) -> None:
    pinned, ill = moved_by_hand(prepared)
    url = page(prepared, "week_illness")
    told = coordinator.get(url, {"wie": ill.facilitator_id}).content.decode()
    assert "Wat je zelf vastzette" in told
    assert f"{pinned.participation.team}: " in told and str(pinned.room) in told
    assert f'value="{ill.facilitator_id}" selected' in told
    coordinator.post(url, {"person": ill.facilitator_id, "half_days": [ill.half_day_id]})
    request = take_up(timezone.now())
    assert request
    repaired = make_plan(request)
    assert repaired == proposal(prepared)
    assert repaired
    again = repaired.sessions.get(participation=pinned.participation_id)
    where = (again.half_day_id, again.room_id, again.facilitator_id, again.pinned)
    assert where == (pinned.half_day_id, pinned.room_id, pinned.facilitator_id, True)
    assert not repaired.sessions.filter(facilitator=ill.facilitator, half_day=ill.half_day).exists()
    assert "Wat je zelf vastzette" in coordinator.get(page(prepared)).content.decode()


def test_what_was_let_go_in_a_proposal_that_waits_may_be_moved_by_a_repair(
    prepared: Programme,
) -> None:
    pinned, ill = moved_by_hand(prepared)
    change_by_hand(prepared, by=None, team=pinned.participation_id, to=None)
    ask_for_plan(prepared, by=None, ill=ill.facilitator, half_days=[ill.half_day])
    request = take_up(timezone.now())
    repaired = make_plan(request) if request else None
    assert repaired and not repaired.sessions.filter(pinned=True).exists()
