"""Making a plan of the week that was asked for: the worker does it, once."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from leerkring.loop.programmes.models import (
    PlannedChair,
    PlannedSession,
    PlanRequest,
    WeekPlan,
)
from leerkring.loop.programmes.week_queries import (
    Basis,
    basis_of,
    plan_in_force,
    proposal,
    starts_at,
    timetable_of,
)
from leerkring.practice.planning.repair import NoTimeLeft, frozen, repair
from leerkring.practice.planning.timetable import Timetable
from leerkring.practice.planning.timetable_solver import plan_week

GIVEN_UP_AFTER = timedelta(minutes=3)  # a worker that was stopped never says so
MOST_ATTEMPTS = 3
SECONDS, SECONDS_OF_MANY, MANY = 20.0, 60.0, 100


def take_up(now: datetime) -> PlanRequest | None:
    """The oldest request that nobody works on, for whoever is first."""
    waiting = PlanRequest.objects.filter(done_at=None).filter(
        Q(begun_at=None) | Q(begun_at__lt=now - GIVEN_UP_AFTER)
    )
    for request in waiting.order_by("pk")[:5]:
        mine = PlanRequest.objects.filter(pk=request.pk, begun_at=request.begun_at, done_at=None)
        if mine.update(begun_at=now, attempts=request.attempts + 1):
            request.refresh_from_db()
            return request
    return None


def make_plan(request: PlanRequest) -> WeekPlan | None:
    """Calculate what was asked for, and keep it as a proposal; None when that failed.

    Nothing is kept before the end, and only by who is first: stopping halfway loses nothing.
    """
    if request.attempts > MOST_ATTEMPTS:
        _fail(request, "Het maken van de planning is een paar keer afgebroken.")
        return None
    programme = request.programme
    last = proposal(programme) or plan_in_force(programme)
    basis = basis_of(programme, last)
    try:
        table = _calculate(request, basis)
    except NoTimeLeft:
        _fail(request, "Er is binnen de tijd geen planning gevonden.")
        return None
    with transaction.atomic():
        row = PlanRequest.objects.select_for_update().get(pk=request.pk)
        if row.done_at:
            return None
        row.done_at = timezone.now()
        row.save(update_fields=["done_at"])
        return _keep(row, basis, table)


def _calculate(request: PlanRequest, basis: Basis) -> Timetable:
    force = plan_in_force(request.programme)
    seconds = SECONDS_OF_MANY if len(basis.week.teams) > MANY else SECONDS
    if force is None:
        return plan_week(basis.week, seconds=seconds)
    over = [n for n, half in enumerate(basis.half_days) if starts_at(half) <= request.asked_at]
    if request.ill is None:
        held = timetable_of(force, basis).placements
        return plan_week(frozen(basis.week, held, len(over)), seconds=seconds)
    away = {basis.number(half.pk) for half in request.ill_at.all()}
    # Little must change to what people know: the plan in force. The pins are those of a proposal
    # that waits: what somebody decided yesterday is not undone because another is ill today.
    done = repair(
        basis.week,
        timetable_of(force, basis),
        ill=str(request.ill_id),
        half_days=away,
        first_open=len(over),
        seconds=seconds,
    )
    return done.timetable


def _fail(request: PlanRequest, why: str) -> None:
    request.done_at, request.failure = timezone.now(), why
    request.save(update_fields=["done_at", "failure"])


def _keep(request: PlanRequest, basis: Basis, table: Timetable) -> WeekPlan:
    plan = WeekPlan.objects.create(
        programme=request.programme,
        request=request,
        cost=max(0, table.cost),
        bound=max(0, table.bound),
        is_proven=table.is_proven,
        unplaced=[[int(one.team), one.reason] for one in table.unplaced],
    )
    pinned = {key for key, pin in basis.week.pin.items() if pin.half_day is not None}
    PlannedSession.objects.bulk_create(
        PlannedSession(
            plan=plan,
            participation_id=int(one.team),
            half_day=basis.half_days[one.half_day],
            facilitator_id=int(one.facilitator),
            room_id=int(one.room),
            pinned=one.team in pinned,
        )
        for one in table.placements
    )
    PlannedChair.objects.bulk_create(
        PlannedChair(plan=plan, half_day=basis.half_days[h], person_id=int(key))
        for h, key in table.chairs
    )
    return plan
