"""How much Ik, Wij and Wijk a team's programme gets, and what may be said about it.

The rule (a proposal of this project, written out so that a team can check it). With E the expected
shortfall of a dimension, in scale points,

    weight = 0.20 + 0.40 · E / ΣE          (thirds when nothing is short)

Order the dimensions by E. Between two neighbours in that order stands a cut when **every**
dimension before it falls shorter than **every** one after it with a chance of at least .80, on the
paired answers of the same people, and by enough to show on a clock. Dimensions without a cut
between them share their weight equally.

So two weights differ only where the evidence for that order suffices, also when certainty does not
carry over: if Ik is surely shorter than Wijk, but Wij cannot be told from either, no cut holds and
all three get a third. The certain pair is then told as a reason, not as "more Ik than Wijk".
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from leerkring.loop.programmes import emphasis_reasons as reasons
from leerkring.practice.scans.dimensions import Dimension
from leerkring.practice.scans.results import Accord, UnitResult

FLOOR = 0.20  # of the core time, for each dimension
SPREAD = 0.40  # of the core time, divided by expected shortfall
CERTAIN = 0.80  # chance from which one dimension may be said to ask more than another
NOTHING_SHORT = 0.05  # scale points; E is never exactly 0, so less than this together counts as 0
SMALLEST_DIFFERENCE = 0.01  # of the core time: about a minute; less is not "more"
LEAST_CHOSEN = 0.10  # of the core time: what a team's own choice leaves for each dimension
LONGEST_REASON = 500  # characters

BALANCED = dict.fromkeys(Dimension, 1 / 3)


@dataclass(frozen=True)
class EmphasisAdvice:
    """The advised mix.

    weights     share of the core time per dimension, sum 1
    claims      Dutch sentences that may be printed as headline, in order of weight
    talk_first  the dimension whose conversation about the difference comes first, if any
    reasons     "waarom dit programma?": Dutch sentences with the calculation
    balanced    True when all weights are equal
    """

    weights: dict[Dimension, float]
    claims: tuple[str, ...]
    talk_first: Dimension | None
    reasons: tuple[str, ...]
    balanced: bool


@dataclass(frozen=True)
class EmphasisChoice:
    """What a team chose instead of the advice, and why; the advice stays beside it."""

    advice: EmphasisAdvice
    weights: dict[Dimension, float]
    reason: str


class BadEmphasis(ValueError):
    """A mix that cannot be used; `faults` are Dutch sentences."""

    def __init__(self, faults: list[str]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(faults))


def advise(result: UnitResult) -> EmphasisAdvice:
    """The mix for one team, from its released result.

    A result that is withheld, or lacks a dimension, gives thirds and one fixed set of reasons:
    whoever reads them learns nothing about who answered.
    """
    short = {d: result.dimensions[d].shortfall for d in Dimension if d in result.dimensions}
    if not result.is_shown or len(short) < len(Dimension):
        return EmphasisAdvice(dict(BALANCED), reasons.IN_BALANCE, None, reasons.WITHHELD, True)
    short = {dimension: max(value, 0.0) for dimension, value in short.items()}
    divided = _divided(result, short)
    if sum(short.values()) < NOTHING_SHORT:
        groups = [list(Dimension)]
        why = [reasons.nothing_short(NOTHING_SHORT)]
        weights = dict(BALANCED)
    else:
        raw = {d: FLOOR + SPREAD * e / sum(short.values()) for d, e in short.items()}
        groups = _groups(raw, result.more)
        weights = {d: sum(raw[e] for e in group) / len(group) for group in groups for d in group}
        weights = {dimension: weights[dimension] for dimension in Dimension}
        why = reasons.calculation(short, raw, FLOOR, SPREAD)
        for group in groups:
            why += reasons.sharing(group, weights, result.more, CERTAIN)
    return EmphasisAdvice(
        weights=weights,
        claims=reasons.claims(groups, result.more),
        talk_first=divided[0] if divided else None,
        reasons=(*why, *reasons.difference(divided), reasons.YOUR_CHOICE),
        balanced=len(groups) == 1,
    )


def choose(
    advice: EmphasisAdvice, weights: Mapping[Dimension, float], reason: str
) -> EmphasisChoice:
    """A team's own mix instead of the advice.

    Raises BadEmphasis with every fault: a dimension missing or under .10, a sum other than 1, no
    reason or a very long one.
    """
    faults = weight_faults(weights)
    reason = reason.strip()
    if not reason:
        faults.append("Schrijf op waarom jullie een andere verdeling kiezen.")
    if len(reason) > LONGEST_REASON:
        faults.append(
            f"De reden is {len(reason)} tekens lang. Houd het bij hooguit {LONGEST_REASON}."
        )
    if faults:
        raise BadEmphasis(faults)
    return EmphasisChoice(advice, {d: float(weights[d]) for d in Dimension}, reason)


def weight_faults(weights: Mapping[Dimension, float]) -> list[str]:
    """What is wrong with a mix, as Dutch sentences; empty when it can be used."""
    missing = [dimension.label for dimension in Dimension if dimension not in weights]
    if missing:
        return [reasons.missing(missing)]
    small = [d.label for d in Dimension if not weights[d] >= LEAST_CHOSEN - 1e-9]
    faults = [reasons.too_little(label, LEAST_CHOSEN) for label in small]
    total = sum(weights[dimension] for dimension in Dimension)
    if not math.isclose(total, 1.0, abs_tol=1e-6):
        faults.append(reasons.wrong_sum(total))
    return faults


def _groups(
    raw: dict[Dimension, float], more: dict[tuple[Dimension, Dimension], float]
) -> list[list[Dimension]]:
    """The dimensions in order of weight, cut wherever the whole order across is certain."""
    order = sorted(Dimension, key=lambda d: -raw[d])  # stable: equal ones stay Ik, Wij, Wijk
    groups = [[order[0]]]
    for place, dimension in enumerate(order[1:], start=1):
        if all(
            raw[a] - raw[b] >= SMALLEST_DIFFERENCE and reasons.probability(more, a, b) >= CERTAIN
            for a in order[:place]
            for b in order[place:]
        ):
            groups.append([])
        groups[-1].append(dimension)
    return [sorted(group, key=list(Dimension).index) for group in groups]


def _divided(result: UnitResult, short: dict[Dimension, float]) -> list[Dimension]:
    """Dimensions in which the team is divided, the one to talk about first in front.

    Wij and Wijk are about something shared, so there a difference means that people see the same
    thing differently; at Ik it may be no more than different people (Chan 1998). So Ik comes last.
    """
    divided = [d for d in Dimension if result.dimensions[d].accord is Accord.DIVIDED]
    return sorted(divided, key=lambda d: (d is Dimension.SELF, -short[d]))
