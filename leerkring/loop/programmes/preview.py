"""What will happen when an intake is confirmed: told before it does."""

from dataclasses import dataclass

from leerkring.loop.programmes.intake import Intake, units_of
from leerkring.practice.scans.release import Unit, release_tree
from leerkring.practice.scans.results import UnitKind


@dataclass(frozen=True)
class Preview:
    """Counts and names only. `withheld`: teams that will get a balanced programme instead of a
    report, because too few answered or to protect another team."""

    instrument: str
    teams: int
    organisations: int
    answers: int
    withheld: tuple[str, ...]
    municipalities: tuple[str, ...]
    dropped: tuple[str, ...]
    ignored: tuple[str, ...]
    notes: tuple[str, ...]
    figures: int
    unknown_figures: tuple[str, ...]


def preview_of(intake: Intake, *, k: int) -> Preview:
    """What a release with this `k` would show of the intake."""
    answered = dict(zip(intake.slugs, intake.answered(), strict=True))
    units = units_of(intake)
    release = release_tree(
        [Unit(unit.key, unit.parent, answered.get(unit.key, 0)) for unit in units], k
    )
    names = sorted(
        unit.name for unit in units if unit.kind is UnitKind.TEAM and unit.key in release.withheld
    )
    figures = intake.figures
    return Preview(
        instrument=f"{intake.instrument.name} ({intake.instrument.version})",
        teams=len(intake.teams),
        organisations=len({team.organisation for team in intake.teams}),
        answers=len(intake.answers),
        withheld=tuple(names),
        municipalities=intake.municipalities,
        dropped=intake.dropped,
        ignored=intake.ignored,
        notes=intake.notes,
        figures=len(figures.figures) if figures else 0,
        unknown_figures=tuple(figures.unknown_columns) if figures else (),
    )
