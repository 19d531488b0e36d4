"""Reads over pulses. What a pulse says was frozen at closing; nothing here counts answers again."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
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


def replies_to(pulse: Pulse) -> dict[str, str]:
    """By theme of what was said, what comes of it; "" where that is not told yet."""
    said = dict(pulse.theme_replies.values_list("theme", "text"))
    themes = pulse.open_answers.exclude(theme="").values_list("theme", flat=True).distinct()
    found = {*themes, *said}
    return {theme: said.get(theme, "") for theme in sorted(found, key=str.casefold)}


def newest(row: Model, kind: Kind) -> Pulse | None:
    return Pulse.objects.around(row).with_all().filter(kind=kind).order_by("-number").first()


def offers_of(row: Model, person: Any, now: datetime) -> list[Offer]:
    """What can be asked and what was asked, for the page of a row: two queries at most."""
    pulses = list(Pulse.objects.around(row).select_related("round__closing"))
    return offers_among(pulses, row, may=leads(person, row), now=now)


def offers_among(pulses: Iterable[Pulse], row: Model, *, may: bool, now: datetime) -> list[Offer]:
    """The same, of pulses that are at hand; `may` tells whether the reader leads the row."""
    subject = subject_of(row._meta.label_lower)
    here = [p for p in pulses if (p.about, p.about_id) == (subject.label, row.pk)]
    asked = {pulse.kind: pulse for pulse in sorted(here, key=lambda pulse: pulse.number)}
    may, begins = may and subject.is_open(row), subject.begins(row)
    offers = []
    for kind in Kind:
        pulse = asked.get(kind)
        is_free = pulse is None or (begins is None and pulse.is_closed)
        offers.append(Offer(kind, pulse, may and is_free and may_ask(kind, now, begins)))
    return [offer for offer in offers if offer.pulse or offer.can_ask]


def pulses_of_team(team: Team) -> list[Pulse]:
    """Around all sessions of a team, in the order in which they open; one query."""
    sessions = Session.objects.filter(team=team).values("pk")
    pulses = Pulse.objects.filter(about=Session._meta.label_lower, about_id__in=sessions)
    return list(pulses.with_all().order_by("opens_at", "pk"))


def effect_among(pulses: Sequence[Pulse]) -> Effect | None:
    """What a team said of the effect of its last session of which it was asked and closed."""
    closed = [pulse for pulse in pulses if pulse.kind == Kind.EFFECT and pulse.is_closed]
    outcome = outcome_of(closed[-1]) if closed else None
    if outcome is None:
        return None
    pulse = closed[-1]
    return Effect(pulse, outcome, pulse.reply.text if hasattr(pulse, "reply") else "")
