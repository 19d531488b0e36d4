"""Promises have the themes that they name; other names of themes are seen to by the worker."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client
from django.utils import timezone

from leerkring.foundation.search.actions import index
from leerkring.foundation.search.queries import search
from leerkring.network.circles.models import Circle
from leerkring.network.people.models import Person, Team
from leerkring.network.themes.actions import add_theme, describe, merge, rename
from leerkring.network.themes.models import NewNames, Theme
from leerkring.network.themes.tasks import A_MOMENT, run_due
from leerkring.practice.commitments.actions import look_back, make_commitment
from leerkring.practice.commitments.models import Commitment, Sight

DEBTS, SCHOOL = "Eerst naar de schuldhulp bellen.", "Elke week langs de school."


def about(theme: Theme) -> set[str]:
    hits = search(AnonymousUser(), "", themes=[theme.pk], kinds=["voornemen"]).hits
    return {hit.title for hit in hits}


def a_moment_later() -> datetime:
    return timezone.now() + A_MOMENT + timedelta(seconds=1)


@pytest.fixture
def debts(team: Team) -> Theme:
    theme = add_theme("Schulden", by=None)
    run_due(a_moment_later())
    return theme


@pytest.fixture
def promise(team: Team) -> Callable[[str], Commitment]:
    return lambda text: make_commitment(text=text, team=team, sight=Sight.PUBLIC)


def test_a_promise_is_on_the_page_of_a_theme_that_it_names(
    debts: Theme, promise: Callable[[str], Commitment], client: Client
) -> None:
    made = promise(DEBTS)
    promise(SCHOOL)
    assert about(debts) == {DEBTS}
    shown = client.get(debts.get_absolute_url()).content.decode()
    assert made.get_absolute_url() in shown
    assert SCHOOL not in shown


def test_what_was_learnt_counts_too(
    debts: Theme, promise: Callable[[str], Commitment], member: Callable[[str], Person]
) -> None:
    learnt = "Schuldeisers bellen terug als je een dag noemt."
    look_back(promise(SCHOOL), outcome="gelukt", by=member("Ans"), learnt=learnt)
    assert about(debts) == {SCHOOL}


def test_another_name_is_seen_to_by_the_worker_and_once(
    debts: Theme, promise: Callable[[str], Commitment]
) -> None:
    promise(DEBTS)
    promise(SCHOOL)
    describe(debts, description="Geld.", synonyms=["School"], by=None)
    assert about(debts) == {DEBTS}  # not in the request
    assert run_due(timezone.now()) == ""  # somebody may be busy with the names from before
    assert "2 stukken" in run_due(a_moment_later())
    assert about(debts) == {DEBTS, SCHOOL}
    assert run_due(a_moment_later()) == ""
    describe(debts, description="Over geld.", synonyms=["School"], by=None)
    assert not NewNames.objects.exists()  # what it is about is no name of it


def test_a_renamed_theme_keeps_what_its_former_name_brought(
    debts: Theme, promise: Callable[[str], Commitment]
) -> None:
    promise(DEBTS)
    promise(SCHOOL)
    renamed = rename(debts, "School", by=None)
    run_due(a_moment_later())
    assert about(renamed) == {DEBTS, SCHOOL}


def test_a_merged_theme_brings_its_texts(
    debts: Theme, promise: Callable[[str], Commitment]
) -> None:
    promise(DEBTS)
    school = add_theme("School", by=None)
    merge(debts, into=school, by=None)
    run_due(a_moment_later())
    assert (about(school), about(debts)) == ({DEBTS}, set())


def test_what_is_gone_is_not_read_again(debts: Theme, promise: Callable[[str], Commitment]) -> None:
    gone = promise(DEBTS)
    Commitment.objects.filter(pk=gone.pk).delete()
    rename(debts, "School", by=None)
    run_due(a_moment_later())
    assert about(debts) == set()
    assert not NewNames.objects.exists()


def test_filters_on_circle_and_period_and_the_order_of_time_go_together(
    debts: Theme, circle: Circle, joined: Callable[..., Person], member: Callable[[str], Person]
) -> None:
    inside, now = joined(member("Ans")), timezone.now()
    for days, text in enumerate(f"{DEBTS} {word}" for word in ("Bel.", "Schrijf.", "Wacht.")):
        made = make_commitment(text=text, person=inside, sight=Sight.CIRCLE, circle=circle)
        day = timezone.localdate(now) - timedelta(days=10 * days)
        Commitment.objects.filter(pk=made.pk).update(made_on=day)
        made.refresh_from_db()
        index(made)

    def found(**filters: Any) -> list[str]:
        asked = {"themes": [debts.pk], "kinds": ["voornemen"], **filters}
        return [hit.title.split()[-1] for hit in search(inside, "schulden", **asked).hits]

    assert found(circle=circle.pk, order="newest") == ["Bel.", "Schrijf.", "Wacht."]
    assert found(circle=circle.pk, since=now - timedelta(days=15)) == ["Bel.", "Schrijf."]
    assert found(circle=circle.pk + 1) == found(kinds=["krant"]) == []
    assert about(debts) == set()  # a visitor is in no circle
