"""What a phone gets and sends: quickly, once, and without a name."""

import gzip
import re
from pathlib import Path
from uuid import uuid4

import pytest
from django.contrib.staticfiles import finders
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from leerkring.practice.boards.actions import ask, close_board
from leerkring.practice.boards.kinds import Kind
from leerkring.practice.boards.models import Board, Card, Vote
from leerkring.practice.boards.revealing_actions import reveal
from leerkring.practice.boards.tests.conftest import JSON, Phone, Room

MOST_BYTES = 30_000
SOME_KINDS = [Kind.OPEN, Kind.SCALE, Kind.CHOICE, Kind.RANKING, Kind.DILEMMA, Kind.TOMORROW]


def test_six_letters_lead_to_the_board_however_they_are_typed(room: Room) -> None:
    code = room.board.code
    response = Client().post(reverse("boards:join"), {"code": f" {code[:3].upper()}-{code[3:]} "})
    assert response["Location"] == reverse("boards:phone", args=[code])


def test_a_phone_joins_without_session_and_gets_a_mark_for_this_board_alone(phone: Phone) -> None:
    assert phone.page.status_code == 200
    cookies = phone.client.cookies
    assert "sessionid" not in cookies
    assert cookies["bord"]["path"] == phone.url
    assert cookies["bord"]["httponly"]


@pytest.mark.parametrize("kind", SOME_KINDS)
def test_the_whole_page_weighs_less_than_thirty_kilobytes(room: Room, kind: Kind) -> None:
    room.ask(kind)
    page = Phone(room.board).page.content
    names = set(re.findall(r'(?:href|src)="/static/([^"]+)"', page.decode()))
    names |= {
        "answering/outbox.js",
        "answering/unsent.js",
        "boards/memory.js",
        "boards/form.js",
    }  # what its script brings along
    files = [Path(str(finders.find(name))).read_bytes() for name in names]
    assert len(names) >= 6
    assert len(gzip.compress(page)) + sum(len(gzip.compress(f)) for f in files) < MOST_BYTES
    assert len(page) + sum(map(len, files)) < MOST_BYTES  # and so where nothing is compressed


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_can_be_answered_without_a_script(room: Room, kind: Kind) -> None:
    about = {}
    if kind is Kind.UPVOTE:
        cards = room.ask(Kind.OPEN)
        phone = Phone(room.board)
        phone.card(cards, "Koffie")
        reveal(cards, by=room.leader)
        about = {"about": cards, "most": 2}
    question = room.ask(kind, **about)
    phone = Phone(room.board)
    page = phone.page.content.decode()
    fields = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page))
    fields.pop("csrfmiddlewaretoken", None)
    radio = re.search(r'name="choice" value="([^"]+)"', page)
    fields |= {"text": "Bellen"} if kind.takes_cards else {"choice": radio[1] if radio else ""}
    fields |= {"place_0": "2", "place_1": "1"} if kind is Kind.RANKING else {}
    response = phone.client.post(f"{phone.url}antwoord/", fields)
    assert response["Location"] == f"{phone.url}?bewaard=1"
    assert "Bewaard" in phone.client.get(response["Location"]).content.decode()
    given = question.cards.count() if kind.takes_cards else question.votes.count()
    assert given == 1


def test_a_card_that_is_sent_twice_counts_once(room: Room, phone: Phone) -> None:
    question, key = room.ask(), uuid4()
    for _ in range(3):
        assert phone.card(question, "Bellen", id=key).status_code == 200
    assert Card.objects.count() == 1


def test_the_key_of_another_card_takes_nothing_from_it(room: Room, phone: Phone) -> None:
    question, key = room.ask(), uuid4()
    phone.card(question, "Bellen", id=key)
    assert Phone(room.board).card(question, "Anders", id=key).status_code == 422
    assert Card.objects.get().text == "Bellen"


def test_a_vote_counts_once_a_device_and_may_change_until_it_is_counted(room: Room) -> None:
    question = room.ask(Kind.CHOICE)
    phones = [Phone(room.board) for _ in range(5)]
    for each in phones:
        for choice in (0, 1, 1):
            assert each.send(question, choice=choice).json() == {"kept": True}
    assert [vote.choice for vote in Vote.objects.all()] == [[1]] * 5
    reveal(question, by=room.leader)
    assert phones[0].send(question, choice=1).status_code == 200  # the same again is no fault
    answer = phones[0].send(question, choice=0)
    assert (answer.status_code, "telt" in answer.json()["fault"]) == (422, True)


def test_five_thousand_signs_come_back_whole_and_with_what_to_do(room: Room, phone: Phone) -> None:
    question, text = room.ask(), "koe " * 1250
    answer = phone.card(question, text, html=True)
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert "4.999 tekens lang; er passen er 500 in" in shown
    assert text.strip() in shown
    assert Card.objects.count() == 0


