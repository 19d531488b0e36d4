"""The files around the main job: all is read before anything is made, and lands at once."""

import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from rich.console import Console
from rich.progress import track

from leerkring.foundation.tables.faults import BadTable, Fault
from leerkring.foundation.tables.reading import read_table
from leerkring.foundation.tables.writing import csv_text
from leerkring.loop.advice.offer_files import read_offers
from leerkring.loop.advice.offers import Offer
from leerkring.loop.advice.report import COLUMNS
from leerkring.loop.advice.typesetting import typeset_advice
from leerkring.loop.newspapers.paper import Paper
from leerkring.loop.newspapers.standalone import standalone
from leerkring.loop.newspapers.typesetting import typeset
from leerkring.loop.programmes.emphasis_json import advice_as_json
from leerkring.loop.programmes.intake import HandedFile, Intake, read_intake
from leerkring.practice.scans.snapshot_json import unit_as_json
from leerkring.site.landing import all_or_nothing
from leerkring.site.main_job import (
    Job,
    TeamWork,
    advice_of,
    city_paper_of,
    freeze_intake,
    work_per_team,
)
from leerkring.site.round_statistics import round_statistics


def read_files(
    teams: Path,
    answers: Path,
    *,
    instrument: Path | None = None,
    districts: Path | None = None,
    offers: Path | None = None,
) -> tuple[Intake, tuple[Offer, ...]]:
    """Everything that was handed over. Raises BadTable with the faults of all files."""
    faults: list[Fault] = []
    catalogue: tuple[Offer, ...] = ()
    try:
        catalogue = read_offers(read_table(offers, offers.name)) if offers else ()
    except BadTable as bad:
        faults.extend(bad.faults)
    try:
        intake = read_intake(
            _handed(teams),
            _handed(answers),
            instrument=_handed(instrument) if instrument else None,
            districts=_handed(districts) if districts else None,
        )
    except BadTable as bad:
        faults[:0] = bad.faults
    if faults:
        raise BadTable(faults)
    return intake, catalogue


def _handed(path: Path) -> HandedFile:
    return HandedFile(path.name, path)


def write_all(
    intake: Intake, offers: tuple[Offer, ...], *, budget: int, out: Path, day: date
) -> None:
    """Work everything out and only then put it in `out`. On OSError `out` is untouched."""
    job = freeze_intake(intake, k_team=settings.K_TEAM, k_public=settings.K_PUBLIC, day=day)
    with all_or_nothing(out) as desk:
        papers = _write_teams(job, desk)
        _write_city(job, papers, desk, offers, budget)


def _write_teams(job: Job, desk: Path) -> list[Paper]:
    (desk / "programma").mkdir()
    (desk / "kranten").mkdir()
    papers = []
    for work in _with_progress(work_per_team(job), len(job.intake.teams)):
        _write_json(desk / "programma" / f"{work.slug}.json", programme_of(work))
        paper = desk / "kranten" / work.slug
        paper.with_suffix(".pdf").write_bytes(typeset(work.paper).pdf)
        paper.with_suffix(".html").write_text(standalone(work.paper), encoding="utf-8")
        papers.append(work.paper)
    return papers


def _with_progress(work: Iterator[TeamWork], total: int) -> Iterator[TeamWork]:
    """A bar for who looks on; a log or a pipe gets none."""
    if not sys.stderr.isatty():
        return work
    return iter(track(work, "Kranten zetten", total=total, console=Console(stderr=True)))


def _write_city(
    job: Job, papers: list[Paper], desk: Path, offers: tuple[Offer, ...], budget: int
) -> None:
    advice = advice_of(job, offers, budget=budget)
    (desk / "stad.pdf").write_bytes(typeset(city_paper_of(job, papers)).pdf)
    (desk / "advies.pdf").write_bytes(typeset_advice(advice))
    rows = [tuple(row.values()) for row in advice.as_rows()]
    (desk / "advies.csv").write_text(csv_text(COLUMNS, rows), encoding="utf-8")
    withheld = [(unit.name, unit.withheld) for unit in job.snapshot.units if unit.withheld]
    text = csv_text(("unit", "reason"), withheld)
    (desk / "achtergehouden.csv").write_text(text, encoding="utf-8")
    _write_json(desk / "statistiek.json", round_statistics(job.intake, job.snapshot))


def programme_of(work: TeamWork) -> dict[str, Any]:
    """A team's programme as it is written to a file."""
    return {
        "team": work.team.name,
        "organisatie": work.team.organisation,
        "wijk": work.team.district,
        "gemeente": work.team.municipality,
        "uitkomst": unit_as_json(work.result),
        "nadruk": advice_as_json(work.tailored.advice),
        "draaiboek": [
            {
                "begin": block.start_minute,
                "minuten": block.minutes,
                "werkvorm": block.form.code,
                "titel": block.form.title,
                "kant": block.form.dimension,
                "waarom": block.why,
                "stappen": list(block.form.steps),
            }
            for block in work.tailored.script.blocks
        ],
        "waarom": list(work.tailored.script.why),
    }


def _write_json(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")
