"""Who cannot come any more, as a repair that was agreed says."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from leerkring.loop.programmes.models import PlanRequest, Programme, WeekPerson
from leerkring.loop.programmes.week_queries import short_name_of, starts_at


@dataclass(frozen=True)
class Illness:
    """The half-days to come at which somebody was replaced; `is_whole`: they can at no other."""

    half_days: tuple[str, ...]
    is_whole: bool


def illness_in(programme: Programme, now: datetime | None = None) -> dict[int, Illness]:
    """By the number of the person in the week. Who was written down as free again is well."""
    since = now or timezone.now()
    to_come = {half.pk: half for half in programme.half_days.all() if starts_at(half) > since}
    away = WeekPerson.away.through.objects.filter(
        weekperson__programme=programme, halfday__in=to_come
    )
    at = dict[int, set[int]]()
    for person, half in away.values_list("weekperson", "halfday"):
        at.setdefault(person, set()).add(half)
    replaced = PlanRequest.ill_at.through.objects.filter(
        planrequest__programme=programme, planrequest__plan__accepted_at__isnull=False
    )
    ill = dict[int, set[int]]()
    for person, half in replaced.values_list("planrequest__ill", "halfday"):
        if half in at.get(person, ()):
            ill.setdefault(person, set()).add(half)
    return {
        person: Illness(
            tuple(short_name_of(half) for pk, half in to_come.items() if pk in halves),
            at[person] == set(to_come),
        )
        for person, halves in ill.items()
    }
