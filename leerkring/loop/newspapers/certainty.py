"""What a result says, in a sentence, as sure as it is and not surer."""

from leerkring.loop.newspapers.paper import Chart, Line
from leerkring.practice.scans.dimensions import Dimension
from leerkring.practice.scans.results import Accord, ScaleResult, UnitResult

# Half the width of an interval that holds the value with 80 % certainty (normal quantile .90).
EIGHTY = 1.2816

_STEPS = (
    (0.95, "vrijwel zeker nog onder het doel"),
    (0.80, "waarschijnlijk nog onder het doel"),
    (0.65, "misschien nog onder het doel"),
    (0.35, "dicht bij het doel"),
    (0.20, "misschien al op het doel"),
    (0.05, "waarschijnlijk op of boven het doel"),
    (-1.0, "vrijwel zeker op of boven het doel"),
)


def in_words(probability_short: float) -> str:
    """How sure it is that the unit lies under its target."""
    return next(words for least, words in _STEPS if probability_short >= least)


def sentence(result: UnitResult, who: str = "het team") -> str:
    """Where the unit stands on Ik, Wij and Wijk, the furthest under target first."""
    groups: dict[str, list[str]] = {}
    ordered = sorted(result.dimensions.items(), key=lambda pair: -pair[1].probability_short)
    for dimension, scale in ordered:
        groups.setdefault(in_words(scale.probability_short), []).append(dimension.label)
    parts = [(listed(labels), words) for words, labels in groups.items()]
    if not parts:
        return ""
    labels, words = parts[0]
    said = f"Op {labels} zit {who} {words}"
    for index, (labels, words) in enumerate(parts[1:]):
        said += f"{', ' if index == 0 and len(parts) > 2 else ' en ' if index else '; '}"
        said += f"op {labels} {words}"
    return said + "."


def stand(result: UnitResult, scale: tuple[float, float], who: str = "het team") -> Chart:
    """The chart of a released result: mean, the band that holds it with 80 % certainty, target."""
    low, high = scale
    lines = tuple(
        _line(d, result.dimensions[d], low, high) for d in Dimension if d in result.dimensions
    )
    notes = [f"De band laat zien waar {who} met 80% zekerheid staat."]
    if result.answered is not None and result.members is not None:
        notes.append(f"{result.answered} van de {result.members} mensen deden mee.")
    divided = [d.label for d, s in result.dimensions.items() if s.accord is Accord.DIVIDED]
    if divided:
        notes.append(f"Over {listed(divided)} lopen de antwoorden uiteen.")
    return Chart("Waar we staan", sentence(result, who), lines, low, high, " ".join(notes))


def listed(words: list[str]) -> str:
    """Ik, Wij en Wijk."""
    return " en ".join(filter(None, [", ".join(words[:-1]), words[-1]])) if words else ""


def _line(dimension: Dimension, scale: ScaleResult, low: float, high: float) -> Line:
    half = EIGHTY * scale.standard_error
    ends = max(low, scale.mean - half), min(high, scale.mean + half)
    return Line(dimension.label, scale.mean, *ends, target=scale.target)
