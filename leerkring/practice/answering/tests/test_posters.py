"""A poster: a door for whoever works in the team, and not for a whole city."""

import pytest

from leerkring.practice.answering.actions import (
    SIZE_UNKNOWN,
    PosterIsFull,
    finish,
    hang_poster,
    take_link,
)
from leerkring.practice.answering.keys import Secret
from leerkring.practice.answering.models import Link, Poster
from leerkring.practice.answering.tests.conftest import Asked, fill, link
from leerkring.practice.scans.models import Invitation, Response


def behind(secret: Secret) -> Poster:
    return Poster.objects.get(pk=secret.name("poster"))


def test_who_comes_through_gets_a_door_that_leads_to_no_person(asked: Asked) -> None:
    own = take_link(behind(hang_poster(asked.round, asked.teams["Zuid"])))
    assert (link(own).team, link(own).invitee) == (asked.teams["Zuid"], None)
    fill(own, 3)
    finish(own)
    assert Response.objects.get().team == asked.teams["Zuid"]


def test_it_gives_as_many_links_as_the_team_has_members(asked: Asked) -> None:
    poster = behind(hang_poster(asked.round, asked.teams["Zuid"]))
    doors = [take_link(poster), take_link(poster)]
    with pytest.raises(PosterIsFull):
        take_link(poster)
    assert Link.objects.count() == len(set(doors)) == 2


def test_where_nobody_told_the_size_those_who_were_asked_count(asked: Asked) -> None:
    Invitation.objects.update(members=None)
    assert behind(hang_poster(asked.round, asked.teams["Oost"])).places == 6
    asked.round.invitees.all().delete()
    assert behind(hang_poster(asked.round, asked.teams["Oost"])).places == SIZE_UNKNOWN


def test_a_new_poster_ends_the_one_before_and_no_other(asked: Asked) -> None:
    other = hang_poster(asked.round, asked.teams["Noord"])
    first = hang_poster(asked.round, asked.teams["Zuid"])
    second = hang_poster(asked.round, asked.teams["Zuid"])
    assert not Poster.objects.filter(pk=first.name("poster")).exists()
    assert behind(second).taken == 0
    assert behind(other).team == asked.teams["Noord"]


def test_a_door_that_was_taken_outlives_its_poster(asked: Asked) -> None:
    own = take_link(behind(hang_poster(asked.round, asked.teams["Zuid"])))
    hang_poster(asked.round, asked.teams["Zuid"])
    assert fill(own, 4)[0] == 4
