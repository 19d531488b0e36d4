"""Which domains of life a team covers, as a picture with its point; no Django, no database."""

from collections.abc import Mapping
from dataclasses import dataclass

from leerkring.foundation.design.drawing import Drawing
from leerkring.foundation.design.steps_chart import Step, steps_chart
from leerkring.loop.programmes.wording import listing
from leerkring.practice.scans.coverage import DOMAINS, MEANING, WITHHELD, Coverage, Domain

UNTOLD = "niet te tonen"
FILLED = {Coverage.COVERED: 2, Coverage.THIN: 1, Coverage.NOT: 0}


@dataclass(frozen=True)
class PictureOfCoverage:
    """`drawing` is None when no domain may be told; `withheld` then says why, or why some are not.

    legend   what the steps mean: (word, explanation)
    """

    point: str
    drawing: Drawing | None = None
    legend: tuple[tuple[str, str], ...] = ()
    withheld: str = ""


def coverage_picture(told: Mapping[str, Coverage | None]) -> PictureOfCoverage:
    """`told`: a step or nothing by code of a domain."""
    steps = {domain: told.get(domain.code) for domain in DOMAINS}
    if not any(steps.values()):
        return PictureOfCoverage("", withheld=WITHHELD)
    rows = [
        Step(domain.name, None if step is None else FILLED[step], step.value if step else UNTOLD)
        for domain, step in steps.items()
    ]
    return PictureOfCoverage(
        point=_point(steps),
        drawing=steps_chart(rows, width=400, size=15, title="Wat we samen weten"),
        legend=tuple((step.value.capitalize(), MEANING[step]) for step in Coverage),
        withheld=WITHHELD if None in steps.values() else "",
    )


def _point(steps: Mapping[Domain, Coverage | None]) -> str:
    """What is missing first, and otherwise what is thin."""
    for step in (Coverage.NOT, Coverage.THIN):
        names = [domain.name for domain, each in steps.items() if each is step]
        if names:
            return f"{step.value.capitalize()}: {listing(names)}."
    return "Van elk onderwerp dat we tonen, weten minstens drie mensen veel."
