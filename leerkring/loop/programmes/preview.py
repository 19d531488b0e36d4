"""What will happen when an intake is confirmed: told before it does."""

from dataclasses import dataclass

from leerkring.foundation.tables.cells import key_of
from leerkring.loop.programmes.intake import Intake, units_of
from leerkring.practice.answering.rehearsal import Rehearsal, rehearse
from leerkring.practice.scans.snapshot import freeze


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
    """What the teams would see, by the same calculation that freezes it."""
    frozen = freeze(intake.instrument, intake.answers, units_of(intake), k=k)
    names = sorted(team.name for team in frozen.teams if not team.is_shown)
    figures = intake.figures
    return Preview(
        instrument=f"{intake.instrument.name} ({intake.instrument.version})",
        teams=len(intake.teams),
        organisations=len({key_of(team.organisation) for team in intake.teams}),
        answers=len(intake.answers),
        withheld=tuple(names),
        municipalities=intake.municipalities,
        dropped=intake.dropped,
        ignored=intake.ignored,
        notes=intake.notes,
        figures=len(figures.figures) if figures else 0,
        unknown_figures=tuple(figures.unknown_columns) if figures else (),
    )


def rehearsal_of(intake: Intake, *, rate: float, k: int) -> Rehearsal:
    """What would be shown when this share of the invited people answers."""
    asked: dict[str, int] = {}
    key = {team.name: slug for team, slug in zip(intake.teams, intake.slugs, strict=True)}
    for person in intake.people:
        asked[key[person.team]] = asked.get(key[person.team], 0) + 1
    return rehearse(units_of(intake), asked, rate=rate, k=k)
