"""How many answered, told so that it points at nobody: neither who did nor who did not yet.

A count of answers also counts who is missing: "11 of 12" sets colleagues looking for the one. So a
team is counted only when both groups, those who answered and those who did not, are at least k.
Otherwise, from k answers on, a lower bound is told that follows from k and the number asked alone;
under k nothing. All together are the sum of what is told per team and no more: a real total, with
the teams taken away from it, would count the small ones.

So what can be worked out is about whole teams and unions of teams; of a team that is not counted
nothing is known but on which side of a bound it is.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Headcount:
    """`answered` is a count when `is_exact`, otherwise a lower bound; None: nothing is told."""

    answered: int | None
    is_exact: bool

    def __str__(self) -> str:
        return f"{'' if self.is_exact else 'minstens '}{self.answered}"


UNTOLD = Headcount(None, is_exact=False)


def headcount(asked: int, answered: int, *, k: int) -> Headcount:
    """Of one team. More may answer than were asked by mail, through a poster or on paper."""
    if answered >= k and asked - answered >= k:
        return Headcount(answered, is_exact=True)
    bound = max(k, asked - k + 1)
    return Headcount(bound, is_exact=False) if answered >= bound else UNTOLD


def together(teams: Mapping[int, Headcount]) -> Headcount:
    """The sum of what is told; a count only when every team is counted."""
    told = [team.answered for team in teams.values() if team.answered is not None]
    if not told:
        return UNTOLD
    return Headcount(sum(told), is_exact=all(team.is_exact for team in teams.values()))
