"""What the team asks to be trained in."""

from collections.abc import Callable

from django.test import Client

from leerkring.network.people.models import Person
from leerkring.practice.gatherings.actions import wish_for
from leerkring.practice.gatherings.models import Session, Wish


def wished(session: Session) -> list[str]:
    return list(session.wishes.values_list("competence", flat=True))


def test_new_wishes_come_instead_of_the_old_each_once(session: Session, other: Session) -> None:
    wish_for(other, ["contact"])
    wish_for(session, ["contact"])
    wish_for(session, ["verbinden", "signaleren", "verbinden"])
    assert wished(session) == ["verbinden", "signaleren"]
    assert wished(other) == ["contact"]


def test_wishes_are_chosen_from_the_list(session: Session, browser: Client) -> None:
    address = f"/sessies/{session.pk}/wensen/"
    answer = browser.post(address, {"competences": ["contact", "verbinden"]})
    assert (answer.status_code, answer.url) == (302, f"/sessies/{session.pk}/")
    assert wished(session) == ["contact", "verbinden"]


def test_no_wishes_are_no_wishes(session: Session, browser: Client) -> None:
    wish_for(session, ["contact"])
    browser.post(f"/sessies/{session.pk}/wensen/", {})
    assert wished(session) == []


def test_what_is_not_in_the_list_changes_nothing(session: Session, browser: Client) -> None:
    wish_for(session, ["contact"])
    browser.post(f"/sessies/{session.pk}/wensen/", {"competences": ["verbinden", "=cmd()"]})
    assert wished(session) == ["contact"]


def test_people_of_another_team_wish_nothing_here(
    session: Session, other: Session, browser_of: Callable[[Person], Client]
) -> None:
    stranger = browser_of(Person.objects.get(name="Lid Zuid"))
    answer = stranger.post(f"/sessies/{session.pk}/wensen/", {"competences": ["contact"]})
    assert answer.status_code == 404
    assert not Wish.objects.exists()
