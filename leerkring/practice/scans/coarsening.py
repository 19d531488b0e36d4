"""How a figure is worded so that it does not say more than it should.

A mean at the very end of a scale tells what everybody answered, one next to it what nearly
everybody did. So the last bit of the scale at either end is shown as one: "4,5 of hoger".
"""

import math

from leerkring.practice.scans.results import Accord
from leerkring.practice.scans.statistics.agreement import agreement_limit

SPREAD_FROM = 10  # answers; a mean with its standard deviation often fixes every answer below this
_END = 8  # one eighth of the scale: half a point on 1..5. Our own choice.
_AGREED = 2 / 3  # of the limit A/6; in terms of rwg about .87. Our own choice.


def may_show_spread(n: int) -> bool:
    """Whether a standard deviation, range or histogram over `n` people may be shown or used."""
    return n >= SPREAD_FROM


def ends(low: float, high: float) -> tuple[float, float]:
    """The lowest and the highest mean that are shown as they are, rounded to one decimal.

    On 1..5 these are 1.5 and 4.5; with five answers to one statement a mean at the end (all the
    same) and next to it (all but one) then look alike.
    """
    edge = math.ceil(10 * (high - low) / _END - 1e-9) / 10
    return round(low + edge, 1), round(high - edge, 1)


def coarsened(mean: float, low: float, high: float) -> float:
    """A mean on low..high as it may be shown: one decimal, and none beyond `ends`."""
    lowest, highest = ends(low, high)
    return min(max(math.floor(10 * mean + 0.5 + 1e-9) / 10, lowest), highest)


def as_words(mean: float, low: float, high: float) -> str:
    """A mean for a reader: "3,4", or "4,5 of hoger" and "1,5 of lager" at the ends."""
    lowest, highest = ends(low, high)
    shown = coarsened(mean, low, high)
    words = f"{shown:.1f}".replace(".", ",")
    if shown >= highest:
        return f"{words} of hoger"
    if shown <= lowest:
        return f"{words} of lager"
    return words


def accord(deviation: float, options: int) -> Accord:
    """Agreement in three steps from AD, the mean distance to the mean (see `agreement`).

    Over `agreement_limit` a group is divided; up to two thirds of that, our own line, it is of
    one mind.
    """
    limit = agreement_limit(options)
    if deviation <= _AGREED * limit:
        return Accord.AGREED
    return Accord.MIXED if deviation <= limit else Accord.DIVIDED
