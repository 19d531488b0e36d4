"""What a coordinator says of a week, and asking for a plan of it."""

from collections.abc import Iterable, Sequence
from datetime import date, time
from typing import Any

from django.db import IntegrityError, transaction

from leerkring.foundation.activity.actions import record
from leerkring.loop.programmes.models import (
    HalfDay,
    PlannedChair,
    PlannedSession,
    PlanRequest,
    Programme,
    TeamWish,
    WeekPerson,
    WeekRoom,
)
from leerkring.loop.programmes.week_files import PersonLine, RoomLine, WishLine
from leerkring.network.people.models import Membership


class AlreadyAsked(Exception):
    """A plan is being made for this programme; one at a time."""


@transaction.atomic
def set_half_days(
    programme: Programme, wanted: Sequence[tuple[date, int, time]], *, by: Any
) -> list[HalfDay]:
    """The half-days at which teams can meet; returns those that stay because a plan has them."""
    for day, part, start in wanted:
        HalfDay.objects.update_or_create(
            programme=programme, day=day, part=part, defaults={"starts_at": start}
        )
    keep = {(day, part) for day, part, _ in wanted}
    over = [half for half in programme.half_days.all() if (half.day, half.part) not in keep]
    stay = [half for half in over if PlannedSession.objects.filter(half_day=half).exists()]
    HalfDay.objects.filter(pk__in={h.pk for h in over} - {h.pk for h in stay}).delete()
    _record(programme, by, f"{len(keep)} dagdelen gekozen voor de week.")
    return stay


@transaction.atomic
def set_people(programme: Programme, lines: Sequence[PersonLine], *, by: Any) -> None:
    """Who facilitates and chairs, instead of what was said before.

    Somebody who is in a plan and in no line leads nothing from now on. Without an organisation it
    is that of their own team.
    """
    employers = dict(
        Membership.objects.filter(person__in=[line.person for line in lines], until=None)
        .order_by("-since")
        .values_list("person", "team__organisation")
    )
    for line in lines:
        row, _ = WeekPerson.objects.update_or_create(
            programme=programme,
            person_id=line.person,
            defaults={
                "skills": list(line.skills),
                "most": line.most,
                "chairs": line.chairs,
                "organisation_id": line.organisation or employers.get(line.person),
            },
        )
        row.away.set(line.away)
    gone = programme.week_people.exclude(person__in=[line.person for line in lines])
    planned = set(PlannedSession.objects.filter(facilitator__in=gone).values_list("facilitator"))
    planned |= set(PlannedChair.objects.filter(person__in=gone).values_list("person"))
    kept = [pk for (pk,) in planned]
    gone.filter(pk__in=kept).update(most=0, chairs=False)
    gone.exclude(pk__in=kept).delete()
    _record(programme, by, f"{len(lines)} gespreksleiders en dagvoorzitters voor de week.")


@transaction.atomic
def set_rooms(programme: Programme, lines: Sequence[RoomLine], *, by: Any) -> None:
    """The rooms, instead of what was said before; one that is in a plan is closed from now on."""
    for line in lines:
        room, _ = WeekRoom.objects.update_or_create(
            programme=programme,
            name=line.name,
            defaults={"seats": line.seats, "district": line.district},
        )
        room.away.set(line.away)
    for room in programme.week_rooms.exclude(name__in=[line.name for line in lines]):
        if PlannedSession.objects.filter(room=room).exists():
            room.away.set(programme.half_days.all())
        else:
            room.delete()
    _record(programme, by, f"{len(lines)} zalen voor de week.")


@transaction.atomic
def set_wishes(programme: Programme, lines: Sequence[WishLine], *, by: Any) -> None:
    TeamWish.objects.filter(participation__programme=programme).delete()
    for line in lines:
        wish = TeamWish.objects.create(participation_id=line.participation)
        wish.prefers.set(line.prefers)
        wish.cannot.set(line.cannot)
    _record(programme, by, f"Wensen van {len(lines)} teams voor de week.")


def _record(programme: Programme, by: Any, sentence: str) -> None:
    record("programmes.week_prepared", by=by, about=programme, sentence=sentence)


@transaction.atomic
def ask_for_plan(
    programme: Programme,
    *,
    by: Any,
    ill: WeekPerson | None = None,
    half_days: Iterable[HalfDay] = (),
) -> PlanRequest:
    """Ask for a proposal, or for a repair when somebody is `ill`. Raises AlreadyAsked."""
    away = set(ill.away.values_list("pk", flat=True)) if ill else set()
    days = list(half_days)
    free = [half.pk for half in days if half.pk not in away]
    try:
        with transaction.atomic():
            request = PlanRequest.objects.create(
                programme=programme, by=by, ill=ill, was_free_at=free
            )
    except IntegrityError as error:
        raise AlreadyAsked from error
    if ill:
        request.ill_at.set(days)
        ill.away.add(*days)
    asked = (
        "Een nieuwe planning is gevraagd: iemand is ziek." if ill else "Een planning is gevraagd."
    )
    record("programmes.plan_asked", by=by, about=programme, sentence=asked)
    return request
