"""Counts while a round is open: they point at nobody, neither who answered nor who did not."""

from collections.abc import Callable

from django.core import mail
from hypothesis import given, settings
from hypothesis import strategies as st

from leerkring.practice.answering.actions import finish, hang_poster, take_link
from leerkring.practice.answering.headcounts import UNTOLD, headcount, together
from leerkring.practice.answering.mailing import send_due
from leerkring.practice.answering.models import PausedAddress, Poster, Sending
from leerkring.practice.answering.queries import turnout
from leerkring.practice.answering.tests.conftest import Asked, fill

K = 5
teams = st.lists(st.tuples(st.integers(0, 14), st.integers(0, 14)), min_size=1, max_size=5)


def hand_in(asked: Asked, team: str, *people: int) -> None:
    for person in people:
        door = asked.door(team, person)
        fill(door, 3)
        finish(door)


def seen(asked: Asked) -> dict[str, str | None]:
    return {name: words for name, _, words in turnout(asked.round, k=K)["teams"]}


def test_before_anyone_answers_only_who_was_asked_is_told(asked: Asked) -> None:
    found = turnout(asked.round, k=K)
    assert [(name, n) for name, n, _ in found["teams"]] == [("Noord", 8), ("Oost", 6), ("Zuid", 2)]
    assert (found["asked"], found["answered"]) == (16, None)
    assert set(seen(asked).values()) == {None}


def test_under_k_answers_look_the_same_as_none(asked: Asked) -> None:
    before = turnout(asked.round, k=K)
    hand_in(asked, "Noord", 1, 2, 3, 4)
    assert turnout(asked.round, k=K) == before


def test_from_k_on_it_is_told_without_pointing_at_who_is_missing(asked: Asked) -> None:
    hand_in(asked, "Noord", 1, 2, 3, 4, 5)
    assert seen(asked)["Noord"] == "minstens 5"
    before = turnout(asked.round, k=K)["teams"]
    hand_in(asked, "Noord", 6, 7)
    hand_in(asked, "Noord", 8)
    assert turnout(asked.round, k=K)["teams"] == before, "8 of 8 looks the same as 5 of 8"


def test_a_large_team_is_counted_when_both_groups_are_large_enough() -> None:
    told = {got: str(headcount(30, got, k=K)) for got in (5, 12, 25, 26, 30)}
    assert told == {5: "5", 12: "12", 25: "25", 26: "minstens 26", 30: "minstens 26"}
    assert headcount(30, 4, k=K) == headcount(30, 0, k=K) == UNTOLD


def test_all_together_is_the_sum_of_what_is_told_and_no_more() -> None:
    counted, bounded = headcount(30, 12, k=K), headcount(8, 7, k=K)
    assert str(together({1: counted, 2: counted})) == "24"
    assert str(together({1: counted, 2: bounded})) == "minstens 17"
    assert str(together({1: counted, 2: UNTOLD})) == "minstens 12"
    assert together({1: UNTOLD}) == together({}) == UNTOLD


def test_answers_through_a_poster_count_as_answers_of_their_team(asked: Asked) -> None:
    asked.round.invitees.filter(team=asked.teams["Zuid"]).delete()
    poster = Poster.objects.get(pk=hang_poster(asked.round, asked.teams["Zuid"]).name("poster"))
    own = take_link(poster)
    fill(own, 3)
    finish(own)
    hand_in(asked, "Noord", 1, 2, 3, 4, 5)
    found = turnout(asked.round, k=K)
    assert found["answered"] == "minstens 5", "six together would tell that one came from Zuid"


@given(teams)
@settings(max_examples=150, deadline=None)
def test_what_can_be_worked_out_from_the_page_never_pins_down_a_group_under_k(
    sizes: list[tuple[int, int]],
) -> None:
    """The attacker knows the rule and who was asked, and tries every way in which people may have
    answered. A team's number of answers, or of missing ones, that comes out the same in all of them
    is known to the attacker: it must not be one of 1..k-1."""
    people = {number: (asked, min(asked, got)) for number, (asked, got) in enumerate(sizes)}
    page = {n: headcount(asked, got, k=K) for n, (asked, got) in people.items()}
    whole = together(page)
    for number, (asked, _) in people.items():
        fits = [
            got
            for got in range(asked + 1)
            if headcount(asked, got, k=K) == page[number]
            and together(page | {number: headcount(asked, got, k=K)}) == whole
        ]
        if len(fits) == 1:
            (got,) = fits
            assert got == 0 or got >= K
            assert asked - got == 0 or asked - got >= K


def test_counting_mails_does_not_count_who_is_missing(
    asked: Asked, at: Callable[..., None]
) -> None:
    send_due()
    before = turnout(asked.round, k=K)
    assert before["mails"] == {"sent": 16, "waiting": 0, "failed": 0}
    hand_in(asked, "Noord", 1, 2, 3)
    at(2026, 10, 16, 9, 0)
    mail.outbox.clear()
    assert send_due() == 13
    assert turnout(asked.round, k=K) == before


def test_trouble_with_reminders_is_told_without_a_number(asked: Asked) -> None:
    assert not turnout(asked.round, k=K)["reminders_fail"]
    reminders = Sending.objects.filter(kind=Sending.Kind.FIRST)
    reminders.update(fault="busy")
    assert turnout(asked.round, k=K)["reminders_fail"] is True


def test_a_failed_announcement_and_a_paused_address_are_seen(asked: Asked) -> None:
    first = Sending.objects.filter(kind=Sending.Kind.ANNOUNCEMENT, invitee__email__startswith="z")
    first.update(fault="550 no such user", given_up=True)
    PausedAddress.objects.create(email="zuid1@voorbeeld.nl")
    PausedAddress.objects.create(email="iemand@elders.nl")
    found = turnout(asked.round, k=K)
    assert found["mails"] == {"sent": 0, "waiting": 14, "failed": 2}
    assert found["paused"] == ["zuid1@voorbeeld.nl"]
