"""Reads over the week of a programme; from its rows to what the calculations take, and back."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.utils import timezone

from leerkring.foundation.tables.cells import key_of
from leerkring.loop.programmes.models import (
    HalfDay,
    Participation,
    PlannedSession,
    Programme,
    WeekPlan,
)
from leerkring.loop.programmes.week_files import Known
from leerkring.network.people.models import Organisation
from leerkring.practice.planning.timetable import (
    Chair,
    Facilitator,
    Pin,
    Placement,
    Room,
    Team,
    Timetable,
    Week,
)
from leerkring.practice.planning.timetable import HalfDay as Slot

DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
STRONG = 0.4  # a dimension with this share of the emphasis is asked of a facilitator besides


def name_of(half: HalfDay) -> str:
    return f"{DAYS[half.day.weekday()]}{half.get_part_display()} {half.day.day}-{half.day.month}"


def short_name_of(half: HalfDay) -> str:
    """For the head of a narrow column: ma 14-12 ochtend."""
    return f"{DAYS[half.day.weekday()][:2]} {half.code}"


def starts_at(half: HalfDay) -> datetime:
    return timezone.make_aware(datetime.combine(half.day, half.starts_at))


@dataclass(frozen=True)
class Basis:
    """A week as the calculations take it; keys are the numbers of rows, as text."""

    week: Week
    half_days: tuple[HalfDay, ...]

    def number(self, half_day_id: int) -> int:
        return next(n for n, half in enumerate(self.half_days) if half.pk == half_day_id)


def basis_of(programme: Programme, plan: WeekPlan | None = None) -> Basis:
    """The week, with the pins of a plan."""
    halves = tuple(programme.half_days.all())
    number = {half.pk: n for n, half in enumerate(halves)}
    days = {half.day: n for n, half in enumerate({h.day: h for h in halves}.values())}
    every = frozenset(number.values())

    def free(one: Any) -> frozenset[int]:
        return every - {number[half.pk] for half in one.away.all()}

    people = list(
        programme.week_people.select_related("person", "organisation").prefetch_related("away")
    )
    week = Week(
        half_days=tuple(Slot(days[half.day], half.part, name_of(half)) for half in halves),
        teams=tuple(_team(one, number) for one in _participations(programme)),
        facilitators=tuple(
            Facilitator(
                str(one.pk),
                free(one),
                frozenset(one.skills),
                one.most if one.person_id else 0,
                str(one),
                str(one.organisation_id or ""),
            )
            for one in people
        ),
        rooms=tuple(
            Room(str(room.pk), free(room), room.seats or 0, key_of(room.district), room.name)
            for room in programme.week_rooms.prefetch_related("away")
        ),
        chairs=tuple(
            Chair(str(p.pk), free(p), name=str(p)) for p in people if p.chairs and p.person_id
        ),
        pins=tuple(_pin(one, number) for one in plan.sessions.filter(pinned=True)) if plan else (),
    )
    return Basis(week, halves)


def _participations(programme: Programme) -> list[Participation]:
    rows = programme.participations.select_related("team__district", "tailoring", "week_wish")
    return list(
        rows.prefetch_related("overrulings", "week_wish__prefers", "week_wish__cannot").order_by(
            "team__name", "pk"
        )
    )


def _team(one: Participation, number: dict[int, int]) -> Team:
    wish = getattr(one, "week_wish", None)
    weights = weights_of(one)
    main = max(weights, key=lambda name: weights[name], default="")
    return Team(
        key=str(one.pk),
        name=one.team.name,
        organisation=str(one.team.organisation_id),
        needs=main,
        also=frozenset(name for name, w in weights.items() if w >= STRONG and name != main),
        size=one.team.size or 0,
        district=key_of(one.team.district.name) if one.team.district else "",
        cannot=frozenset(number[half.pk] for half in wish.cannot.all()) if wish else frozenset(),
        prefers=frozenset(number[half.pk] for half in wish.prefers.all()) if wish else frozenset(),
    )


def weights_of(one: Participation) -> dict[str, float]:
    """The mix that a team chose, else the one that was advised, else nothing."""
    chosen = next(iter(one.overrulings.all()), None)
    if chosen:
        return dict(chosen.weights)
    tailoring = getattr(one, "tailoring", None)
    return dict(tailoring.advice["weights"]) if tailoring else {}


def _pin(one: PlannedSession, number: dict[int, int]) -> Pin:
    return Pin(
        str(one.participation_id),
        number[one.half_day_id],
        str(one.facilitator_id),
        str(one.room_id),
    )


def timetable_of(plan: WeekPlan, basis: Basis) -> Timetable:
    """A kept plan, as the calculations take it."""
    number = {half.pk: n for n, half in enumerate(basis.half_days)}
    return Timetable(
        tuple(
            Placement(
                str(one.participation_id),
                number[one.half_day_id],
                str(one.facilitator_id),
                str(one.room_id),
            )
            for one in plan.sessions.order_by("participation__team__name", "pk")
        ),
        tuple((number[c.half_day_id], str(c.person_id)) for c in plan.chairs.all()),
    )


def plan_in_force(programme: Programme) -> WeekPlan | None:
    return programme.week_plans.accepted().first()


def proposal(programme: Programme) -> WeekPlan | None:
    """The newest plan that waits for a yes, if it is newer than the one in force."""
    newest = programme.week_plans.order_by("-pk").first()
    return newest if newest and newest.accepted_at is None else None


def known_to(programme: Programme, emails: Iterable[str] = ()) -> Known:
    """What files about a week may name; of accounts only those of `emails`."""
    people = get_user_model()._default_manager.filter(is_active=True, email__in=list(emails))
    return Known(
        half_days={key_of(half.code): half.pk for half in programme.half_days.all()},
        people={key_of(email): pk for email, pk in people.values_list("email", "pk")},
        organisations={
            key_of(name): pk for name, pk in Organisation.objects.values_list("name", "pk")
        },
        teams={
            key_of(name): pk
            for name, pk in programme.participations.values_list("team__name", "pk")
        },
    )
