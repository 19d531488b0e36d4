"""Giving roles and taking them away."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone

from leerkring.foundation.activity.models import Activity
from leerkring.loop.programmes.handover_actions import hand_to, held_by
from leerkring.loop.programmes.models import Programme, Role
from leerkring.loop.programmes.role_actions import LastCoordinator, end_role, give_role
from leerkring.network.people.models import Person

BrowserOf = Callable[[str], Client]
Someone = Callable[[str], Person]


def address(programme: Programme, more: str = "") -> str:
    return f"/programmas/{programme.pk}-{programme.slug}/rollen/{more}"


def give(browser: Client, programme: Programme, person: Person, kind: str):
    return browser.post(address(programme), {"email": person.email.upper(), "kind": kind})


@pytest.mark.parametrize("kind", Role.Kind.values)
def test_a_coordinator_gives_a_role_by_mail_address(
    kind: str, programme: Programme, coordinator: Client, person: Someone
) -> None:
    answer = give(coordinator, programme, person("Noor"), kind)
    assert (answer.status_code, answer.url) == (302, address(programme))
    assert programme.roles.get(person=person("Noor")).kind == kind
    assert "Noor" in coordinator.get(address(programme)).content.decode()
    line = Activity.objects.get(verb="programmes.role_given")
    assert (line.by, "Noor" in line.sentence) == (person("Coördinator"), False)


def test_the_same_role_twice_is_one(programme: Programme, person: Someone) -> None:
    for _ in range(2):
        give_role(programme, person=person("Noor"), kind=Role.Kind.ADVISER, by=None)
    assert programme.roles.filter(person=person("Noor")).count() == 1
    assert Activity.objects.filter(verb="programmes.role_given").count() == 1


def test_an_unknown_or_closed_account_gets_none(
    programme: Programme, coordinator: Client, person: Someone
) -> None:
    gone = person("Weg")
    gone.is_active = False
    gone.save()
    nobody = Person(email="niemand@voorbeeld.nl")
    for one in (gone, nobody):
        answer = give(coordinator, programme, one, Role.Kind.ADVISER)
        assert answer.status_code == 422
        assert "Er is geen account met dit e-mailadres." in answer.content.decode()
    assert programme.roles.count() == 1


@pytest.mark.parametrize("name", ["Coördinator", "Lid Noord"])
def test_an_analyst_stands_outside_the_programme(
    name: str, taken_in: Programme, coordinator: Client, person: Someone
) -> None:
    answer = give(coordinator, taken_in, person(name), Role.Kind.ANALYST)
    assert "Een onderzoeker staat buiten het programma" in answer.content.decode()
    assert not taken_in.roles.filter(kind=Role.Kind.ANALYST).exists()


def test_an_analyst_does_not_become_coordinator(
    programme: Programme, coordinator: Client, person: Someone
) -> None:
    give_role(programme, person=person("Anne"), kind=Role.Kind.ANALYST, by=None)
    answer = give(coordinator, programme, person("Anne"), Role.Kind.COORDINATOR)
    assert "Neem eerst die rol af." in answer.content.decode()


def test_a_role_is_taken_away(programme: Programme, coordinator: Client, person: Someone) -> None:
    role = give_role(programme, person=person("Noor"), kind=Role.Kind.ADVISER, by=None)
    answer = coordinator.post(address(programme, f"{role.pk}/einde/"))
    assert (answer.status_code, answer.url) == (302, address(programme))
    assert not programme.roles.filter(person=person("Noor")).exists()
    line = Activity.objects.get(verb="programmes.role_ended")
    assert (line.by, line.about_id) == (person("Coördinator"), str(role.pk))


def test_the_last_coordinator_stays(programme: Programme, coordinator: Client) -> None:
    role = programme.roles.get()
    with pytest.raises(LastCoordinator):
        end_role(role, by=None)
    page = coordinator.post(address(programme, f"{role.pk}/einde/"), follow=True)
    assert "Er moet een coördinator blijven." in page.content.decode()
    assert programme.roles.filter(pk=role.pk).exists()


def test_a_coordinator_can_leave_to_another(
    programme: Programme, coordinator: Client, person: Someone
) -> None:
    own = programme.roles.get()
    give_role(programme, person=person("Noor"), kind=Role.Kind.COORDINATOR, by=None)
    answer = coordinator.post(address(programme, f"{own.pk}/einde/"))
    assert (answer.status_code, answer.url) == (302, "/programmas/")
    assert coordinator.get(address(programme)).status_code == 404


def test_a_role_of_another_programme_is_not_theirs_to_end(
    started: Callable[..., Programme], coordinator: Client, person: Someone
) -> None:
    mine, other = started("Mijn week"), started("Week van Dirk", by="Dirk")
    role = give_role(other, person=person("Noor"), kind=Role.Kind.ADVISER, by=None)
    assert coordinator.post(address(mine, f"{role.pk}/einde/")).status_code == 404
    assert other.roles.filter(pk=role.pk).exists()


def test_only_a_coordinator_sees_the_roles(
    programme: Programme, browser_of: BrowserOf, person: Someone
) -> None:
    for kind in (Role.Kind.ADVISER, Role.Kind.ANALYST):
        give_role(programme, person=person("Noor"), kind=kind, by=None)
    assert browser_of("Noor").get(address(programme)).status_code == 404
    assert give(browser_of("Noor"), programme, person("Dirk"), "adviseur").status_code == 404


def test_who_leaves_hands_a_role_to_somebody_and_a_coordinator_is_never_missing(
    programme: Programme, person: Someone
) -> None:
    coordinator, heir = person("Coördinator"), person("Noor")
    assert held_by(coordinator) == []  # that week is over
    today = timezone.localdate()
    Programme.objects.filter(pk=programme.pk).update(starts_on=today, ends_on=today)
    (held,) = held_by(coordinator)
    assert str(held) == f"coördinator in {programme}"
    hand_to(held, heir)
    assert held_by(coordinator) == [] and len(held_by(heir)) == 1
