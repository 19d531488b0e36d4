"""Which working forms fit best: an exact search over every script that can be made.

A script has one opening, one pause, one closing and, for each dimension, one to three core forms.
Scripts are compared on, in this order:

1. how far the total length is from what was asked;
2. how far the minutes per dimension are from weight x core minutes (sum of absolute differences);
3. the shortfall of the competences that are served, more is better;
4. how many competences are served at all: variety, more is better;
5. the codes of the forms, so that the same question always gets the same answer.

Within a dimension, sets of forms with the same length and the same competences differ only in their
codes, so one of each is kept. Lengths are then compared as one grid, and competences (as bits) only
for the few combinations of lengths that are best. Nothing is skipped that could win.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

import numpy as np
from numpy.typing import NDArray

from leerkring.practice.gatherings.working_forms import WorkingForm
from leerkring.practice.scans.dimensions import Dimension

SHORTEST, LONGEST = 150, 210  # minutes of a session
BITS = 62  # competences that fit in one integer; only the most needed count beyond that
MOST_PER_DIMENSION = 3  # core forms; more would make a session restless

Forms = tuple[WorkingForm, ...]


@dataclass(frozen=True)
class Pool:
    """The forms to choose from. `conversations`: of these exactly one goes into `talk_first`."""

    openings: Forms
    pauses: Forms
    closings: Forms
    core: Mapping[Dimension, Forms]
    talk_first: Dimension | None = None
    conversations: Forms = ()


@dataclass(frozen=True)
class Selection:
    """The best script's forms. `deviation`: minutes, summed over the dimensions."""

    opening: WorkingForm
    pause: WorkingForm
    closing: WorkingForm
    core: dict[Dimension, Forms]
    deviation: float


@dataclass(frozen=True)
class _Sets:
    """Sets of forms of one dimension with one length, in order of their codes."""

    forms: tuple[Forms, ...]
    bits: NDArray[np.int64]


def select(
    pool: Pool,
    weights: Mapping[Dimension, float],
    short: Mapping[str, float],
    minutes: int,
) -> Selection | None:
    """The best script, or None when none lasts between `SHORTEST` and `LONGEST` minutes.

    weights  share of the core minutes per dimension, sum 1
    short    expected shortfall per competence, in lower case; others count as 0
    """
    found = {name for form in _all_core(pool) for name in _served(form)}
    names = sorted(found, key=lambda name: (-short.get(name, 0.0), name))[:BITS]
    place = {name: number for number, name in enumerate(names)}
    values = [e if (e := short.get(name, 0.0)) > 0 else 0.0 for name in names]
    sets = [_sets(pool, dimension, place) for dimension in Dimension]
    frames = _frames(pool)
    if not frames or not all(sets):
        return None
    share = np.array([weights[dimension] for dimension in Dimension])
    grid = np.array(list(product(*map(sorted, sets))))
    core = grid.sum(axis=1)
    # Rounded, so that lengths that deviate equally are not told apart by a float's last digit.
    deviation = np.round(np.abs(grid - core[:, None] * share).sum(axis=1), 6)
    total = core[:, None] + np.array(list(frames))[None, :]
    distance = np.where((total >= SHORTEST) & (total <= LONGEST), np.abs(total - minutes), np.inf)
    if not np.isfinite(distance).any():
        return None
    rows, columns = np.nonzero(distance == distance.min())
    best = deviation[rows].min()
    candidates = []
    for row, column in zip(rows, columns, strict=True):
        if deviation[row] == best:
            chosen = [sets[at][int(length)] for at, length in enumerate(grid[row])]
            served, variety, forms = _cover(chosen, values)
            frame = list(frames.values())[column]
            codes = [_codes(part) for part in (*forms, *((form,) for form in frame))]
            candidates.append((-served, -variety, codes, forms, frame))
    _, _, _, forms, (opening, pause, closing) = min(candidates, key=lambda found: found[:3])
    core_forms = dict(zip(Dimension, forms, strict=True))
    return Selection(opening, pause, closing, core_forms, float(best))


def _sets(pool: Pool, dimension: Dimension, place: Mapping[str, int]) -> dict[int, _Sets]:
    """Length -> the sets of one dimension's forms with that length, one for each set of bits."""
    talks: Iterable[Forms] = ((),)
    if dimension is pool.talk_first and pool.conversations:
        talks = [(form,) for form in pool.conversations]
    kept: dict[int, dict[int, Forms]] = {}
    for talk in talks:
        room = MOST_PER_DIMENSION - len(talk)
        for size in range(0 if talk else 1, room + 1):
            for rest in combinations(pool.core[dimension], size):
                forms = tuple(sorted((*talk, *rest), key=lambda form: form.code))
                bits = 0
                for name in place.keys() & {name for form in forms for name in _served(form)}:
                    bits |= 1 << place[name]
                same = kept.setdefault(sum(form.minutes for form in forms), {})
                if bits not in same or _codes(forms) < _codes(same[bits]):
                    same[bits] = forms
    return {length: _ordered(same) for length, same in kept.items()}


def _ordered(same: dict[int, Forms]) -> _Sets:
    pairs = sorted(same.items(), key=lambda pair: _codes(pair[1]))
    bits = np.array([bits for bits, _ in pairs], dtype=np.int64)
    return _Sets(tuple(forms for _, forms in pairs), bits)


def _cover(chosen: Sequence[_Sets], values: Sequence[float]) -> tuple[float, int, list[Forms]]:
    """Of one set per dimension: most shortfall served, then most competences, then first codes."""
    first, second, third = (sets.bits for sets in chosen)
    union = first[:, None, None] | second[None, :, None] | third[None, None, :]
    served, variety = np.zeros(union.shape), np.zeros(union.shape, dtype=np.int64)
    for place, value in enumerate(values):
        bit = (union >> place) & 1
        served += value * bit
        variety += bit
    served = np.round(served, 9)
    variety[served < served.max()] = -1
    # argmax gives the first of equals, and sets stand in order of their codes.
    at = np.unravel_index(int(variety.argmax()), union.shape)
    forms = [sets.forms[int(index)] for sets, index in zip(chosen, at, strict=True)]
    return float(served[at]), int(variety[at]), forms


def _frames(pool: Pool) -> dict[int, tuple[WorkingForm, WorkingForm, WorkingForm]]:
    """Length -> opening, pause and closing with that length, first in order of codes."""
    frames: dict[int, tuple[WorkingForm, WorkingForm, WorkingForm]] = {}
    for frame in product(*(sorted(part, key=lambda form: form.code) for part in _outer(pool))):
        opening, pause, closing = frame
        length = opening.minutes + pause.minutes + closing.minutes
        frames.setdefault(length, (opening, pause, closing))
    return frames


def _outer(pool: Pool) -> tuple[Forms, Forms, Forms]:
    return pool.openings, pool.pauses, pool.closings


def _all_core(pool: Pool) -> Forms:
    return sum(pool.core.values(), ()) + pool.conversations


def _served(form: WorkingForm) -> list[str]:
    return [name.strip().casefold() for name in form.competences]


def _codes(forms: Forms) -> tuple[str, ...]:
    return tuple(form.code for form in forms)
