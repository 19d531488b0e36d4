"""Taking files out of a programme; each one is in the record."""

from typing import Any

import numpy as np
from django.db import transaction

from leerkring.foundation.activity.actions import record
from leerkring.loop.programmes.export_files import ExportFile, answers_file, figures_file
from leerkring.loop.programmes.export_queries import EXPORTED, figures_for, releasable_answers
from leerkring.loop.programmes.models import Programme
from leerkring.loop.programmes.queries import instrument_of
from leerkring.loop.programmes.rules import has_results, roles_of, takes_out_answers
from leerkring.practice.scans.formats.answer_tables import in_random_order


class MayNotGoOut(Exception):
    """Before closing, or to somebody without the role."""


@transaction.atomic
def take_out_answers(programme: Programme, *, form: str, by: Any) -> ExportFile:
    """The rows that may go out, in an order drawn anew each time. Raises MayNotGoOut."""
    if not takes_out_answers(by, programme):
        raise MayNotGoOut
    answers = in_random_order(releasable_answers(programme).answers, np.random.default_rng())
    file = answers_file(form, answers, instrument_of(programme))
    rows = "1 rij" if len(answers) == 1 else f"{len(answers)} rijen"
    record(
        EXPORTED, by=by, about=programme, sentence=f"Antwoorden opgehaald: {rows}, {file.title}."
    )
    return file


@transaction.atomic
def take_out_figures(programme: Programme, *, form: str, by: Any) -> ExportFile:
    """Released results, as far as this person sees them on pages. Raises MayNotGoOut."""
    if not has_results(programme) or not roles_of(by, programme):
        raise MayNotGoOut
    file = figures_file(form, figures_for(programme, by))
    record(EXPORTED, by=by, about=programme, sentence=f"Uitkomsten opgehaald: {file.title}.")
    return file
