"""An attacker who watches every page while people answer learns no single vote.

Two rooms that differ in one person's vote must look the same, letter for letter, everywhere and at
every moment, as long as that person is one of fewer than five of whom something new is told.
"""

import re
from collections.abc import Callable, Sequence

import pytest
from django.core.cache import caches
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from leerkring.practice.boards.kinds import AFTER, BEFORE, Kind
from leerkring.practice.boards.models import Board, BoardQuestion, Outcome, Vote
from leerkring.practice.boards.revealing_actions import reveal, show_later
from leerkring.practice.boards.tests.conftest import Phone, Room

Press = Callable[..., HttpResponse]
PAGES = ("lead", "lead_state", "screen", "screen_state", "export")


def everything(room: Room, leading: Client) -> str:
    """All that anybody can see, made anew, without tokens that differ each time."""
    for cache in caches.all(initialized_only=True):
        cache.clear()
    seen = [
        leading.get(reverse(f"boards:{name}", args=[room.board.pk])).content.decode()
        for name in PAGES
    ]
    phone = Phone(Board.objects.get(pk=room.board.pk))
    seen += [phone.page.content.decode(), phone.look(0).content.decode()]
    token = r'(?:value|data-token)="\w{64}"|name="typing" value="[^"]*"|name="id" value="[^"]*"'
    return re.sub(token, "", "\n".join(seen))


def watch(
    room: Room, leading: Client, question: BoardQuestion, votes: Sequence[int], last: int
) -> list[str]:
    """What is seen after each vote; `last` is the vote of the one who is watched."""
    Vote.objects.all().delete()
    seen = []
    for place, choice in enumerate([*votes, last]):
        room.vote(question, [choice], first=place)
        seen.append(everything(room, leading))
    return seen


@pytest.mark.parametrize("kind", [Kind.SCALE, Kind.CHOICE, Kind.DILEMMA])
def test_before_the_reveal_a_vote_shows_nowhere(room: Room, leading: Client, kind: Kind) -> None:
    question = room.ask(kind)
    votes = [1, 1, 1, 1, 1, 1]
    assert watch(room, leading, question, votes, 1) == watch(room, leading, question, votes, 0)


def test_people_are_counted_in_fives_only(room: Room, leading: Client) -> None:
    question = room.ask(Kind.CHOICE)
    seen = watch(room, leading, question, [0, 1, 0, 1, 0, 1], 0)
    assert seen[0] == seen[1] == seen[2] == seen[3] != seen[4] == seen[5] == seen[6]


@pytest.mark.parametrize("people", [1, 4])
def test_a_reveal_with_fewer_than_five_says_nothing(
    room: Room, leading: Client, people: int
) -> None:
    question = room.ask(Kind.CHOICE)
    room.vote(question, [0] * people)
    reveal(question, by=room.leader)
    page = everything(room, leading)
    assert "te weinig antwoorden" in page
    assert "van de 10" not in page
    assert Outcome.objects.count() == 0


def test_after_the_reveal_nothing_moves_until_five_more_are_there(
    room: Room, leading: Client
) -> None:
    question = room.ask(Kind.CHOICE)
    room.vote(question, [0, 0, 0, 1, 1, 1])
    reveal(question, by=room.leader)
    before = everything(room, leading)
    for place in range(6, 10):
        room.vote(question, [1], first=place)
        assert not show_later(question, by=room.leader)
        reveal(question, by=room.leader)  # pressed again, it counts nobody in either
        assert Outcome.objects.get().content["shares"] == [0.5, 0.5]
    room.vote(question, [1], first=10)
    assert show_later(question, by=room.leader)
    assert Outcome.objects.get().content["shares"] == [0.3, 0.7]
    assert everything(room, leading) != before


