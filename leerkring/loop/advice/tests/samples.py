"""An invented advice with everything in it: the material of the tests of page and paper."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from leerkring.loop.advice.composing import compose_advice
from leerkring.loop.advice.offer_files import demo_catalogue
from leerkring.loop.advice.plans import Terms
from leerkring.loop.advice.report import TrainingAdviceReport
from leerkring.practice.scans.instrument_files import built_in
from leerkring.practice.scans.results import ScaleResult, UnitKind, UnitResult

NAMES = tuple(f"Wijkteam {place}" for place in (
    "Achterhaven", "Binnenhof", "Citroenwijk", "Dwarsvaart", "Eiland", "Fabriekskade",
    "Graanplein", "Houtmarkt", "IJsbaan", "Jachtveld", "Kolenpark", "Lindelaan",
))  # fmt: skip


@cache
def advice(
    names: Sequence[str] = NAMES,
    *,
    budget: int = 30_000,
    all_withheld: bool = False,
    municipality: str = "Waterstad",
) -> TrainingAdviceReport:
    """Three teams to an organisation; the first team and the last organisation are withheld."""
    teams = [
        _unit(f"t{number}", name, number, withheld=all_withheld or number == 0)
        for number, name in enumerate(names)
    ]
    keys = [f"o{number}" for number in range(-(-len(names) // 3))]
    organisations = [
        replace(
            _unit(key, f"Stichting {key.upper()}", 1, withheld=all_withheld or key == keys[-1]),
            kind=UnitKind.ORGANISATION,
        )
        for key in keys
    ]
    if len(names) > 3:
        teams[-3:] = [replace(t, competences={}, withheld="Te weinig.") for t in teams[-3:]]
    wishes = {} if all_withheld else {f"t{n}": ["contact", "verbinden"] for n in range(6)}
    return compose_advice(
        municipality=municipality,
        on=date(2026, 10, 16),
        instrument=built_in(),
        teams=teams,
        organisations=organisations,
        organisation_of={f"t{n}": f"o{n // 3}" for n in range(len(names))},
        offers=demo_catalogue(),
        terms=Terms(budget=budget),
        wishes=wishes,
    )


def _unit(key: str, name: str, number: int, *, withheld: bool) -> UnitResult:
    if withheld:
        return UnitResult(key, name, UnitKind.TEAM, None, None, withheld="Te weinig antwoorden.")
    scales = {
        competence: ScaleResult(3.4, 0.2, 3.6, ((number * 7 + at * 5) % 10) / 10, 0.2)
        for at, competence in enumerate(built_in().competences)
    }
    return UnitResult(key, name, UnitKind.TEAM, 8, 9, {}, scales)
