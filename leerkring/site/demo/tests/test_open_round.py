"""The second round of the demo: open, half answered, and there to be answered oneself."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from django.test import Client
from django.utils import timezone

from leerkring.loop.programmes.models import Programme
from leerkring.network.people.models import Person
from leerkring.practice.answering.models import Link
from leerkring.practice.scans.models import Response
from leerkring.site.demo.city import demo_intake
from leerkring.site.demo.open_round import DISTRICT, open_second_round


@pytest.fixture
def programme(db: None) -> Programme:
    by = Person.objects.create_user("ruben@leerkring.example", "Ruben")
    everything = demo_intake()
    few = [i for i, team in enumerate(everything.teams) if team.district == DISTRICT][:2]
    keep = np.isin(everything.answers.team, few)
    answers = replace(
        everything.answers,
        team=everything.answers.team[keep],
        values=everything.answers.values[keep],
    )
    teams = tuple(everything.teams[i] for i in few)
    slugs = tuple(everything.slugs[i] for i in few)
    small = replace(everything, teams=teams, slugs=slugs, answers=answers)
    return open_second_round(small, today=timezone.localdate(), by=by)


def test_more_than_half_of_each_team_has_answered(programme: Programme) -> None:
    asked = programme.round.invitees.count()
    assert asked / 3 < Response.objects.filter(round=programme.round).count() < asked


def test_it_is_open_for_three_weeks(programme: Programme) -> None:
    assert programme.round.launch.until > timezone.localdate() > date(2026, 1, 1)
    assert not programme.round.is_closed


def test_anyone_in_the_demo_gets_a_link_to_answer(programme: Programme, client: Client) -> None:
    answer = client.post("/demo/vragenlijst/")
    assert answer.status_code == 302
    assert client.get(answer.url).status_code == 200
    assert Link.objects.count() == 1
