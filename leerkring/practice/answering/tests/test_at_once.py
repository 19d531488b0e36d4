"""Two at the same moment, each with a connection of its own. On SQLite the same is played by a real
server with two workers (tests/test_kill.py): a database in memory has room for one writer."""

from collections.abc import Callable
from functools import partial
from threading import Barrier, Thread

import pytest
from django.db import connection, connections

from leerkring.practice.answering.actions import (
    PosterIsFull,
    TooLate,
    finish,
    give_answer,
    hang_poster,
    take_link,
)
from leerkring.practice.answering.closing_actions import end_round
from leerkring.practice.answering.mailing import send_due
from leerkring.practice.answering.models import Draft, Poster
from leerkring.practice.answering.tests.conftest import Asked, ask_three_teams, fill
from leerkring.practice.scans.models import Closing, Response

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        "connection.vendor != 'postgresql'", reason="needs several connections to one database"
    ),
]


@pytest.fixture
def asked(transactional_db: None, at: Callable[..., None]) -> Asked:
    return ask_three_teams(at)


def at_once(*acts: Callable[[], object]) -> list[object]:
    """What each returned or raised."""
    came: list[object] = [None] * len(acts)
    start = Barrier(len(acts))

    def run(place: int, act: Callable[[], object]) -> None:
        try:
            connection.ensure_connection()
            start.wait()
            came[place] = act()
        except Exception as fault:
            came[place] = fault
        finally:
            connections.close_all()

    threads = [Thread(target=run, args=pair) for pair in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return came


def test_two_tabs_hand_in_and_get_one_key(asked: Asked) -> None:
    for person in range(1, 5):
        door = asked.door(person=person)
        fill(door, 3)
        first, second = at_once(*[partial(finish, door)] * 2)
        assert first == second
    assert Response.objects.count() == 4


def test_two_doors_of_one_person_hand_in_once(asked: Asked) -> None:
    for person in range(1, 5):
        doors = [asked.door(person=person), asked.door(person=person)]
        for door in doors:
            fill(door, 3)
        acts = [partial(finish, door) for door in doors]
        assert sorted(type(came).__name__ for came in at_once(*acts)) == ["Secret", "TooLate"]
    assert Response.objects.count() == 4


def test_two_tabs_answer_and_both_are_kept(asked: Asked) -> None:
    door = asked.door()
    for place in range(0, 36, 4):
        at_once(*[partial(give_answer, door, place=place + n, value=2) for n in range(4)])
    assert door.unlock("draft", bytes(Draft.objects.get().answers)) == bytes([2] * 36)


def test_who_hands_in_while_the_round_closes_is_counted_or_told(asked: Asked) -> None:
    doors = [asked.door(person=person) for person in range(1, 8)]
    for door in doors:
        fill(door, 3)
    acts = [partial(finish, door) for door in doors]
    *came, closing = at_once(*acts, lambda: end_round(asked.round, by=None))
    assert isinstance(closing, Closing)
    done = [one for one in came if not isinstance(one, TooLate)]
    assert {type(one).__name__ for one in done} <= {"Secret"}
    assert Response.objects.count() == len(done)
    assert Closing.objects.get().respondents in (None, len(done))


def test_first_answers_while_the_round_closes_hold_nothing_up(asked: Asked) -> None:
    doors = [asked.door(person=person) for person in range(1, 8)]
    acts = [partial(give_answer, door, place=0, value=3) for door in doors]
    *came, closing = at_once(*acts, lambda: end_round(asked.round, by=None))
    assert isinstance(closing, Closing)
    assert {type(one).__name__ for one in came} <= {"bytes", "TooLate"}


def test_two_workers_send_each_mail_once(asked: Asked) -> None:
    sent = at_once(send_due, send_due)
    assert sum(int(str(number)) for number in sent) == 16


def test_the_last_place_of_a_poster_is_given_once(asked: Asked) -> None:
    poster = Poster.objects.get(pk=hang_poster(asked.round, asked.teams["Zuid"]).name("poster"))
    came = at_once(*[lambda: take_link(poster)] * 5)
    assert sum(isinstance(one, PosterIsFull) for one in came) == 3
