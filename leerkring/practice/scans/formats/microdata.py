"""Which answers of single people may go out, and under which team.

An export shows, beside what is shown already, every row of every team in it. So a team stands
under its own name only if its figures were released; all others together are one group.

Why that leaks no smaller group than the figures do. For a shown unit u, let R(u) be the people in u
who are in no shown unit below u; the release keeps every R(u) at 0 or at least k
(docs/decisions/0003-release.md). The rows of a shown team are its R(u). The group of all others
holds whole R(u) only: those of the shown organisations and municipalities. Who is in no shown unit
at all is left out. So every group that can be told apart, by the file or by the file and the
figures together, is a union of R(u).
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
    answers: Answers, units: Sequence[RoundUnit], results: Iterable[UnitResult]
) -> tuple[frozenset[str], frozenset[str]]:
    """Teams whose figures were released, and other teams under a unit whose figures were.

    A unit counts as shown only if as many people answered in it as when it was frozen: when a team
    has moved to another organisation since, what was shown is not about these units any more.
    """
    tree = round_tree(units)
    came = (answers.values != NOT_ANSWERED).any(axis=1)
    place = tree.places_of_teams(answers.teams)[answers.team[came]]
    totals = tree.sums(np.bincount(place, minlength=len(tree)))
    frozen = {(r.kind, r.unit): r.answered for r in results if r.is_shown}
    known = [frozen.get((unit.kind, unit.key)) for unit in units]
    shown = np.array([n is not None and n == t for n, t in zip(known, totals, strict=True)])
    covered = tree.under(shown & ~tree.is_team)
    teams = [(unit.key, i) for i, unit in enumerate(units) if unit.kind is UnitKind.TEAM]
    apart = frozenset(key for key, i in teams if shown[i])
    return apart, frozenset(key for key, i in teams if covered[i]) - apart


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
    covered   other teams, of whom an organisation or municipality above them was shown

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
