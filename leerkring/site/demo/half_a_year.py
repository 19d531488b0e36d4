"""The same teams twice: a first round half a year before the week, so that there is change to see.

What people answered then is what they answer in the week, moved back. Per team and dimension a
shift is drawn (in points on 1..5; `SHIFTS` sets a few by hand); an answer moves by one step with
that chance, and four in ten move a step by themselves, as answers of the same person do. So the
first row of a team is the same invented person in both rounds.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from uuid import UUID, uuid5

import numpy as np
from django.db import transaction
from django.utils import timezone

from leerkring.loop.programmes.actions import (
    conclude_round,
    set_up_round,
    start_programme,
    take_in,
)
from leerkring.loop.programmes.intake import Intake
from leerkring.loop.programmes.models import Programme
from leerkring.network.people.models import Person, Team
from leerkring.practice.answering.knowledge_actions import take_in_knowledge
from leerkring.practice.answering.own_scores import change_between, own_result
from leerkring.practice.gatherings.actions import arrange, save_note
from leerkring.practice.scans.actions import take_in_answers, take_in_change
from leerkring.practice.scans.answers import DONT_KNOW, NOT_ANSWERED, Answers
from leerkring.practice.scans.coverage import DOMAINS, Knowledge
from leerkring.practice.scans.dimensions import Dimension
from leerkring.practice.scans.instruments import Instrument
from leerkring.practice.scans.models import Round

SEED = 2025
BEFORE = timedelta(weeks=26)
NAMESPACE = UUID("b4a1a0a3-7e0b-4a55-9a9c-6a3f3f0d1c11")
SPREAD = 0.3  # of shifts between teams, in points
BY_ITSELF = 0.4
NOT_EVERYONE = 3  # in every third team too few people chose to be compared
SHIFTS: dict[str, dict[Dimension, float]] = {
    "Wijkteam Bloemhof-Noord": {Dimension.SELF: 0.1, Dimension.TEAM: 0.9, Dimension.DISTRICT: -0.6},
    "Wijkteam Schiebroek": {Dimension.SELF: 0.0, Dimension.TEAM: 0.1, Dimension.DISTRICT: 0.8},
}
AGREED = (
    "Over een half jaar vullen we de quickscan weer in, en kijken we wat er veranderd is.",
    "We nemen elke maand een uur om samen terug te kijken.",
    "We gaan vaker langs bij de scholen in de wijk.",
)


def first_round(everything: Intake, *, monday: date, by: Person) -> Programme:
    """The programme of half a year before: asked, met, done."""
    starts_on = monday - BEFORE
    programme = start_programme(
        name="Eerste quickscan",
        municipality="Rotterdam",
        starts_on=starts_on,
        ends_on=starts_on + timedelta(weeks=4),
        budget=0,
        by=by,
    )
    before = answers_before(everything.answers, everything.instrument)
    take_in(programme, replace(everything, answers=before), by=by)
    for number, participation in enumerate(programme.participations.select_related("session")):
        day = starts_on + timedelta(weeks=1, days=number % 5)
        start = timezone.make_aware(datetime.combine(day, time(13, 0)))
        session = participation.session
        assert session is not None
        arrange(session, facilitator=None, starts_at=start, place="Teamkamer")
        save_note(
            session,
            question="wij-willen",
            text=AGREED[number % len(AGREED)],
            base=0,
            save_id=uuid5(NAMESPACE, f"{session.pk}"),
            by=None,
        )
    return programme


@transaction.atomic
def second_round(programme: Programme, everything: Intake, *, by: Person) -> None:
    """The week's own round: people answer, most say that they may be compared, and what they know
    about; then it closes."""
    teams = set_up_round(programme, everything)
    assert programme.round is not None
    answers = replace(everything.answers, teams=tuple(team.slug for team in teams))
    take_in_answers(round=programme.round, answers=answers)
    _be_compared(programme.round, teams, answers, everything.instrument)
    _say_what_they_know(programme.round, teams, answers)
    conclude_round(programme, by=by)


def answers_before(answers: Answers, instrument: Instrument) -> Answers:
    """What the same people answered half a year before."""
    rng = np.random.default_rng(SEED)
    drawn = rng.normal(0.05, SPREAD, (len(answers.teams), len(Dimension)))
    for place, shifts in _by_hand(answers.teams).items():
        drawn[place] = [shifts[dimension] for dimension in Dimension]
    dimension = [list(Dimension).index(item.dimension) for item in instrument.items]
    back = -drawn[answers.team][:, dimension]  # persons x items
    back = np.where([item.reversed for item in instrument.items], -back, back)
    chance = rng.random(back.shape)
    step = np.sign(back) * (chance < np.abs(back))
    step += rng.choice((-1, 0, 1), back.shape, p=(BY_ITSELF / 2, 1 - BY_ITSELF, BY_ITSELF / 2))
    given = (answers.values != NOT_ANSWERED) & (answers.values != DONT_KNOW)
    moved = np.clip(answers.values + step, 1, instrument.options)
    return replace(answers, values=np.where(given, moved, answers.values).astype(np.uint8))


def _by_hand(slugs: tuple[str, ...]) -> Mapping[int, dict[Dimension, float]]:
    by_slug = {name.lower().replace(" ", "-"): shifts for name, shifts in SHIFTS.items()}
    return {place: by_slug[slug] for place, slug in enumerate(slugs) if slug in by_slug}


def _be_compared(round: Round, teams: list[Team], answers: Answers, instrument: Instrument) -> None:
    """Everybody of most teams, in the others only two."""
    before = answers_before(answers, instrument)
    seen: dict[int, int] = {}
    for row, place in enumerate(answers.team.tolist()):
        seen[place] = seen.get(place, 0) + 1
        if place % NOT_EVERYONE == NOT_EVERYONE - 1 and seen[place] > 2:
            continue
        then, now = (
            own_result(instrument, each.values[row].tobytes(), round_name="", month="")
            for each in (before, answers)
        )
        change = change_between(then, now)
        person = uuid5(NAMESPACE, f"{row}").hex
        take_in_change(round=round, team=teams[place], person=person, change=change)


def _say_what_they_know(round: Round, teams: list[Team], answers: Answers) -> None:
    """Four in five people; every team knows a lot about some domains and little about others."""
    rng = np.random.default_rng(SEED)
    steps = [Knowledge.LITTLE, Knowledge.BASICS, Knowledge.MUCH]
    for place, team in enumerate(teams):
        people = int(0.8 * np.count_nonzero(answers.team == place))
        strength = rng.choice((0.1, 0.4, 0.8), len(DOMAINS))
        known = rng.random((people, len(DOMAINS)))
        said = np.where(known < strength / 2, 2, np.where(known < strength, 1, 0))
        sheets = [bytes(steps[step] for step in row) for row in said.tolist()]
        take_in_knowledge(round=round, team=team, said=sheets)