def test_who_types_four_of_their_own_learns_nothing_of_the_fifth(room: Room, press: Press) -> None:
    question = room.ask(Kind.CHOICE)
    room.vote(question, [0])
    press("typing", question, typing="00000000-0000-0000-0000-000000000001", lines="1\n1\n1\n1\n1")
    press("reveal", question)
    assert Outcome.objects.count() == 0
    room.vote(question, [0, 1, 1, 1], first=1)
    press("later", question)
    assert Outcome.objects.get().content["answered"] == 10


def told(question: BoardQuestion) -> dict[int, list[float] | None]:
    return {
        row.phase: None if row.is_withheld else row.content["shares"]
        for row in question.outcomes.all()
    }


def dilemma(room: Room, before: Sequence[int], after: Sequence[int]) -> BoardQuestion:
    """Voted before and after by the same devices, in that order; both shown."""
    question = room.ask(Kind.DILEMMA)
    room.vote(question, before)
    reveal(question, by=room.leader)
    question = room.again(question)
    room.vote(question, after, phase=AFTER)
    reveal(question, by=room.leader)
    return question


@pytest.mark.parametrize("moved", [1, 2, 3, 4])
def test_the_shift_of_one_to_four_people_is_not_told(
    room: Room, leading: Client, moved: int
) -> None:
    before = [0] * 10 + [1] * 10
    after = [1] * moved + before[moved:]
    question = dilemma(room, before, after)
    assert told(question) == {BEFORE: [0.5, 0.5], AFTER: None}
    assert "verschoof er te weinig" in everything(room, leading)


def test_a_shift_of_few_looks_the_same_whichever_way_they_went(room: Room, leading: Client) -> None:
    seen = []
    for after in ([1, 0] + [0] * 8 + [1] * 10, [0] * 10 + [1] * 9 + [0]):
        BoardQuestion.objects.all().delete()
        Board.objects.update(revision=1, running=None)
        dilemma(room, [0] * 10 + [1] * 10, after)
        page = everything(room, leading)
        seen.append(re.sub(r"vragen/\d+/|aan-\d+|question(?:=|\" value=)\"\d+\"", "", page))
    assert seen[0] == seen[1]


def test_the_shift_of_five_people_is_told(room: Room, leading: Client) -> None:
    question = dilemma(room, [0] * 10 + [1] * 10, [1] * 5 + [0] * 5 + [1] * 10)
    assert told(question) == {BEFORE: [0.5, 0.5], AFTER: [0.3, 0.8]}
    page = everything(room, leading)
    assert "vóór: 5 van de 10" in page
    assert "3 van de 10" in page


def test_one_who_comes_in_late_is_not_laid_bare_by_the_second_vote(room: Room) -> None:
    before = [0] * 10 + [1] * 10
    assert told(dilemma(room, before, [*before, 1]))[AFTER] is None


def test_after_the_second_count_neither_table_moves(room: Room) -> None:
    question = dilemma(room, [0] * 10 + [1] * 10, [1] * 5 + [0] * 5 + [1] * 10)
    first = told(question)
    room.vote(question, [0] * 8, phase=BEFORE, first=50)
    room.vote(question, [0] * 8, phase=AFTER, first=50)
    assert not show_later(question, by=room.leader)
    assert told(question) == first


def test_a_late_vote_from_before_the_talk_cannot_be_told_from_both_tables(room: Room) -> None:
    """One who voted before the talk but was not counted yet counts as somebody who came."""
    question = room.ask(Kind.DILEMMA)
    room.vote(question, [0] * 10 + [1] * 10)
    reveal(question, by=room.leader)
    room.vote(question, [1], first=30)
    question = room.again(question)
    room.vote(question, [0] * 10 + [1] * 10, phase=AFTER)
    room.vote(question, [1], phase=AFTER, first=30)
    reveal(question, by=room.leader)
    assert told(question)[AFTER] is None


def test_without_enough_first_votes_the_second_is_told_alone(room: Room, leading: Client) -> None:
    question = dilemma(room, [0, 1], [0] * 5 + [1] * 5)
    assert told(question) == {AFTER: [0.5, 0.5]}
    assert "vóór: " not in everything(room, leading)
