"""A second round in the demo, still open: to follow as a coordinator, and to answer oneself."""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np

from leerkring.loop.programmes.actions import start_programme
from leerkring.loop.programmes.intake import Intake, no_answers
from leerkring.loop.programmes.models import Programme
from leerkring.loop.programmes.online_actions import ask_online
from leerkring.network.people.models import Person
from leerkring.practice.answering.actions import PosterIsFull, hang_poster, take_link
from leerkring.practice.answering.keys import Secret
from leerkring.practice.answering.models import Launch, Poster
from leerkring.practice.answering.people_files import PersonRow
from leerkring.practice.scans.actions import take_in_answers
from leerkring.practice.scans.answers import Answers

DISTRICT = "WK059910"  # Feijenoord
ANSWERED = 0.6  # share of the people who have answered so far
OPEN_FOR = timedelta(weeks=3)


def open_second_round(
    everything: Intake, *, today: date, by: Person, follows: Programme | None = None
) -> Programme:
    """The teams of one district are asked again, half a year on; most have answered."""
    programme = start_programme(
        name="Voorjaarsronde Feijenoord",
        municipality="Rotterdam",
        starts_on=today - timedelta(weeks=1),
        ends_on=today + timedelta(weeks=8),
        budget=0,
        by=by,
        follows=follows,
    )
    here = [i for i, team in enumerate(everything.teams) if team.district == DISTRICT]
    teams = tuple(everything.teams[place] for place in here)
    keys = tuple(everything.slugs[place] for place in here)
    intake = replace(
        everything,
        teams=teams,
        slugs=keys,
        figures=None,
        answers=no_answers(keys, everything.instrument),
        people=tuple(
            PersonRow(team.name, f"lid{number}.{key}@leerkring.example")
            for team, key in zip(teams, keys, strict=True)
            for number in range(1, (team.members or 0) + 1)
        ),
    )
    ask_online(programme, intake, until=today + OPEN_FOR, welcome="Fijn dat je meedoet.", by=by)
    assert programme.round is not None
    take_in_answers(round=programme.round, answers=_so_far(everything.answers, keys))
    return programme


def _so_far(answers: Answers, keys: tuple[str, ...]) -> Answers:
    """The first people of each of these teams, as they answered before."""
    number = {key: place for place, key in enumerate(keys)}
    rows = []
    for place, key in enumerate(answers.teams):
        own = np.flatnonzero(answers.team == place)
        rows += [(number[key], row) for row in own[: int(ANSWERED * len(own))] if key in number]
    team = np.array([place for place, _ in rows], dtype=np.intp)
    return Answers(keys, team, answers.values[[row for _, row in rows]])


def door_to_answer() -> Secret | None:
    """A link to answer through, of a team of an open round that has room; None when none has."""
    launches = Launch.objects.filter(round__closing=None, until__gte=date.today())  # noqa: DTZ011
    for launch in launches.select_related("round"):
        for invitation in launch.round.invitations.select_related("team"):
            poster = hang_poster(launch.round, invitation.team)
            try:
                return take_link(Poster.objects.get(pk=poster.name("poster")))
            except PosterIsFull:
                continue
    return None
