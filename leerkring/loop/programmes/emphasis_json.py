"""An emphasis advice as JSON, as it is kept with a team."""

from typing import Any

from leerkring.loop.programmes.emphasis import EmphasisAdvice
from leerkring.practice.scans.dimensions import Dimension


def advice_as_json(advice: EmphasisAdvice) -> dict[str, Any]:
    return {
        "weights": {dimension.value: weight for dimension, weight in advice.weights.items()},
        "claims": list(advice.claims),
        "talk_first": advice.talk_first.value if advice.talk_first else None,
        "reasons": list(advice.reasons),
        "balanced": advice.balanced,
    }


def advice_from_json(data: dict[str, Any]) -> EmphasisAdvice:
    return EmphasisAdvice(
        weights={Dimension(name): weight for name, weight in data["weights"].items()},
        claims=tuple(data["claims"]),
        talk_first=Dimension(data["talk_first"]) if data["talk_first"] else None,
        reasons=tuple(data["reasons"]),
        balanced=data["balanced"],
    )
