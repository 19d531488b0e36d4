"""Which answers of single people may go out, and under which team.

An export shows, beside what is shown already, every row of every team in it. So a team stands
under its own name only if its figures were released; all others together are one group.

Why that tells no smaller group apart than the figures do: the rows of a shown team are that team,
and the group of all others is what is left of shown municipalities without their shown teams. Both
are sums and differences of what was released already, and the release keeps every such group at k
or more (docs/decisions/0003-release.md). Who is in no shown municipality is left out.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from leerkring.practice.scans.answers import NOT_ANSWERED, Answers
from leerkring.practice.scans.results import UnitKind, UnitResult
from leerkring.practice.scans.round_units import RoundUnit, round_tree

OTHER_TEAMS = "overige teams"


@dataclass(frozen=True)
class Microdata:
    """answers: rows that may go out, named by team; apart: the teams under their own name.

    has_others   whether there is a group «overige teams»
    """

    answers: Answers
    apart: tuple[str, ...]
    has_others: bool


def standing(
    units: Sequence[RoundUnit], results: Iterable[UnitResult]
) -> tuple[frozenset[str], frozenset[str]]:
    """Teams whose figures were released, and other teams in a municipality whose figures were.

    Organisations do not count: a team can be of another one by now than when results were frozen,
    and would shift a border. It never changes municipality.
    """
    tree = round_tree(units)
    released = {(result.kind, result.unit) for result in results if result.is_shown}
    shown = np.array([(unit.kind, unit.key) in released for unit in units], dtype=bool)
    whole = np.array([unit.kind is UnitKind.MUNICIPALITY for unit in units], dtype=bool)
    covered = tree.under(shown & whole)
    teams = [(unit.key, place) for place, unit in enumerate(units) if unit.kind is UnitKind.TEAM]
    apart = frozenset(key for key, place in teams if shown[place])
    return apart, frozenset(key for key, place in teams if covered[place]) - apart


def microdata(
    answers: Answers,
    *,
    names: Mapping[str, str],
    shown: Collection[str],
    covered: Collection[str],
    k: int,
) -> Microdata:
    """The rows of a closed round that may go out.

    names     what each team (an entry of `answers.teams`) is called
    shown     teams whose own figures were released
    covered   other teams, in a municipality that was shown

    A team of fewer than k answers is never apart, whatever was shown; a group of others under k is
    left out.
    """
    came = (answers.values != NOT_ANSWERED).any(axis=1)
    team, values = answers.team[came], answers.values[came]
    sizes = np.bincount(team, minlength=len(answers.teams))
    own = np.array([slug in shown for slug in answers.teams], dtype=bool) & (sizes >= k)
    other = np.array([slug in shown or slug in covered for slug in answers.teams], dtype=bool)
    other &= ~own
    has_others = int(sizes[other].sum()) >= k
    called = _distinct(answers.teams, names)
    apart = [called[number] for number in np.flatnonzero(own)]
    place = np.full(len(answers.teams), -1, dtype=np.intp)
    place[own] = np.arange(len(apart))
    if has_others:
        place[other] = len(apart)
    kept = place[team] >= 0
    teams = (*apart, OTHER_TEAMS) if has_others else tuple(apart)
    return Microdata(Answers(teams, place[team][kept], values[kept]), tuple(apart), has_others)


def _distinct(slugs: tuple[str, ...], names: Mapping[str, str]) -> list[str]:
    """Names, with the slug behind one that more teams have, or that the rest is called."""
    taken = [names[slug].casefold() for slug in slugs]
    taken.append(OTHER_TEAMS)
    return [
        names[slug] if taken.count(names[slug].casefold()) == 1 else f"{names[slug]} ({slug})"
        for slug in slugs
    ]
