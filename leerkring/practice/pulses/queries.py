"""Reads over pulses. What a pulse says was frozen at closing; nothing here counts answers again."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db.models import Model

from leerkring.network.people.models import Team
from leerkring.practice.answering.headcounts import Headcount, headcount
from leerkring.practice.gatherings.models import Session
from leerkring.practice.pulses.kinds import Kind
from leerkring.practice.pulses.models import OpenAnswer, Pulse
from leerkring.practice.pulses.pictures import Line, lines_of
from leerkring.practice.pulses.registry import subject_of
from leerkring.practice.pulses.rules import leads
from leerkring.practice.pulses.windows import may_ask
from leerkring.practice.scans.models import FrozenResult, Response
from leerkring.practice.scans.results import Audience, UnitKind, UnitResult


@dataclass(frozen=True)
class Outcome:
    """What a closed pulse says. `answered` is None and there are no lines when it is `withheld`."""

    answered: int | None
    lines: tuple[Line, ...]
    withheld: str | None


@dataclass(frozen=True)
class Offer:
    """A kind in the panel of a row: asked before, to be asked now, or both."""

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
    """What the round said about its people when it closed. Raises FrozenResult.DoesNotExist."""
    rows = FrozenResult.objects.filter(audience=Audience.TEAM, kind=UnitKind.TEAM)
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


def newest(row: Model, kind: Kind) -> Pulse | None:
    return Pulse.objects.around(row).with_all().filter(kind=kind).order_by("-number").first()


def offers_of(row: Model, person: Any, now: datetime) -> list[Offer]:
    """What can be asked and what was asked, for the page of a row: two queries."""
    subject = subject_of(row._meta.label_lower)
    pulses = Pulse.objects.around(row).select_related("round__closing").order_by("number")
    asked = {pulse.kind: pulse for pulse in pulses}
    may, begins = leads(person, row) and subject.is_open(row), subject.begins(row)
    offers = []
    for kind in Kind:
        pulse = asked.get(kind)
        is_free = pulse is None or (begins is None and pulse.is_closed)
        offers.append(Offer(kind, pulse, may and is_free and may_ask(kind, now, begins)))
    return [offer for offer in offers if offer.pulse or offer.can_ask]


def effect_of(team: Team) -> Effect | None:
    """What the team said of the effect of its last session of which it was asked and closed."""
    sessions = Session.objects.filter(team=team).values("pk")
    about = Session._meta.label_lower
    pulses = Pulse.objects.with_all().filter(about=about, about_id__in=sessions, kind=Kind.EFFECT)
    pulse = pulses.exclude(round__closing=None).order_by("-opens_at", "-pk").first()
    outcome = outcome_of(pulse) if pulse else None
    if pulse is None or outcome is None:
        return None
    return Effect(pulse, outcome, pulse.reply.text if hasattr(pulse, "reply") else "")
