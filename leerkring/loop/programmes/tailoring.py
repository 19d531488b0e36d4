"""From a team's result to a programme that fits it: emphasis first, then the script."""

from dataclasses import dataclass

from leerkring.loop.programmes.emphasis import EmphasisAdvice, advise
from leerkring.loop.programmes.script import Script, make_script
from leerkring.practice.gatherings.form_files import library
from leerkring.practice.scans.dimensions import Dimension
from leerkring.practice.scans.results import UnitResult

DEFAULT_PEOPLE = 10


@dataclass(frozen=True)
class Tailored:
    """What is advised to one team; `script` follows the team's own choice where it made one."""

    advice: EmphasisAdvice
    script: Script


def tailor(
    result: UnitResult,
    *,
    people: int | None = None,
    minutes: int = 180,
    chosen: dict[Dimension, float] | None = None,
) -> Tailored:
    """`people` is how many will be in the room; unknown counts as ten."""
    advice = advise(result)
    script = make_script(
        chosen or advice.weights,
        library(),
        people=people or DEFAULT_PEOPLE,
        competences_short={name: scale.shortfall for name, scale in result.competences.items()},
        minutes=minutes,
        talk_first=advice.talk_first,
    )
    return Tailored(advice, script)
