"""What a team has to talk about first, chosen from its released result alone.

At most three subjects, each with why. One of each kind comes first, so that three subjects are not
three times the same; then what is left, in the same order of kinds:

1. *Divided opinions.* Where people see it differently a mean says little, so the difference itself
   is the first conversation (AD over A/6, see `coarsening.accord`).
2. *A clear decline* since the previous round, of the same people or of the whole team
   (Jacobson & Truax 1991, see `change`).
3. *The largest expected shortfall* among the competences that are probably under their target
   (`LIKELY`); of a unit that shows no competences, among its dimensions.

A subject that is chosen for two reasons is named once, with both. Ties: the larger amount first; of
equal amounts the one that stands first in the questionnaire (Ik, Wij, Wijk). A figure that is
withheld is not in the result, so nothing can be chosen because of it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from leerkring.practice.scans.dimensions import Dimension
from leerkring.practice.scans.results import Accord, ScaleResult, UnitResult, Verdict

MOST = 3
LIKELY = 0.80  # four chances out of five: as everywhere on a team's page

DIVIDED = "Jullie zien dit verschillend: vertel elkaar eerst waarom."
LESS = "Dit ging duidelijk achteruit sinds de vorige ronde: wat is er veranderd?"
LESS_SAME = "Dezelfde mensen zijn hier duidelijk achteruitgegaan: wat is er veranderd?"
SHORT = "Dit ligt waarschijnlijk onder het doel, en hier verwachten we het grootste tekort."
ALSO_SHORT = "Dit ligt waarschijnlijk onder het doel."


@dataclass(frozen=True)
class Subject:
    """A dimension or a competence, by the name that readers see, and why it comes first."""

    name: str
    reasons: tuple[str, ...]


def first_talk(result: UnitResult, most: int = MOST) -> tuple[Subject, ...]:
    """At most `most` subjects; none for a result that is withheld or calls for no conversation."""
    if not result.is_shown:
        return ()
    kinds = [list(_divided(result)), list(_declines(result)), list(_short(result))]
    chosen: dict[str, list[str]] = {}
    for name in [*(kind[0][0] for kind in kinds if kind), *(n for kind in kinds for n, _ in kind)]:
        if len(chosen) < most:
            chosen.setdefault(name, [])
    for name, reason in (each for kind in kinds for each in kind):
        if name in chosen:
            chosen[name].append(reason)
    return tuple(Subject(name, tuple(reasons)) for name, reasons in chosen.items())


def _divided(result: UnitResult) -> Iterator[tuple[str, str]]:
    """(name, why), as in the functions below."""
    everything = _dimensions(result) | _competences(result)
    divided = [name for name, scale in everything.items() if scale.accord is Accord.DIVIDED]
    yield from ((name, DIVIDED) for name in _largest(divided, everything))


def _declines(result: UnitResult) -> Iterator[tuple[str, str]]:
    """Every dimension once; what the same people tell weighs more than what a changed team does."""
    found = {
        dimension: (change.difference, reason)
        for changes, reason in ((result.change, LESS), (result.same_people, LESS_SAME))
        for dimension, change in changes.items()
        if change.verdict is Verdict.BACK
    }
    order = list(Dimension)
    for dimension in sorted(found, key=lambda d: (found[d][0], order.index(d))):
        yield dimension.label, found[dimension][1]


def _short(result: UnitResult) -> Iterator[tuple[str, str]]:
    below = _competences(result) or _dimensions(result)
    short = [name for name, scale in below.items() if scale.probability_short >= LIKELY]
    for place, name in enumerate(_largest(short, below)):
        yield name, ALSO_SHORT if place else SHORT


def _dimensions(result: UnitResult) -> dict[str, ScaleResult]:
    return {dimension.label: scale for dimension, scale in result.dimensions.items()}


def _competences(result: UnitResult) -> dict[str, ScaleResult]:
    return {name.capitalize(): scale for name, scale in result.competences.items()}


def _largest(names: Sequence[str], scales: Mapping[str, ScaleResult]) -> list[str]:
    """By expected shortfall, the largest first; equal ones stay in the questionnaire's order."""
    return sorted(names, key=lambda name: -scales[name].shortfall)
