"""The main job in one direction, without a database: files in, papers and an advice out.

    intake → freeze → tailor → compose → (typeset)

The site does the same steps through its rooms' actions; here they follow each other.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from leerkring.loop.advice.composing import compose_advice
from leerkring.loop.advice.offers import Offer
from leerkring.loop.advice.plans import Terms
from leerkring.loop.advice.report import TrainingAdviceReport
from leerkring.loop.newspapers.city_composing import TeamPaper, compose_city_paper
from leerkring.loop.newspapers.composing import compose_team_paper
from leerkring.loop.newspapers.figure_lines import FigureFact, figure_lines
from leerkring.loop.newspapers.paper import Paper
from leerkring.loop.programmes.intake import Intake, places_of, units_of
from leerkring.loop.programmes.tailoring import Tailored, tailor
from leerkring.network.people.team_files import TeamRow
from leerkring.practice.gatherings.harvest import Harvest
from leerkring.practice.scans.results import UnitKind, UnitResult
from leerkring.practice.scans.snapshot import Snapshot, freeze_for_both
from leerkring.practice.scans.trees import organisation_key


@dataclass(frozen=True)
class TeamWork:
    """Everything the job makes for one team."""

    slug: str
    team: TeamRow
    result: UnitResult
    tailored: Tailored
    paper: Paper


@dataclass(frozen=True)
class Job:
    """A round that was read and frozen, ready to be worked out."""

    intake: Intake
    snapshot: Snapshot
    public: Snapshot
    day: date


def freeze_intake(intake: Intake, *, k_team: int, k_public: int, day: date) -> Job:
    team, public = freeze_for_both(
        intake.instrument, intake.answers, units_of(intake), k_team=k_team, k_public=k_public
    )
    return Job(intake, team, public, day)


def work_per_team(job: Job) -> Iterator[TeamWork]:
    """Each team's programme and paper, in the order of the file."""
    for slug, team in zip(job.intake.slugs, job.intake.teams, strict=True):
        result = job.snapshot.unit(slug, UnitKind.TEAM)
        tailored = tailor(result, people=team.members)
        yield TeamWork(slug, team, result, tailored, _paper(job, team, result, tailored))


def _paper(job: Job, team: TeamRow, result: UnitResult, tailored: Tailored) -> Paper:
    """The paper before the session: what the scan says, the programme, and room to write."""
    facts = facts_about(job.intake, team)
    return compose_team_paper(
        team=team.name,
        district=facts[0].area_name if facts else team.district,
        municipality=team.municipality,
        organisation=team.organisation,
        date=job.day,
        number=1,
        harvest=Harvest(),
        result=result,
        script=[f"{b.minutes} min {b.form.title}" for b in tailored.script.blocks],
        minutes=tailored.script.minutes,
        why=tailored.advice.claims[0] if tailored.advice.claims else "",
        figures=figure_lines(facts),
        scale=(job.intake.instrument.low, job.intake.instrument.high),
        validated=job.intake.instrument.validated,
    )


def facts_about(intake: Intake, team: TeamRow) -> list[FigureFact]:
    """What the district file says about a team's district, by code or by name."""
    if intake.figures is None or not team.district:
        return []
    wanted = team.district.casefold()
    return [
        FigureFact(
            key=row.key,
            period=row.period or intake.figures.period or "",
            value=row.value,
            area_name=row.area_name,
        )
        for row in intake.figures.figures
        if wanted in {row.area_code.casefold(), row.area_name.casefold()}
    ]


def city_paper_of(job: Job, papers: Sequence[Paper]) -> Paper:
    """The city's paper before the sessions: how the municipality stands, when that may be told."""
    top = [unit for unit in job.public.units if unit.kind is UnitKind.MUNICIPALITY][:1]
    return compose_city_paper(
        municipality=", ".join(job.intake.municipalities),
        date=job.day,
        number=1,
        papers=[TeamPaper(paper) for paper in papers],
        result=top[0] if top else None,
        scale=(job.intake.instrument.low, job.intake.instrument.high),
    )


def advice_of(job: Job, offers: Sequence[Offer], *, budget: int) -> TrainingAdviceReport:
    places = places_of(job.intake.teams, job.intake.slugs)
    units = [unit for unit in job.snapshot.units if unit.kind is UnitKind.ORGANISATION]
    return compose_advice(
        municipality=", ".join(job.intake.municipalities),
        on=job.day,
        instrument=job.intake.instrument,
        teams=job.snapshot.teams,
        organisations=units,
        organisation_of={
            place.key: organisation_key(place.municipality, place.organisation) for place in places
        },
        offers=offers,
        terms=Terms(budget=budget),
    )
