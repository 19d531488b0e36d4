"""What programmes tell people."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone

from leerkring.foundation.notifications.actions import notify
from leerkring.foundation.notifications.frequency import Frequency
from leerkring.foundation.notifications.registry import Event, register, register_visible
from leerkring.loop.programmes.models import Participation, Programme, Role, WeekPerson, WeekPlan
from leerkring.network.people.models import Membership
from leerkring.practice.gatherings.models import Session

GROUP = "Programma's"
PLANNED, LET_GO = "programmes.session_planned", "programmes.session_let_go"
CHAIRS, CANNOT = "programmes.chairs", "programmes.cannot"

# By mail there is a letter already, with the date for a calendar in it.
for key, label in (
    (PLANNED, "De sessie van een team van jou is gepland of veranderd"),
    (LET_GO, "Je begeleidt een sessie niet meer"),
    (CHAIRS, "Je bent dagvoorzitter, of daaraan verandert iets"),
):
    register(Event(key, label, GROUP, mail=Frequency.NEVER, personal=True))

register(
    Event(
        CANNOT,
        "Iemand kan niet, in een week die jij coördineert",
        GROUP,
        mail=Frequency.DIRECT,
        personal=True,
    )
)


@dataclass(frozen=True)
class ChangedSession:
    """`led_by`, `was_at`, `was_in`: who facilitated it until now, when and where."""

    session: Session
    participation: Participation
    led_by: int | None
    was_at: datetime | None
    was_in: str


def _visible(person: Any, ids: set[str]) -> set[int]:
    """Plans of programmes in which this person takes part, or facilitates or chairs."""
    own = Programme.objects.visible_to(person).values("pk")
    rows = WeekPlan.objects.filter(pk__in=ids)
    leading = WeekPerson.objects.filter(person=person).values("programme")
    seen = rows.filter(programme__in=own) | rows.filter(programme__in=leading)
    return set(seen.values_list("pk", flat=True))


register_visible(WeekPlan, _visible)


def members_of(teams: Iterable[int]) -> dict[int, set[int]]:
    """The accounts of who works in these teams."""
    members: dict[int, set[int]] = {}
    rows = Membership.objects.filter(team__in=list(teams), until=None, person__is_active=True)
    for team, person in rows.values_list("team", "person"):
        members.setdefault(team, set()).add(person)
    return members


def tell_of_sessions(plan: WeekPlan, changed: Sequence[ChangedSession], *, by: Any) -> None:
    """Facilitators and members of the team hear of each session once a plan."""
    members = members_of(one.participation.team_id for one in changed)
    for one in changed:
        _tell(plan, one, members.get(one.participation.team_id, set()), by)


def _tell(plan: WeekPlan, one: ChangedSession, members: set[int], by: Any) -> None:
    session, team = one.session, one.participation.team
    leads = {session.facilitator_id} - {None}
    programme = plan.programme
    page = reverse("team", args=[programme.pk, programme.slug, team.slug])
    once = f"session-{session.pk}"
    notify(
        PLANNED, people={*members, *(pk for pk in leads if pk)}, about=plan, by=by, once=once,
        title=f"Sessie van {team}", sentence=_when(session, str(team)), url=page,
    )  # fmt: skip
    if one.led_by and one.led_by not in leads:
        notify(
            LET_GO, people={one.led_by}, about=plan, by=by, once=once,
            title=f"Sessie van {team}", url=reverse("programmes:list"),
            sentence=f"Je begeleidt de sessie van {team} niet meer.",
        )  # fmt: skip


def _when(session: Session, team: str) -> str:
    if session.starts_at is None:
        return f"De sessie van {team} gaat niet door op het moment dat gepland was."
    at = timezone.localtime(session.starts_at)
    return f"De sessie van {team} is op {at:%d-%m-%Y} om {at:%H.%M} uur, in {session.place}."


def tell_chair(plan: WeekPlan, person: int, halves: int, *, by: Any) -> None:
    """What exactly is in the mail, and on the calendar of this person."""
    many = "1 dagdeel" if halves == 1 else f"{halves} dagdelen"
    said = f"Je zit {many} voor. Wie waar zit, staat in je mail." if halves else (
        "Je hoeft niet meer voor te zitten."
    )  # fmt: skip
    notify(
        CHAIRS, people={person}, about=plan, by=by, once="voorzitter",
        title=f"Dagvoorzitter: {plan.programme}", sentence=said, url=reverse("calendar:list"),
    )  # fmt: skip


def tell_of_absence(programme: Programme, what: str, at: datetime, key: str, *, by: Any) -> None:
    """Who coordinates hears once of each moment that a facilitator or chair cannot come."""
    plan = programme.week_plans.accepted().first()
    roles = programme.roles.filter(kind=Role.Kind.COORDINATOR)
    local = timezone.localtime(at)
    if plan is not None:
        notify(
            CANNOT, people=roles.values_list("person", flat=True), about=plan, by=by,
            once=f"{key}-{by.pk}-{at:%Y%m%d%H%M}", title=f"{what}: iemand kan niet",
            sentence=f"Op {local:%d-%m-%Y} om {local:%H.%M} uur. Zoek vervanging.",
            url=reverse("programmes:week", args=[programme.pk, programme.slug]),
        )  # fmt: skip
