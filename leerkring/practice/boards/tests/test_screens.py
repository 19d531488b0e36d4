"""The big screen on a computer where nobody is signed in, and the page of a leader who left."""

from datetime import timedelta

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from leerkring.practice.boards.actions import close_board
from leerkring.practice.boards.kinds import Kind
from leerkring.practice.boards.models import Board, Closing
from leerkring.practice.boards.tests.conftest import Phone, Room
from leerkring.practice.boards.views.gate import screen_address
from leerkring.practice.gatherings.models import Session


def test_the_screen_shows_what_the_room_may_see_and_leads_nowhere(room: Room) -> None:
    question = room.ask()
    Phone(room.board).card(question, "Nog niet getoond")
    page = Client().get(screen_address(room.board))
    shown = page.content.decode()
    assert question.text in shown and room.board.code in shown
    assert "Nog niet getoond" not in shown and "/borden/" not in shown
    assert "sessionid" not in page.cookies


def test_nothing_new_is_empty_and_something_new_comes_by_itself(room: Room) -> None:
    url = screen_address(room.board)
    state = f"{url}stand/"
    standing = Client().get(url).content.decode().split('data-standing="')[1].split('"')[0]
    assert Client().get(state, {"na": standing}).status_code == 204
    room.ask(text="Wat nu?")
    assert "Wat nu?" in Client().get(state, {"na": standing}).content.decode()


def test_six_letters_alone_open_no_screen(room: Room) -> None:
    url = reverse("boards:watch", args=[room.board.code, "a" * 12])
    assert Client().get(url).status_code == 404
    for _ in range(60):
        Client().get(url)
    assert Client().get(screen_address(room.board)).status_code == 429


def test_a_closed_board_tells_the_screen_nothing_more_and_a_day_later_it_is_gone(
    room: Room,
) -> None:
    question = room.ask(Kind.CHOICE)
    room.vote(question, [0, 1, 0, 1, 0])
    close_board(Board.objects.get(), by=room.leader)
    url = screen_address(room.board)
    assert "van de 10" not in Client().get(url).content.decode()
    Closing.objects.update(at=timezone.now() - timedelta(days=1))
    assert Client().get(url).status_code == 404


def test_who_no_longer_leads_can_do_nothing_while_the_screen_goes_on(
    room: Room, leading: Client
) -> None:
    question = room.ask()
    lead = room.board.get_absolute_url()
    assert f'data-fallback="{screen_address(room.board)}"' in leading.get(lead).content.decode()
    Session.objects.update(facilitator=room.other)
    assert leading.get(f"{lead}stand/").status_code == 404
    reveal = reverse("boards:reveal", args=[room.board.pk, question.pk])
    assert leading.post(reveal).status_code == 404
    assert not question.reveals.exists()
    assert Client().get(screen_address(room.board)).status_code == 200
