"""Numbers without names: nobody's own promise can be told from a count."""

from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db.models import Q
from django.template.loader import render_to_string

from leerkring.network.circles.models import Circle
from leerkring.network.people.models import Team
from leerkring.practice.commitments.actions import look_back, make_commitment
from leerkring.practice.commitments.models import Commitment
from leerkring.practice.commitments.queries import tally
from leerkring.practice.commitments.tallies import Tally
from leerkring.practice.commitments.tests.conftest import People


def test_it_counts_what_was_seen_last(person: People, team: Team) -> None:
    ada = person("Ada")
    for outcomes in ((), ("bezig",), ("bezig", "gelukt"), ("anders",), ("los",), ("los",)):
        made = make_commitment(text="bellen", team=team)
        for outcome in outcomes:
            look_back(made, outcome=outcome, by=ada)
    assert tally(Commitment.objects.all()) == Tally(1, 1, 1, 2, 1)
    assert tally(Commitment.objects.none()) == Tally()


@pytest.mark.parametrize(("people", "counted"), [(4, 0), (5, 5)])
def test_what_people_keep_to_themselves_counts_from_five_people_on(
    people: int, counted: int, person: People, team: Team
) -> None:
    for number in range(people):
        make_commitment(text="bellen", person=person(f"Nr{number}"))
    make_commitment(text="samen", team=team)
    assert tally(Commitment.objects.all()).total == counted + 1


def test_five_of_one_person_are_of_one_person(person: People) -> None:
    roos = person("Roos")
    for _ in range(5):
        make_commitment(text="bellen", person=roos)
    assert tally(Commitment.objects.all()).total == 0
    assert tally(Commitment.objects.all(), reader=roos).total == 5


def test_of_six_each_sees_the_five_others_and_of_five_only_their_own(person: People) -> None:
    people = [person(f"Nr{number}") for number in range(6)]
    for one in people:
        make_commitment(text="bellen", person=one)
    assert tally(Commitment.objects.all(), reader=people[0]).total == 6
    Commitment.objects.filter(person=people[5]).delete()
    assert tally(Commitment.objects.all(), reader=people[0]).total == 1


@pytest.mark.parametrize("alike", [4, 5])
def test_that_all_or_all_but_one_let_it_go_is_not_told(alike: int, person: People) -> None:
    """Nor that something is not told: it reads as three of five, with two to come."""
    for number in range(5):
        made = make_commitment(text="bellen", person=person(f"Nr{number}"))
        if number < alike:
            look_back(made, outcome="los", by=made.person)
    assert tally(Commitment.objects.all()) == Tally(let_go=3, waiting=2)
    assert tally(Commitment.objects.all(), reader=made.person).total == 1


def test_tallies_are_added_outcome_by_outcome() -> None:
    assert Tally(1, 2, 3, 4, 5) + Tally(10, 20, 30, 40, 50) == Tally(11, 22, 33, 44, 55)


def test_a_tally_in_words() -> None:
    assert Tally(done=1).sentence() == "Van 1 voornemen: 1 gelukt."
    assert Tally(1, 1, 1, 1, 1).sentence() == (
        "Van 5 voornemens: 1 gelukt, 1 nog bezig, 1 anders gegaan, 1 losgelaten, "
        "van 1 weten we het nog niet."
    )


def test_a_page_says_what_nobody_knows_yet_as_a_paper_does(team: Team) -> None:
    for outcome in ("bezig", ""):
        made = make_commitment(text="bellen", team=team, meeting=7)
        if outcome:
            look_back(made, outcome=outcome, by=None)
    shown = shown_of(Commitment.objects.filter(meeting=7), AnonymousUser())
    assert "Van 2 voornemens: van 1 weten we het nog niet." in shown
    assert shown.count("nog bezig") == 1 and "loopt nog" not in shown


def test_a_page_shows_what_became_of_promises_of_a_circle_and_a_meeting(
    person: People, team: Team, circle: Circle
) -> None:
    reader = person("Roos")
    make_commitment(text="in de kring", person=reader, circle=circle, sight="kring")
    done = make_commitment(text="bij de bijeenkomst", team=team, meeting=7)
    make_commitment(text="elders", team=team, meeting=8)
    look_back(done, outcome="gelukt", by=None)
    made = Commitment.objects.filter(Q(circle=circle) | Q(meeting=7))
    shown = shown_of(made, reader)
    assert "Van 2 voornemens" in shown and "gelukt" in shown
    assert shown_of(made.none(), reader).strip() == ""


def shown_of(made: Any, reader: Any) -> str:
    return render_to_string("commitments/_tally.html", {"tally": tally(made, reader=reader)})
