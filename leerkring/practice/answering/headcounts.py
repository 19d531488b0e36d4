"""How many answered, told so that it points at nobody: neither who did nor who did not yet.

A count of answers also counts who is missing: "11 of 12" sets colleagues looking for the one. So a
count is exact only when both groups, those who answered and those who did not, may be counted:
each follows the release of results (`scans.release`), so that no adding and subtracting of counts
gives a group of 1..k-1 persons. Showing what both releases show is safe for both: it is a part of
each.

Where at least k answered but too few are missing to count them, a lower bound is told that follows
from k and the number asked alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from leerkring.practice.scans.release import Unit, release_tree

TOGETHER = ""


@dataclass(frozen=True)
class Headcounts:
    """Per team what may be told, in words, or None; `together` is a number or None."""

    teams: dict[int, str | None]
    together: int | None


def counts_to_show(people: Mapping[int, tuple[int, int]], *, k: int) -> Headcounts:
    """`people`: per team how many were asked and how many answered.

    More may answer than were asked by mail, through a poster; then nobody is missing.
    """
    answered = {team: got for team, (_, got) in people.items()}
    missing = {team: max(asked - got, 0) for team, (asked, got) in people.items()}
    exact = _countable(answered, k) & _countable(missing, k)
    together = sum(answered.values()) if TOGETHER in exact else None
    return Headcounts(
        {
            team: str(got) if str(team) in exact else _at_least(asked, got, k)
            for team, (asked, got) in people.items()
        },
        together,
    )


def _countable(counts: Mapping[int, int], k: int) -> set[str]:
    """Whose count may be told; a group of nobody may, unless it is known to be one of few."""
    units = [Unit(TOGETHER, None, 0), *(Unit(str(t), TOGETHER, n) for t, n in counts.items())]
    return set(release_tree(units, k).shown)


def _at_least(asked: int, got: int, k: int) -> str | None:
    bound = max(k, asked - k + 1)
    return f"minstens {bound}" if got >= bound else None
