"""From teams, offers and terms to a plan a person can read.

Order of the lines: first the offer that meets the most likely needs, then each time the one that
adds most to what stands above it; equal additions by cost, then code.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from leerkring.loop.advice.matching import (
    Floats,
    Ints,
    Match,
    match,
    room_and_use,
    teaches,
    weigh,
)
from leerkring.loop.advice.needs import alphabetical
from leerkring.loop.advice.offers import PER_PERSON, Offer
from leerkring.loop.advice.plans import NotServed, Plan, PlanLine, Terms
from leerkring.loop.advice.reasons import why_not_served, why_this_offer
from leerkring.practice.scans.results import UnitResult

Wishes = Mapping[str, Collection[str]]


@dataclass(frozen=True)
class _Tables:
    """Everything the solver was given, teams by name and offers by code."""

    teams: list[UnitResult]
    offers: list[Offer]
    competences: list[str]
    members: list[int]
    wishes: Wishes
    chances: Floats
    weights: Ints
    lessons: NDArray[np.bool_]
    room: Ints
    use: Ints


def choose(
    teams: Sequence[UnitResult],
    offers: Sequence[Offer],
    terms: Terms,
    wishes: Wishes | None = None,
) -> Plan:
    """The best plan; `wishes` maps a team's unit to the competences it asked for.

    Raises ValueError for a budget under 0.
    """
    if terms.budget < 0:
        raise ValueError("het budget is niet kleiner dan 0")
    tables = _prepare(teams, offers, terms, wishes or {})
    found = match(tables.weights, tables.lessons, tables.offers, tables.members, terms)
    lines = _lines(found, tables)
    return Plan(
        budget=terms.budget,
        lines=lines,
        cost=sum(line.cost for line in lines),
        covered=int(((found.chosen @ tables.lessons) & (tables.weights > 0)).sum()),
        expected_gain=found.gain / 100,
        proven=found.proven,
        gap=found.gap,
        cheapest=found.cheapest,
        not_served=_not_served(found, tables, terms),
        assumed=tuple(team.name for team in tables.teams if not team.members),
    )


def _prepare(
    teams: Sequence[UnitResult], offers: Sequence[Offer], terms: Terms, wishes: Wishes
) -> _Tables:
    by_name = sorted(teams, key=alphabetical)
    by_code = sorted(offers, key=lambda offer: offer.code)
    # Needs that nobody teaches are kept: they tell why a team is not served.
    names = {name for offer in offers for name in offer.competences}
    names |= {name for team in teams for name in team.competences}
    competences = sorted(names | {name for asked in wishes.values() for name in asked})
    members = [team.members or terms.assumed_members for team in by_name]
    chances, weights = weigh(by_name, competences, wishes, terms)
    lessons = teaches(by_code, competences)
    room, use = room_and_use(by_code, members)
    return _Tables(
        by_name, by_code, competences, members, wishes, chances, weights, lessons, room, use
    )


def _lines(found: Match, tables: _Tables) -> tuple[PlanLine, ...]:
    still_open = tables.weights.copy()
    left = {int(o) for o in np.flatnonzero(found.chosen.any(axis=0))}
    lines: list[PlanLine] = []
    while left:
        inside = {o: np.ix_(found.chosen[:, o], tables.lessons[o]) for o in left}
        used = {o: int(tables.use[found.chosen[:, o], o].sum()) for o in left}
        cost = {o: tables.offers[o].price * used[o] for o in left}
        added = {o: int(still_open[inside[o]].sum()) for o in left}
        o = min(left, key=lambda one: (-added[one], cost[one], tables.offers[one].code))
        left.remove(o)
        still_open[inside[o]] = 0
        lines.append(_line(len(lines) + 1, o, used[o], cost[o], found.chosen[:, o], tables))
    return tuple(lines)


def _line(
    order: int, o: int, used: int, cost: int, takes: NDArray[np.bool_], tables: _Tables
) -> PlanLine:
    offer = tables.offers[o]
    rows = np.flatnonzero(takes)
    useful = [c for c in np.flatnonzero(tables.lessons[o]) if tables.weights[rows, c].any()]
    names = [tables.competences[c] for c in useful]
    counts = [float(tables.chances[rows, c].sum()) for c in useful]
    asked = sum(
        any(name in tables.wishes.get(tables.teams[t].unit, ()) for name in names) for t in rows
    )
    return PlanLine(
        order=order,
        offer=offer,
        runs=-(-used // offer.places) if offer.per == PER_PERSON else used,
        teams=tuple(tables.teams[t].name for t in rows),
        participants=sum(tables.members[t] for t in rows),
        cost=cost,
        why=why_this_offer(len(rows), dict(zip(names, counts, strict=True)), asked),
    )


def _not_served(found: Match, tables: _Tables, terms: Terms) -> tuple[NotServed, ...]:
    prices = np.array([offer.price for offer in tables.offers], dtype=np.int64)
    fits = tables.weights @ tables.lessons.T > 0
    room = fits & (tables.use <= tables.room)
    affordable = room & (tables.use * prices <= terms.budget)
    return tuple(
        NotServed(
            tables.teams[t].name,
            why_not_served(
                known=tables.teams[t].is_shown or bool(tables.wishes.get(tables.teams[t].unit)),
                needs=bool(tables.weights[t].any()),
                fits=bool(fits[t].any()),
                room=bool(room[t].any()),
                affordable=bool(affordable[t].any()),
            ),
        )
        for t in np.flatnonzero(~found.chosen.any(axis=1))
    )
