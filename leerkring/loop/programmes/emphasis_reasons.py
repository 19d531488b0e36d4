"""The sentences that explain an emphasis: "waarom dit programma?"."""

import math
from collections.abc import Mapping, Sequence
from itertools import combinations

from leerkring.loop.programmes.wording import chance, listing, number, percent
from leerkring.practice.scans.dimensions import Dimension

Chances = Mapping[tuple[Dimension, Dimension], float]

IN_BALANCE = ("Ik, Wij en Wijk zijn in balans: elk evenveel tijd.",)
YOUR_CHOICE = "Past dit niet bij jullie? Kies dan zelf een verdeling en schrijf op waarom."
WITHHELD = (
    "De uitslag van dit team laten we niet zien. Met deze cijfers erbij kan te herleiden zijn wat "
    "een kleine groep mensen heeft geantwoord.",
    "Dat zegt niets over wie er wel of niet heeft meegedaan.",
    "Daarom krijgen Ik, Wij en Wijk elk een derde van de tijd.",
    YOUR_CHOICE,
)


def probability(more: Chances, first: Dimension, second: Dimension) -> float:
    """Chance that `first` falls shorter than `second`; NaN where it is not known."""
    if (first, second) in more:
        return more[first, second]
    return 1.0 - more.get((second, first), math.nan)


def nothing_short(limit: float) -> str:
    return (
        "Jullie liggen bij Ik, Wij en Wijk niet of nauwelijks onder het doel: samen minder dan "
        f"{number(limit, 2)} punt. Daarom krijgt elk onderdeel een derde van de tijd."
    )


def calculation(
    short: Mapping[Dimension, float], raw: Mapping[Dimension, float], floor: float, spread: float
) -> list[str]:
    """The formula, the numbers that go in and what comes out."""
    total = number(sum(short.values()), 2)
    amounts = {d: number(short[d], 2) for d in Dimension}
    start = f"{percent(floor)} + {percent(spread)}"
    sums = [f"{d.label} {start} × {amounts[d]} : {total} = {percent(raw[d])}" for d in Dimension]
    return [
        f"Elk onderdeel krijgt ten minste {percent(floor)} van de tijd. De overige "
        f"{percent(spread)} gaat naar de onderdelen waar jullie naar verwachting het verst onder "
        "het doel liggen.",
        "Het verwachte tekort is "
        + listing(f"{amounts[d]} punt bij {d.label}" for d in Dimension)
        + f"; samen {total}.",
        f"De berekening, afgerond: {listing(sums)}.",
    ]


def sharing(
    group: Sequence[Dimension],
    weights: Mapping[Dimension, float],
    more: Chances,
    certain: float,
) -> list[str]:
    """Why the dimensions of one group get the same share; nothing for a group of one."""
    if len(group) == 1:
        return []
    names = listing(dimension.label for dimension in group)
    share = "een derde" if len(group) == len(Dimension) else percent(weights[group[0]])
    said = [
        f"Van {names} is niet duidelijk genoeg welk tekort groter is. "
        f"Daarom krijgt elk van die onderdelen {share} van de tijd."
    ]
    said += [_pair(a, b, more, certain) for a, b in combinations(group, 2)]
    return said


def _pair(a: Dimension, b: Dimension, more: Chances, certain: float) -> str:
    """What is known of one pair in a group that shares its weight."""
    likely = probability(more, a, b)
    if math.isnan(likely):
        return f"Hoe {a.label} en {b.label} zich verhouden, is niet te berekenen."
    if likely < 0.5:
        a, b, likely = b, a, probability(more, b, a)
    if likely >= certain:
        return (
            f"De kans dat {a.label} verder onder het doel ligt dan {b.label} is wel "
            f"{chance(likely)}, maar het verschil is klein of de volgorde van alle onderdelen "
            "samen staat niet vast."
        )
    return (
        f"De kans dat {a.label} verder onder het doel ligt dan {b.label} is {chance(likely)}; "
        f"pas vanaf {percent(certain)} maken we verschil."
    )


def claims(groups: Sequence[Sequence[Dimension]], more: Chances) -> tuple[str, ...]:
    """ "More … than …" for dimensions in different groups, "in balance" within a group."""
    if len(groups) == 1:
        return IN_BALANCE
    said = [
        f"Meer {a.label} dan {b.label}: de kans dat jullie bij {a.label} verder onder het doel "
        f"liggen, is {chance(probability(more, a, b))}."
        for first, second in combinations(groups, 2)
        for a in first
        for b in second
    ]
    shared = [listing(d.label for d in group) for group in groups if len(group) > 1]
    return (*said, *(f"{names} zijn in balans: evenveel tijd." for names in shared))


def difference(divided: Sequence[Dimension]) -> list[str]:
    """Why the first core activity is a conversation, and what else the team sees differently."""
    if not divided:
        return []
    said = [
        f"Over {divided[0].label} denken jullie heel verschillend. "
        "Daarom begint de sessie met een gesprek over dat verschil."
    ]
    if divided[1:]:
        others = listing(dimension.label for dimension in divided[1:])
        said.append(f"Ook bij {others} lopen de antwoorden uiteen. Houd daar ruimte voor.")
    return said


def missing(labels: Sequence[str]) -> str:
    return f"Geef ook aan hoeveel tijd er voor {listing(labels)} is."


def too_little(label: str, least: float) -> str:
    return f"Geef {label} ten minste {percent(least)} van de tijd."


def wrong_sum(total: float) -> str:
    if not math.isfinite(total):
        return "Gebruik voor elk onderdeel een gewoon getal."
    return f"De delen zijn samen {number(total * 100, 1)}%. Zorg dat het samen 100% is."
