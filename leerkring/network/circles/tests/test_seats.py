"""Seats per organisation: numbered, so that the database holds how many there are."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from leerkring.network.circles.actions import Settings, change_settings
from leerkring.network.circles.membership_actions import NoSeat, change_role, end_membership
from leerkring.network.circles.models import Circle, Membership, Role
from leerkring.network.circles.seating import lowest_free, renumbered
from leerkring.network.circles.tests.conftest import begin, bring_in, someone
from leerkring.network.people.actions import organisation_named


@pytest.fixture
def network(db: None) -> Circle:
    """A learning network with two seats for each organisation."""
    return begin("lerend-netwerk")


def seats_of(circle: Circle) -> list[tuple[str, int | None]]:
    rows = circle.memberships.running().filter(role=Role.MEMBER).order_by("person__name")
    return list(rows.values_list("person__name", "seat"))


def with_seats(seats: int | None) -> Settings:
    return Settings.usual_for("lerend-netwerk", "Samen", "Leren.", seats_per_organisation=seats)


def test_the_lowest_free_number_is_given() -> None:
    assert lowest_free([], 2) == 1
    assert lowest_free([1, 3], 3) == 2
    assert lowest_free([1, 2], 2) is None


def test_numbers_close_up_in_their_own_order() -> None:
    assert renumbered({10: 3, 11: None, 12: 1}) == {12: 1, 10: 2, 11: 3}


def test_a_third_person_of_an_organisation_finds_no_seat(network: Circle) -> None:
    bring_in(network, someone("A", "De Wal"))
    bring_in(network, someone("B", "De Wal"))
    with pytest.raises(NoSeat, match="Alle plekken van De Wal zijn bezet"):
        bring_in(network, someone("C", "De Wal"))
    bring_in(network, someone("D", "De Kade"))
    assert seats_of(network) == [("A", 1), ("B", 2), ("D", 1)]


def test_who_belongs_nowhere_finds_no_seat(network: Circle) -> None:
    with pytest.raises(NoSeat, match="in je profiel"):
        bring_in(network, someone("A"))


def test_a_seat_that_is_left_is_given_again_and_the_past_stays(network: Circle) -> None:
    first = bring_in(network, someone("A", "De Wal"))
    bring_in(network, someone("B", "De Wal"))
    end_membership(first, by=None)
    bring_in(network, someone("C", "De Wal"))
    assert seats_of(network) == [("B", 2), ("C", 1)]
    first.refresh_from_db()
    assert (first.seat, first.until is None) == (1, False)


def test_who_guides_or_reads_along_takes_no_seat(network: Circle) -> None:
    for name in "AB":
        bring_in(network, someone(name, "De Wal"))
    guest = bring_in(network, someone("C", "De Wal"), "guest")
    assert guest.seat is None
    with pytest.raises(NoSeat):
        change_role(guest, role="member", by=None)
    change_role(network.memberships.get(person__name="A"), role="facilitator", by=None)
    assert change_role(guest, role="member", by=None).seat == 1


def test_fewer_seats_than_members_is_refused_as_a_whole(network: Circle) -> None:
    for name in "AB":
        bring_in(network, someone(name, "De Wal"))
    with pytest.raises(ValidationError, match="2 leden"):
        change_settings(network, with_seats(1), by=None)
    network.refresh_from_db()
    assert network.seats_per_organisation == 2
    assert seats_of(network) == [("A", 1), ("B", 2)]


def test_other_numbers_of_seats_are_taken_over_by_who_is_in(network: Circle) -> None:
    for name in "AB":
        bring_in(network, someone(name, "De Wal"))
    change_settings(network, with_seats(None), by=None)
    assert seats_of(network) == [("A", None), ("B", None)]
    change_settings(network, with_seats(3), by=None)
    assert seats_of(network) == [("A", 1), ("B", 2)]
    assert set(network.memberships.values_list("seats", flat=True)) == {3}


@pytest.mark.parametrize(
    "seat",
    [
        {"seat": 1, "seats": 2},
        {"seat": 3, "seats": 2},
        {"seat": 0, "seats": 2},
        {"seat": None, "seats": 2},
    ],
    ids=["taken", "beyond", "below", "none"],
)
def test_the_database_itself_refuses_a_seat_too_many(
    network: Circle, seat: dict[str, int | None]
) -> None:
    bring_in(network, someone("A", "De Wal"))
    with pytest.raises(IntegrityError), transaction.atomic():
        Membership.objects.create(
            circle=network,
            person=someone("B"),
            organisation=organisation_named("De Wal"),
            since=timezone.now(),
            **seat,
        )


def test_the_database_itself_refuses_a_second_membership(network: Circle) -> None:
    person = someone("A", "De Wal")
    bring_in(network, person)
    with pytest.raises(IntegrityError), transaction.atomic():
        Membership.objects.create(circle=network, person=person, since=timezone.now())
