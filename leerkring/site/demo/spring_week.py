"""The week of the open round in the demo: planned and agreed, so there is a grid to look at."""

from datetime import date, time, timedelta

from django.utils import timezone

from leerkring.loop.programmes.models import Programme, WeekPlan
from leerkring.loop.programmes.week_actions import (
    ask_for_plan,
    set_half_days,
    set_people,
    set_rooms,
    set_wishes,
)
from leerkring.loop.programmes.week_files import PersonLine, RoomLine, WishLine
from leerkring.loop.programmes.week_making_actions import make_plan, take_up
from leerkring.loop.programmes.week_plan_actions import accept_plan
from leerkring.network.people.models import Person

# Who leads, what they are at home in, and at how many sessions at most.
LEADS = (
    ("Hanneke Duyvestein", ("ik", "wij", "wijk"), 2),
    ("Jos Kranenpoort", ("wijk", "wij"), 2),
    ("Denise Pinasveld", ("ik", "wij"), 2),
    ("Marlon Wijdekreek", ("ik", "wijk"), 2),
)
ROOMS = (("Huis van de Wijk, zaal 1", 24), ("Bibliotheek, leeszaal", 30))
WEEKS_AHEAD = 4


def plan_spring_week(programme: Programme, *, today: date, by: Person) -> WeekPlan:
    """Two days, four facilitators and two rooms for its teams."""
    monday = today + timedelta(weeks=WEEKS_AHEAD, days=-today.weekday())
    days = (monday + timedelta(days=1), monday + timedelta(days=3))
    wanted = [(day, part, (time(9), time(13, 30))[part]) for day in days for part in (0, 1)]
    set_half_days(programme, wanted, by=by)
    halves = list(programme.half_days.values_list("pk", flat=True))
    people = dict(
        Person.objects.filter(name__in=[name for name, *_ in LEADS]).values_list("name", "pk")
    )
    lines = [
        PersonLine(
            people[name], skills, most, frozenset({halves[-1]} if n == 1 else ()), False, None
        )
        for n, (name, skills, most) in enumerate(LEADS)
    ]
    set_people(programme, [*lines, PersonLine(by.pk, (), 0, frozenset(), True, None)], by=by)
    set_rooms(programme, [RoomLine(name, seats, "", frozenset()) for name, seats in ROOMS], by=by)
    first = programme.participations.order_by("team__name")[0]
    set_wishes(programme, [WishLine(first.pk, frozenset({halves[2]}), frozenset())], by=by)
    ask_for_plan(programme, by=by)
    request = take_up(timezone.now())
    assert request is not None
    plan = make_plan(request)
    assert plan is not None
    accept_plan(plan, by=by)
    return plan
