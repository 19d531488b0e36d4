"""Released results as a plain table: a row per unit and scale, never in the order of a score."""

from collections.abc import Iterable, Iterator

from leerkring.foundation.tables.writing import Value
from leerkring.practice.scans.results import ScaleResult, UnitResult

RESULT_COLUMNS = (
    "soort",
    "eenheid",
    "geantwoord",
    "gevraagd",
    "schaal",
    "gemiddelde",
    "standaardfout",
    "doel",
    "kans onder doel",
    "verwacht tekort",
    "eensgezindheid",
    "niet getoond omdat",
)
NO_SCALE = (None,) * 7


def result_rows(units: Iterable[UnitResult]) -> Iterator[tuple[Value, ...]]:
    """Rows under `RESULT_COLUMNS`; a unit that is withheld has one, with the reason."""
    for unit in units:
        start = (unit.kind.value, unit.name, unit.answered, unit.members)
        if unit.withheld is not None:
            yield (unit.kind.value, unit.name, None, None, *NO_SCALE, unit.withheld)
            continue
        for dimension, result in unit.dimensions.items():
            yield (*start, *_scale(dimension.label, result), None)
        for competence, result in unit.competences.items():
            yield (*start, *_scale(competence, result), None)


def _scale(name: str, result: ScaleResult) -> tuple[Value, ...]:
    return (
        name,
        result.mean,
        round(result.standard_error, 2),
        result.target,
        round(result.probability_short, 2),
        round(result.shortfall, 2),
        result.accord.value if result.accord else None,
    )
