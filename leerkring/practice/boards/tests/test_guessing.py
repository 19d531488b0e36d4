"""Whoever guesses codes learns nothing and is stopped; the room goes on."""

import re

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from leerkring.practice.boards.actions import close_board, make_board
from leerkring.practice.boards.models import Board
from leerkring.practice.boards.tests.conftest import Phone, Room
from leerkring.practice.meetings.join_codes import LENGTH, LETTERS, new_code
from leerkring.practice.meetings.views.guessing import MOST_MISSES


def page(code: str, client: Client | None = None) -> HttpResponse:
    return (client or Client()).get(reverse("boards:phone", args=[code]))


def bare(response: HttpResponse) -> tuple[int, str, tuple[str, ...]]:
    words = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", response.content.decode())
    return response.status_code, words, tuple(sorted(response.cookies))


def guess_until_barred() -> None:
    for _ in range(MOST_MISSES):
        page("zzzzzz")


def test_codes_have_six_letters_that_look_like_no_other() -> None:
    assert not set("iloquv01") & set(LETTERS)
    drawn = {new_code() for _ in range(50)}
    assert len(drawn) == 50
    assert all(len(code) == LENGTH and set(code) <= set(LETTERS) for code in drawn)


def test_wrong_closed_and_not_open_yet_look_the_same(room: Room) -> None:
    unopened = make_board(room.board.session, title="Later", by=room.leader)
    close_board(room.board, by=room.leader)
    answers = {bare(page(code)) for code in (room.board.code, unopened.code, "zzzzzz")}
    assert len(answers) == 1
    typed = {
        re.sub(r'value="\w+"', "", bare(Client().post(reverse("boards:join"), {"code": code}))[1])
        for code in (room.board.code, unopened.code, "zzzzzz")
    }
    assert len(typed) == 1


def test_state_and_answer_tell_nothing_to_who_did_not_join(room: Room) -> None:
    for code in (room.board.code, "zzzzzz"):
        url = reverse("boards:phone", args=[code])
        assert Client().get(f"{url}stand/").status_code == 404
        assert Client().post(f"{url}antwoord/", {"question": 1}).status_code == 404


def test_a_mark_of_one_board_opens_no_other(room: Room, phone: Phone) -> None:
    other = make_board(room.board.session, title="Ander", by=room.leader)
    stranger = Client()
    stranger.cookies["bord"] = phone.client.cookies["bord"].value
    assert stranger.get(reverse("boards:state", args=[other.code])).status_code == 404
    assert stranger.get(reverse("boards:state", args=[room.board.code])).status_code == 200


def test_who_guesses_often_gets_no_further_answer_right_or_wrong(room: Room) -> None:
    guess_until_barred()
    assert bare(page("yyyyyy")) == bare(page(room.board.code))
    assert page(room.board.code).status_code == 429
    assert Client().post(reverse("boards:join"), {"code": room.board.code}).status_code == 429


def test_a_phone_that_joined_goes_on_when_somebody_beside_it_guesses(
    room: Room, phone: Phone
) -> None:
    guess_until_barred()
    assert phone.client.get(phone.url).status_code == 200
    assert phone.card(room.ask(), "Wij wel").status_code == 200


def test_a_room_full_of_phones_behind_one_address_is_not_barred(room: Room) -> None:
    for _ in range(MOST_MISSES + 5):
        assert Phone(room.board).page.status_code == 200
    assert Board.objects.open().count() == 1
