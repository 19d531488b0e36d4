"""Who works where, now and before."""

from collections.abc import Callable
from datetime import date

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError

from leerkring.network.people.actions import join_team
from leerkring.network.people.models import Membership, Person, Team

MONDAY = date(2026, 10, 5)


def test_joining_twice_is_one_membership_since_the_first_day(
    person: Callable[..., Person], team: Callable[..., Team]
) -> None:
    noor, noord = person(), team()
    join_team(person=noor, team=noord, since=MONDAY)
    again = join_team(person=noor, team=noord, since=date(2027, 1, 1))
    assert Membership.objects.get() == again
    assert again.since == MONDAY


def test_who_left_may_come_back(person: Callable[..., Person], team: Callable[..., Team]) -> None:
    noor, noord = person(), team()
    join_team(person=noor, team=noord, since=MONDAY)
    Membership.objects.update(until=date(2026, 12, 1))
    assert not Team.objects.of(noor).exists()
    join_team(person=noor, team=noord, since=date(2027, 1, 1))
    assert Team.objects.of(noor).get() == noord
    assert Membership.objects.count() == 2


def test_the_teams_of_a_person_are_those_and_no_others(
    person: Callable[..., Person], team: Callable[..., Team]
) -> None:
    noor, dirk = person("Noor"), person("Dirk")
    noord, zuid = team("Noord"), team("Zuid")
    join_team(person=noor, team=noord, since=MONDAY)
    join_team(person=noor, team=zuid, since=MONDAY)
    join_team(person=dirk, team=zuid, since=MONDAY)
    assert list(Team.objects.of(noor)) == [noord, zuid]
    assert list(Team.objects.of(dirk)) == [zuid]


def test_a_visitor_is_in_no_team(db: None) -> None:
    assert not Team.objects.of(AnonymousUser()).exists()


def test_two_running_memberships_in_one_team_are_refused(
    person: Callable[..., Person], team: Callable[..., Team]
) -> None:
    noor, noord = person(), team()
    Membership.objects.create(person=noor, team=noord, since=MONDAY)
    with pytest.raises(IntegrityError):
        Membership.objects.create(person=noor, team=noord, since=MONDAY)