@pytest.mark.parametrize("kind", [Kind.CHOICE, Kind.RANKING, Kind.SCALE])
def test_a_question_from_right_to_left_reads_that_way(room: Room, kind: Kind) -> None:
    text, options = "من يقرر؟", ["معا", "واحد"]
    room.ask(kind, text=text, options=options)
    page = Phone(room.board).page.content.decode()
    for words in (text, *options):
        assert re.search(rf'dir="auto"[^>]*>{words}<', page)


def test_emoji_and_right_to_left_stay_and_what_turns_text_around_goes(
    room: Room, phone: Phone
) -> None:
    text = "ثقة في الحي 👩‍👩‍👧 <b>ja</b>"
    phone.card(room.ask(), f"\u202e{text}\u0007")
    assert Card.objects.get().text == text


@pytest.mark.parametrize("kind", [Kind.SCALE, Kind.CHOICE, Kind.DILEMMA, Kind.RANKING])
@pytest.mark.parametrize("given", ["", "9", "-1", "een", "1'--"])
def test_a_vote_that_is_no_option_is_refused(
    room: Room, phone: Phone, kind: Kind, given: str
) -> None:
    question = room.ask(kind)
    assert phone.send(question, choice=given, place_0=given, place_1=given).status_code == 422
    assert Vote.objects.count() == 0


def test_nobody_chooses_more_than_they_may(room: Room, phone: Phone) -> None:
    question = room.ask(Kind.CHOICE, options=["a", "b", "c"], most=2)
    assert phone.send(question, choice=["0", "1", "2"]).status_code == 422
    assert phone.send(question, choice=["0", "2"]).status_code == 200


def test_what_a_phone_sends_late_is_kept_while_another_question_is_on(
    room: Room, phone: Phone
) -> None:
    first = room.ask(Kind.SCALE)
    room.ask()
    assert phone.send(first, choice=4).status_code == 200
    assert first.votes.count() == 1


def test_a_question_that_was_not_asked_yet_is_neither_shown_nor_answered(
    room: Room, phone: Phone
) -> None:
    question = room.ask()
    type(question).objects.update(phase=0)
    Board.objects.update(running=None)
    assert question.text not in Phone(room.board).page.content.decode()
    assert phone.card(question, "Te vroeg").status_code == 404


def test_nothing_new_costs_one_query_and_is_empty(room: Room, phone: Phone) -> None:
    other = Phone(room.board)
    with CaptureQueriesContext(connection) as asked:
        answers = [phone.look(), other.look(), phone.look()]
    assert [(each.status_code, each.content) for each in answers] == [(204, b"")] * 3
    assert len(asked) == 1  # for all of them, in the same half second
    assert not any(each.cookies for each in answers)


def test_a_phone_that_saw_more_keeps_what_it_has(room: Room, phone: Phone) -> None:
    """It asks one process, which knows of the newest question only half a second later."""
    phone.look()
    room.ask()
    assert phone.look(room.board.revision).status_code == 204


def test_what_is_new_is_made_once_for_everybody(room: Room, phone: Phone) -> None:
    room.ask(Kind.DILEMMA)
    other = Phone(room.board)
    first = phone.look(0)
    with CaptureQueriesContext(connection) as asked:
        second = other.look(0)
    assert len(asked) == 0
    assert first.content == second.content
    assert (first.status_code, first["X-Bord"]) == (200, str(room.board.revision))


@pytest.mark.parametrize(("kind", "fields"), [(Kind.OPEN, {"text": "ja"}), (Kind.SCALE, {})])
def test_an_answer_costs_three_queries_at_most(
    room: Room, phone: Phone, kind: Kind, fields: dict
) -> None:
    question = room.ask(kind)
    with CaptureQueriesContext(connection) as asked:
        assert phone.send(question, id=uuid4(), choice=3, **fields).status_code == 200
    counted = [q for q in asked if not re.match("SAVEPOINT|RELEASE|BEGIN|COMMIT", q["sql"])]
    assert len(counted) <= 3


def test_a_closed_board_tells_phones_that_it_is_over(room: Room, phone: Phone) -> None:
    question = room.ask()
    close_board(room.board, by=room.leader)
    assert phone.look().status_code == 410
    assert phone.card(question, "Nog dit").status_code == 410
    page = phone.client.get(phone.url)
    assert page.status_code == 404
    assert "wat als bewaard stond, is binnen" in page.content.decode()
    never = Client().post(f"{phone.url}antwoord/", {"question": question.pk}, **JSON)
    assert never.status_code == 404  # who never joined hears nothing of it


def test_a_new_question_is_a_new_revision(room: Room, phone: Phone) -> None:
    question = room.ask()
    before = room.board.revision
    ask(question, by=room.leader)
    room.board.refresh_from_db()
    assert room.board.revision == before + 1
