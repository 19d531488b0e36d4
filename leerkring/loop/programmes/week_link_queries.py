"""Addresses that stand in the mails of a week: signed, so that nobody makes up one that works."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth import get_user_model
from django.core.signing import BadSignature, Signer
from django.urls import reverse

from leerkring.loop.programmes.models import Participation, Programme, WeekReply
from leerkring.loop.programmes.notices import members_of
from leerkring.loop.programmes.week_chair_queries import chaired_in
from leerkring.loop.programmes.week_queries import plan_in_force

SESSION, CHAIRING = "s", "v"


def _signer() -> Signer:
    return Signer(salt="leerkring.programmes.week", sep=".")


def session_path(session: int, person: int) -> str:
    return _path(SESSION, session, person)


def chairing_path(programme: int, person: int) -> str:
    return _path(CHAIRING, programme, person)


def _path(kind: str, about: int, person: int) -> str:
    return reverse("programmes:week_reply", args=[_signer().sign(f"{kind}-{about}-{person}")])


@dataclass(frozen=True)
class AskedMoment:
    """Something that somebody is asked for: a session, or a half-day to chair.

    `key` names it in a form. `says` is what they said of this very moment, "" for nothing.
    """

    title: str
    place: str
    starts: datetime
    ends: datetime
    session: int | None = None
    half_day: int | None = None
    leads: bool = True
    says: str = ""

    @property
    def key(self) -> str:
        return f"s{self.session}" if self.session else f"d{self.half_day}"


@dataclass(frozen=True)
class Asked:
    """Somebody, and the moments that are asked of them now; none when they need not come."""

    person: Any
    programme: Programme
    moments: tuple[AskedMoment, ...]


def behind(token: str) -> Asked | None:
    """What a link asks; None for anything that is no link of ours."""
    try:
        kind, about, who = _signer().unsign(token).split("-")
    except (BadSignature, ValueError):
        return None
    people = get_user_model()._default_manager.filter(is_active=True)
    person = people.filter(pk=int(who)).first()
    if person is None:
        return None
    return _session(int(about), person) if kind == SESSION else _chairing(int(about), person)


def _session(pk: int, person: Any) -> Asked | None:
    rows = Participation.objects.select_related("programme", "team", "session")
    part = rows.filter(session=pk).first()
    if part is None or part.session is None:
        return None
    session, leads = part.session, part.session.facilitator_id == person.pk
    comes = leads or person.pk in members_of([part.team_id]).get(part.team_id, set())
    if session.starts_at is None or not comes:
        return Asked(person, part.programme, ())
    said = WeekReply.objects.filter(person=person, session=pk, starts_at=session.starts_at).first()
    moment = AskedMoment(
        title=f"Sessie van {part.team}",
        place=session.place,
        starts=session.starts_at,
        ends=session.starts_at + timedelta(minutes=part.programme.session_minutes),
        session=pk,
        leads=leads,
        says=said.says if said else "",
    )
    return Asked(person, part.programme, (moment,))


def _chairing(pk: int, person: Any) -> Asked | None:
    programme = Programme.objects.filter(pk=pk).first()
    if programme is None:
        return None
    halves = chaired_in(plan_in_force(programme)).get(person.pk, ())
    rows = WeekReply.objects.filter(person=person, half_day__in=[half.key for half in halves])
    said = {(one.half_day_id, one.starts_at): one.says for one in rows}
    moments = tuple(
        AskedMoment(
            title="Dagvoorzitter",
            place=", ".join(dict.fromkeys(one.room for one in half.sessions)),
            starts=half.starts,
            ends=half.ends,
            half_day=half.key,
            says=said.get((half.key, half.starts), ""),
        )
        for half in halves
    )
    return Asked(person, programme, moments)
