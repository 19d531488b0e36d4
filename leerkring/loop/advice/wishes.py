"""What teams asked for themselves, counted so that no single team stands out.

A count under the minimum is not told: it reads the same as nobody asking. Because the city's count
is told too, what the hidden organisations asked together must not follow from a subtraction: that
remainder is 0 or at least the minimum, or the smallest organisation that was shown is hidden too.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping

MINIMUM_ASKED = 5


def count_wishes(
    wishes: Mapping[str, Collection[str]], *, minimum: int = MINIMUM_ASKED
) -> dict[str, int]:
    """Competence to the number of teams that asked for it, counts under `minimum` left out.

    `wishes` maps a team's unit to the competences it asked for.
    """
    counts = _count(wishes.values())
    return {name: count for name, count in sorted(counts.items()) if count >= minimum}


def count_wishes_per_organisation(
    wishes: Mapping[str, Collection[str]],
    organisation_of: Mapping[str, str],
    *,
    minimum: int = MINIMUM_ASKED,
) -> dict[str, dict[str, int]]:
    """Organisation to competence to count, safe to show beside `count_wishes`."""
    per_organisation: dict[str, list[Collection[str]]] = {}
    for team, asked in wishes.items():
        per_organisation.setdefault(organisation_of.get(team, ""), []).append(asked)
    counts = {unit: _count(asked) for unit, asked in per_organisation.items()}
    shown: dict[str, dict[str, int]] = {unit: {} for unit in sorted(counts) if unit}
    for competence, total in _count(wishes.values()).items():
        large = sorted(
            (count[competence], unit)
            for unit, count in counts.items()
            if unit and count[competence] >= minimum
        )
        if total < minimum:
            continue
        while large and 0 < total - sum(count for count, _ in large) < minimum:
            large.pop(0)
        for count, unit in large:
            shown[unit][competence] = count
    return shown


def _count(asked: Iterable[Collection[str]]) -> Counter[str]:
    return Counter(competence for one in asked for competence in set(one))
