"""Two at the same moment, each with a connection of its own, on both databases.

The tests' SQLite lives in memory, where there is room for one writer; so it is written to a file
first, and the threads meet there.
"""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from threading import Barrier, Thread

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, connections
from django.utils import timezone

from leerkring.network.circles.entry_actions import ask_to_join, decide, invite, join
from leerkring.network.circles.membership_actions import LastOwner, NoSeat, end_membership
from leerkring.network.circles.models import Circle, JoinRequest, Membership, Role
from leerkring.network.circles.tests.conftest import begin, bring_in, someone

pytestmark = pytest.mark.django_db(transaction=True)
AtOnce = Callable[..., list[object]]


@pytest.fixture
def at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[AtOnce]:
    """`at_once(act, act, then=look)`: what each returned or raised, and then what `look` sees."""
    settings = connections.settings["default"]

    def run(*acts: Callable[[], object], then: Callable[[], object]) -> list[object]:
        if connection.vendor == "sqlite":
            file = tmp_path / "met.sqlite3"
            with connection.cursor() as cursor:
                cursor.execute("VACUUM INTO %s", [str(file)])
            monkeypatch.setitem(settings, "NAME", str(file))
        start, came = Barrier(len(acts)), list[object]([None] * (len(acts) + 1))

        def play(place: int, act: Callable[[], object], alone: bool = False) -> None:
            try:
                connection.ensure_connection()
                if not alone:
                    start.wait()
                came[place] = act()
            except Exception as fault:
                came[place] = fault
            finally:
                connections.close_all()

        together = [Thread(target=play, args=pair) for pair in enumerate(acts)]
        for thread in together:
            thread.start()
        for thread in together:
            thread.join()
        after = Thread(target=play, args=(len(acts), then, True))
        after.start()
        after.join()
        return came

    yield run


def kinds(came: list[object]) -> list[str]:
    return sorted(type(one).__name__ for one in came)


def test_the_last_seats_go_to_two_of_five(at_once: AtOnce) -> None:
    circle = begin("lerend-netwerk", joining="vrij")
    people = [someone(f"Lid {n}", "De Wal") for n in range(5)]
    *came, left = at_once(
        *[partial(join, circle, person=person) for person in people],
        then=lambda: circle.memberships.running().filter(role=Role.MEMBER).count(),
    )
    assert kinds(came) == ["Membership"] * 2 + ["NoSeat"] * 3
    assert all(isinstance(one, Membership | NoSeat) for one in came)
    assert left == 2


def test_without_our_lock_the_database_still_gives_a_seat_once(at_once: AtOnce) -> None:
    circle = begin("lerend-netwerk")
    people = [someone(f"Lid {n}", "De Wal") for n in range(4)]
    organisation = people[0].profile.organisation

    def sit(person: object) -> Membership:
        return Membership.objects.create(
            circle=circle,
            person=person,
            organisation=organisation,
            seat=1,
            seats=2,
            since=timezone.now(),
        )

    acts = [partial(sit, person) for person in people]
    *came, left = at_once(*acts, then=lambda: Membership.objects.filter(seat=1).count())
    assert kinds(came) == ["IntegrityError"] * 3 + ["Membership"]
    assert sum(isinstance(one, IntegrityError) for one in came) == 3
    assert left == 1


def test_of_two_owners_who_leave_one_stays(at_once: AtOnce) -> None:
    circle = begin()
    second = bring_in(circle, someone("Ook eigenaar"), "owner")
    first = circle.memberships.get(person=someone("Eigenaar"))
    *came, left = at_once(
        partial(end_membership, first, by=None),
        partial(end_membership, second, by=None),
        then=lambda: circle.memberships.running().count(),
    )
    assert kinds(came) == ["LastOwner", "NoneType"]
    assert sum(isinstance(one, LastOwner) for one in came) == 1
    assert left == 1


def test_two_facilitators_decide_once(at_once: AtOnce) -> None:
    circle = begin(joining="verzoek")
    asked = ask_to_join(circle, person=someone("Lid"))
    *came, left = at_once(
        partial(decide, asked, granted=True, by=None),
        partial(decide, asked, granted=False, by=None),
        then=lambda: JoinRequest.objects.waiting().count(),
    )
    assert kinds(came) == ["JoinRequest", "ValidationError"]
    assert sum(isinstance(one, ValidationError) for one in came) == 1
    assert left == 0


def test_pressing_twice_joins_once(at_once: AtOnce) -> None:
    circle, person = begin(joining="vrij"), someone("Lid")
    invite(circle, person=person, by=None)
    *came, left = at_once(
        *[partial(join, circle, person=person)] * 4,
        then=lambda: Circle.objects.of(person).count(),
    )
    assert len({one.pk for one in came if isinstance(one, Membership)}) == 1
    assert left == 1
