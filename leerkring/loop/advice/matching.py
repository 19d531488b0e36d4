"""Which offers for which teams: an exact optimum under a budget and a number of places.

    maximise   Σ w[t,c]·y[t,c]
    subject to y[t,c] ≤ Σ x[t,o] over the offers o that teach c     a competence counts once
               Σ_t use[t,o]·x[t,o] ≤ room[o]                         places
               Σ price[o]·use[t,o]·x[t,o] ≤ budget
               Σ_o half_days[o]·x[t,o] ≤ limit                       optional, per team
               x binary, 0 ≤ y ≤ 1

w = chance of a need × (1 + bonus if the team asked for it), in whole hundredths. A team takes part
as a whole. A run with a group price is for one team, so use = ceil(members / places) runs and room
= runs; an offer priced per person is open to several teams, so use = members and room = places ×
runs. (Letting teams share the runs of a group price was tried: the room of each offer then becomes
a packing problem, and 42 teams × 30 offers could not be proven optimal in half a minute.)

Given x the best y is 0 or 1 and w is whole, so the optimum is a whole number: a bound less than 1
above what was found is a proof. A second solve keeps that gain and minimises the cost (in units of
the prices' common divisor, so whole), plus a share under a quarter of a unit that prefers few and
early codes and thus cannot buy anything; that search is short, and `cheapest` tells whether it
finished. Solver: HiGHS (Huangfu & Hall 2018) through SciPy; columns are in the order of names and
codes, so the order of the input does not matter.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import gcd

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.optimize import Bounds, LinearConstraint, milp

from leerkring.loop.advice.offers import PER_PERSON, Offer
from leerkring.loop.advice.plans import Terms
from leerkring.practice.scans.results import UnitResult

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

UNKNOWN_CHANCE = 0.5


@dataclass(frozen=True)
class Match:
    """The chosen (team, offer) pairs as a boolean array (T, O), and how certain the choice is."""

    chosen: NDArray[np.bool_]
    gain: int
    proven: bool
    gap: float
    cheapest: bool


def weigh(
    teams: Sequence[UnitResult],
    competences: Sequence[str],
    wishes: Mapping[str, Collection[str]],
    terms: Terms,
) -> tuple[Floats, Ints]:
    """Chance of a need and weight in whole hundredths, both (T, C).

    A withheld team weighs only where it asked: with the average chance of the shown teams (0.5 when
    none is shown), so its own answers are never used.
    """
    shown = [team for team in teams if team.is_shown]
    chances = np.zeros((len(teams), len(competences)))
    weights = np.zeros((len(teams), len(competences)), dtype=np.int64)
    for c, competence in enumerate(competences):
        known = [
            t.competences[competence].probability_short
            for t in shown
            if competence in t.competences
        ]
        average = sum(known) / len(known) if known else UNKNOWN_CHANCE
        for t, team in enumerate(teams):
            asked = competence in wishes.get(team.unit, ())
            if team.is_shown and competence in team.competences:
                chance = team.competences[competence].probability_short
            else:
                chance = average if asked else 0.0
            if asked or chance >= terms.least_chance:
                chances[t, c] = chance
                weights[t, c] = round(100 * chance * (1 + terms.bonus * asked))
    return chances, weights


def teaches(offers: Sequence[Offer], competences: Sequence[str]) -> NDArray[np.bool_]:
    """Which offer teaches which competence, (O, C)."""
    table = [[name in offer.competences for name in competences] for offer in offers]
    return np.array(table, dtype=bool).reshape(len(offers), len(competences))


def room_and_use(offers: Sequence[Offer], members: Sequence[int]) -> tuple[Ints, Ints]:
    """Room per offer (O,) and what a team takes of it (T, O), in runs or in persons."""
    room = [o.places * o.runs if o.per == PER_PERSON else o.runs for o in offers]
    use = [[m if o.per == PER_PERSON else -(-m // o.places) for o in offers] for m in members]
    return np.array(room, dtype=np.int64), np.array(use, dtype=np.int64).reshape(
        len(members), len(offers)
    )


def match(
    weights: Ints,
    lessons: NDArray[np.bool_],
    offers: Sequence[Offer],
    members: Sequence[int],
    terms: Terms,
) -> Match:
    """The best assignment; arguments as returned by `weigh` and `teaches`, offers in code order."""
    room, use = room_and_use(offers, members)
    prices = np.array([offer.price for offer in offers], dtype=np.int64)
    possible = (weights @ lessons.T > 0) & (use <= room) & (prices * use <= terms.budget)
    chosen = np.zeros(possible.shape, dtype=bool)
    pairs = np.argwhere(possible)
    if not len(pairs):
        return Match(chosen, 0, proven=True, gap=0.0, cheapest=True)
    t, o = pairs.T
    needs = np.argwhere((weights > 0) & (possible @ lessons))
    gain = np.concatenate([np.zeros(len(pairs)), weights[tuple(needs.T)]])
    rows = [_covering(pairs, needs, lessons), _limit(o, use[t, o], room, len(needs))]
    unit = gcd(*map(int, prices)) or 1
    cost = np.concatenate([(prices[o] * use[t, o]) // unit, np.zeros(len(needs))])
    rows.append(LinearConstraint(cost[None, :], -np.inf, terms.budget // unit))
    if terms.half_days_per_team is not None:
        days = np.array([offer.half_days for offer in offers])
        limit = np.full(len(members), terms.half_days_per_team)
        rows.append(_limit(t, days[o], limit, len(needs)))

    whole = np.concatenate([np.ones(len(pairs)), np.zeros(len(needs))])
    options = {"mip_rel_gap": 0.0, "node_limit": terms.nodes}
    first = milp(-gain, constraints=rows, bounds=Bounds(0, 1), integrality=whole, options=options)
    if first.x is None:  # the node bound came before any solution: giving nothing is one
        return Match(chosen, 0, proven=False, gap=1.0, cheapest=False)
    best, bound = round(-first.fun), -first.mip_dual_bound
    rank = np.concatenate([o + 1, np.zeros(len(needs))])
    keep = LinearConstraint(gain[None, :], best - 0.5, np.inf)
    second = milp(
        cost + rank / (4 * rank.sum() + 1),
        constraints=[*rows, keep],
        bounds=Bounds(0, 1),
        integrality=whole,
        # Half a unit of cost is enough of a proof, and the tie is worth less of a search.
        options={
            "mip_rel_gap": 0.5 / max(terms.budget // unit, 1),
            "node_limit": terms.nodes // 40,
        },
    )
    # Everything is counted again in whole numbers: the solver's tolerance decides nothing.
    costs = use * prices
    plain = _count(first.x, pairs, weights, lessons, costs)
    thrifty = _count(second.x, pairs, weights, lessons, costs)
    keeps = thrifty[0] >= plain[0] and thrifty[1] <= plain[1]
    best = thrifty[0] if keeps else plain[0]
    chosen[t, o] = np.round((second.x if keeps else first.x)[: len(pairs)]).astype(bool)
    proven = bool(bound - best < 1)
    gap = 0.0 if proven else float((bound - best) / max(bound, 1))
    return Match(chosen, best, proven, gap, cheapest=bool(keeps and second.status == 0))


def _covering(pairs: Ints, needs: Ints, lessons: NDArray[np.bool_]) -> LinearConstraint:
    """y[t,c] − Σ x[t,o] ≤ 0, a row per need."""
    row = np.full((pairs[:, 0].max() + 1, lessons.shape[1]), -1)
    row[tuple(needs.T)] = np.arange(len(needs))
    pair, competence = np.nonzero(lessons[pairs[:, 1]])
    need = row[pairs[pair, 0], competence]
    pair, need = pair[need >= 0], need[need >= 0]
    x = sparse.csr_array((-np.ones(len(need)), (need, pair)), shape=(len(needs), len(pairs)))
    return LinearConstraint(sparse.hstack([x, sparse.eye_array(len(needs))]), -np.inf, 0)


def _limit(group: Ints, amount: Ints, limit: Ints, others: int) -> LinearConstraint:
    """Σ amount ≤ limit within each group of pairs; `others` columns take no part."""
    shape = (len(limit), len(group) + others)
    return LinearConstraint(
        sparse.csr_array((amount, (group, np.arange(len(group)))), shape=shape), -np.inf, limit
    )


def _count(
    x: Floats | None, pairs: Ints, weights: Ints, lessons: NDArray[np.bool_], costs: Ints
) -> tuple[int, int]:
    """Gain and cost of a solution; (-1, 0) when there is none."""
    if x is None:
        return -1, 0
    chosen = np.zeros(costs.shape, dtype=bool)
    chosen[tuple(pairs.T)] = np.round(x[: len(pairs)]).astype(bool)
    return int(weights[chosen @ lessons].sum()), int(costs[chosen].sum())
