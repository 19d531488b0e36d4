"""A programme's round that people answer online: it is opened, and later concluded."""

from datetime import date
from typing import Any

from django.db import transaction

from leerkring.loop.programmes.actions import set_up_round
from leerkring.loop.programmes.intake import Intake
from leerkring.loop.programmes.models import Programme
from leerkring.practice.answering.actions import launch_round


@transaction.atomic
def ask_online(programme: Programme, intake: Intake, *, until: date, welcome: str, by: Any) -> None:
    """Teams come in, everyone in `intake.people` is invited, and the round is open.

    Raises AlreadyTakenIn.
    """
    teams = set_up_round(programme, intake)
    by_name = {row.name: team for row, team in zip(intake.teams, teams, strict=True)}
    assert programme.round is not None
    launch_round(
        programme.round,
        people=[(by_name[person.team], person.email) for person in intake.people],
        until=until,
        welcome=welcome,
        by=by,
    )
