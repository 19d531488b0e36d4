"""Reads over pulses. What a pulse says was frozen at closing; nothing here counts answers again."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db.models import Q

from leerkring.network.people.models import Person, Team
from leerkring.practice.answering.headcounts import Headcount, headcount
from leerkring.practice.gatherings.models import Session
from leerkring.practice.pulses.kinds import Kind
from leerkring.practice.pulses.models import OpenAnswer, Pulse
from leerkring.practice.pulses.pictures import Line, lines_of
from leerkring.practice.pulses.rules import leads
from leerkring.practice.pulses.windows import may_ask
from leerkring.practice.scans.models import FrozenResult, Response
from leerkring.practice.scans.results import UnitResult


@dataclass(frozen=True)
class Outcome:
    """What a closed pulse says. `answered` is None and there are no lines when it is `withheld`."""

    answered: int | None
    lines: tuple[Line, ...]
    withheld: str | None


@dataclass(frozen=True)
class Offer:
    """A kind in the panel of a session: asked already, or to be asked."""

    kind: Kind
    pulse: Pulse | None
    can_ask: bool


@dataclass(frozen=True)
class Effect:
    """What a team said six weeks after a session, and what is done with it."""

    pulse: Pulse
    outcome: Outcome
    reply: str


def result_of(pulse: Pulse) -> UnitResult:
    """What the round said about the team when it closed. Raises FrozenResult.DoesNotExist."""
    rows = FrozenResult.objects.for_team(pulse.session.team)
    return rows.get(round=pulse.round_id).result


def outcome_of(pulse: Pulse) -> Outcome | None:
    """None as long as it is open."""
    if not pulse.is_closed:
        return None
    result = result_of(pulse)
    if not result.is_shown:
        return Outcome(None, (), result.withheld)
    lines = lines_of(result, pulse.round.instrument.instrument)
    return Outcome(result.answered, lines, None)


def progress_of(pulse: Pulse) -> Headcount:
    """How many answered so far, as far as that may be told; see `answering.headcounts`."""
    answered = Response.objects.filter(round=pulse.round_id).count()
    return headcount(pulse.places, answered, k=settings.K_TEAM)


def open_answers_of(pulse: Pulse, outcome: Outcome | None) -> dict[str, list[OpenAnswer]]:
    """By theme, those without one last; nothing unless enough people answered."""
    if outcome is None or outcome.withheld is not None:
        return {}
    groups: dict[str, list[OpenAnswer]] = defaultdict(list)
    for answer in pulse.open_answers.all():
        groups[answer.theme].append(answer)
    return dict(sorted(groups.items(), key=lambda group: (not group[0], group[0].casefold())))


def names_around(session: Session) -> frozenset[str]:
    """Names of the members of the team and of who leads the session, whole and the first name."""
    people = Person.objects.filter(
        Q(memberships__team=session.team_id) | Q(pk=session.facilitator_id)
    ).exclude(name="")
    return frozenset(part for person in people for part in (person.name, person.first_name))


def offers_of(session: Session, person: Any, now: datetime) -> list[Offer]:
    """What can be asked and what was asked, for the page of a session; one query for a leader."""
    asked = {pulse.kind: pulse for pulse in session.pulses.select_related("round__closing")}
    may = leads(person, session)
    offers = [
        Offer(kind, asked.get(kind), may and may_ask(kind, now, session.starts_at)) for kind in Kind
    ]
    return [offer for offer in offers if offer.pulse or offer.can_ask]


def effect_of(team: Team) -> Effect | None:
    """What the team said of the effect of its last session of which it was asked and closed."""
    pulses = Pulse.objects.with_all().filter(session__team=team, kind=Kind.EFFECT)
    pulse = pulses.exclude(round__closing=None).order_by("-opens_at", "-pk").first()
    outcome = outcome_of(pulse) if pulse else None
    if pulse is None or outcome is None:
        return None
    return Effect(pulse, outcome, pulse.reply.text if hasattr(pulse, "reply") else "")
