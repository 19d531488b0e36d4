"""What a coordinator and a team do with a programme."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from leerkring.foundation.activity.actions import record
from leerkring.foundation.search.actions import index
from leerkring.loop.programmes import drafts
from leerkring.loop.programmes.emphasis import EmphasisChoice
from leerkring.loop.programmes.emphasis_json import advice_as_json
from leerkring.loop.programmes.intake import Intake
from leerkring.loop.programmes.models import (
    IntakeDraft,
    Overruling,
    Participation,
    Programme,
    Role,
    Tailoring,
)
from leerkring.loop.programmes.queries import chosen_weights, previous_round, result_of
from leerkring.loop.programmes.script import Script
from leerkring.loop.programmes.tailoring import tailor
from leerkring.loop.programmes.week_plan_actions import keep_to_plan
from leerkring.network.figures.actions import take_in_figures
from leerkring.network.people.actions import municipality_named, take_in_teams
from leerkring.network.people.models import Team
from leerkring.network.people.queries import free_slug
from leerkring.practice.answering.closing_actions import end_round
from leerkring.practice.gatherings.actions import plan_session, replace_script
from leerkring.practice.gatherings.models import Block
from leerkring.practice.scans.actions import open_round, take_in_answers

DRAFT_KEEP = timedelta(days=1)


class AlreadyTakenIn(Exception):
    """A programme has one round; a second intake is a new programme."""


@transaction.atomic
def start_programme(
    *,
    name: str,
    municipality: str,
    starts_on: date,
    ends_on: date,
    budget: int,
    by: Any,
    follows: Programme | None = None,
) -> Programme:
    """A new programme; who starts it coordinates it. `follows`: see `queries.may_be_followed`."""
    programme = Programme.objects.create(
        name=name,
        slug=free_slug(Programme, name),
        municipality=municipality_named(municipality),
        starts_on=starts_on,
        ends_on=ends_on,
        budget=budget,
        follows=follows,
    )
    Role.objects.create(programme=programme, person=by, kind=Role.Kind.COORDINATOR)
    record("programmes.started", by=by, about=programme, sentence=f"«{programme}» is begonnen.")
    return programme


@transaction.atomic
def lay_ready(
    programme: Programme, intake: Intake, *, by: Any, until: date | None = None, welcome: str = ""
) -> IntakeDraft:
    """Keep what was read until the coordinator says yes; older drafts go.

    `until` and `welcome` belong to a round that will be answered online.
    """
    IntakeDraft.objects.filter(at__lt=timezone.now() - DRAFT_KEEP).delete()
    IntakeDraft.objects.filter(programme=programme).delete()
    return IntakeDraft.objects.create(
        programme=programme, by=by, content=drafts.as_json(intake), until=until, welcome=welcome
    )


@transaction.atomic
def take_in(programme: Programme, intake: Intake, *, by: Any) -> None:
    """The main step: teams and answers come in, the round closes, every team gets its script.

    All or nothing. Raises AlreadyTakenIn, also for two who say yes at the same moment.
    """
    teams = set_up_round(programme, intake)
    assert programme.round is not None
    slugs = tuple(team.slug for team in teams)
    take_in_answers(round=programme.round, answers=replace(intake.answers, teams=slugs))
    conclude_round(programme, by=by)
    record(
        "programmes.taken_in",
        by=by,
        about=programme,
        sentence=f"{len(teams)} teams en {len(intake.answers)} antwoorden ingelezen.",
    )


def set_up_round(programme: Programme, intake: Intake) -> list[Team]:
    """Teams, figures and an open round for a programme; the teams in the order of the file.

    Raises AlreadyTakenIn when the programme has its round.
    """
    if Programme.objects.select_for_update().get(pk=programme.pk).round_id is not None:
        raise AlreadyTakenIn
    if intake.figures:
        take_in_figures(intake.figures)
    teams = take_in_teams(intake.teams)
    programme.round = open_round(
        name=f"{intake.instrument.name}, {programme}",
        instrument=intake.instrument,
        teams=teams,
        on=timezone.localdate(),
        previous=previous_round(programme),
    )
    programme.save(update_fields=["round"])
    Participation.objects.bulk_create(
        Participation(programme=programme, team=team) for team in teams
    )
    IntakeDraft.objects.filter(programme=programme).delete()
    return teams


@transaction.atomic
def conclude_round(programme: Programme, *, by: Any) -> None:
    """Close the round for good, and give every team its programme. Raises RoundIsClosed."""
    assert programme.round is not None
    end_round(programme.round, by=by)
    for participation in programme.participations.select_related("team", "programme__round"):
        tailor_team(participation)


@transaction.atomic
def tailor_team(participation: Participation) -> None:
    """Advise an emphasis, and give the team's session the script that fits its choice."""
    tailored = tailor(
        result_of(participation),
        people=participation.team.size,
        minutes=participation.programme.session_minutes,
        chosen=chosen_weights(participation),
    )
    Tailoring.objects.update_or_create(
        participation=participation,
        defaults={
            "advice": advice_as_json(tailored.advice),
            "script_why": list(tailored.script.why),
        },
    )
    blocks = blocks_of(tailored.script)
    if participation.session:
        replace_script(participation.session, blocks)
        return
    participation.session = plan_session(team=participation.team, blocks=blocks)
    participation.save(update_fields=["session"])
    index(participation.session)
    keep_to_plan(participation)


def blocks_of(script: Script) -> list[Block]:
    return [
        Block(
            start_minute=block.start_minute,
            minutes=block.minutes,
            form_code=block.form.code,
            title=block.form.title,
            dimension=block.form.dimension or "",
            goal=block.form.goal,
            material=block.form.material,
            steps=list(block.form.steps),
            why=block.why,
        )
        for block in script.blocks
    ]


@transaction.atomic
def overrule(participation: Participation, choice: EmphasisChoice, *, by: Any) -> Overruling:
    """The team chooses another mix; advice, choice and reason are all kept."""
    overruling = Overruling.objects.create(
        participation=participation,
        weights={dimension.value: weight for dimension, weight in choice.weights.items()},
        reason=choice.reason,
        by=by,
    )
    tailor_team(participation)
    record(
        "programmes.overruled",
        by=by,
        about=participation,
        sentence=f"{participation.team} koos een andere nadruk.",
    )
    return overruling
