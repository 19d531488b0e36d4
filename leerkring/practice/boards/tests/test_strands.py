"""Boards of sessions beside each other: each its own, led by who leads that one."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

import pytest
from django.db import IntegrityError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from leerkring.network.people.models import Person
from leerkring.practice.boards.actions import (
    add_question,
    ask,
    close_board,
    make_board,
    move_board,
    open_board,
)
from leerkring.practice.boards.kinds import Kind
from leerkring.practice.boards.models import Board, Card
from leerkring.practice.boards.tests.conftest import BACKEND, Phone
from leerkring.practice.meetings.models import (
    Announcement,
    Audience,
    Block,
    Meeting,
    Role,
    Strand,
)
from leerkring.practice.meetings.programme_actions import remove_block

pytestmark = pytest.mark.django_db


def someone(name: str) -> Person:
    found = Person.objects.filter(name=name).first()
    return found or Person.objects.create_user(f"{name.lower()}@voorbeeld.nl", name)


def browser(name: str) -> Client:
    client = Client()
    client.force_login(someone(name), backend=BACKEND)
    return client


@dataclass
class Day:
    """«Olga» organises, «Jan» leads «Jeugd», «Wil» leads «Wonen»; both facilitate."""

    meeting: Meeting
    youth: Strand
    living: Strand

    def board(self, strand: Strand | None, *, title: str = "Stellingen") -> Board:
        return make_board(self.meeting, title=title, by=someone("Olga"), strand=strand)

    def form(self, name: str, strand: Strand | None = None) -> str:
        query = {"sessie": strand.pk} if strand else {}
        return browser(name).get(self.url, query).content.decode()

    @property
    def url(self) -> str:
        return reverse("boards:make", args=["bijeenkomst", self.meeting.pk])


@pytest.fixture
def day() -> Day:
    meeting = Meeting.objects.create(
        title="Werkdag",
        slug="werkdag",
        audience=Audience.SIGNED_IN,
        starts_at=timezone.now() + timedelta(days=1),
    )
    Announcement.objects.create(meeting=meeting)
    block = Block.objects.create(meeting=meeting, position=0, title="Ronde 1", minutes=60)
    youth = Strand.objects.create(
        block=block, position=0, title="Jeugd", room="Zaal 2", leader=someone("Jan")
    )
    living = Strand.objects.create(block=block, position=1, title="Wonen", leader=someone("Wil"))
    for name, kind in (("Olga", "organiser"), ("Jan", "facilitator"), ("Wil", "facilitator")):
        Role.objects.create(meeting=meeting, person=someone(name), kind=kind)
    return Day(meeting, youth, living)


def test_a_strand_is_led_by_its_own_leader_and_who_organises(day: Day) -> None:
    board, for_all = day.board(day.youth), day.board(None)
    names = ("Olga", "Jan", "Wil", "Piet")
    led = [set(Board.objects.led_by(someone(name))) for name in names]
    assert led == [{board, for_all}, {board, for_all}, {for_all}, set()]
    urls = [reverse(f"boards:{name}", args=[board.pk]) for name in ("lead", "screen", "export")]
    assert [browser("Wil").get(url).status_code for url in urls] == [404, 404, 404]
    assert [browser("Jan").get(url).status_code for url in urls] == [200, 200, 200]


def test_the_form_offers_the_own_strand_and_begins_with_the_one_it_came_from(day: Day) -> None:
    page = day.form("Jan", day.youth)
    assert f'value="{day.youth.pk}" selected' in page and 'value="Jeugd"' in page
    assert "Ronde 1: Jeugd" in page and "Wonen" not in page
    assert "Ronde 1: Wonen" in day.form("Olga")
    assert "selected" not in day.form("Jan", day.living).split("Ronde 1")[1]


def test_a_board_is_made_for_the_own_strand_and_for_no_other(day: Day) -> None:
    jan = browser("Jan")
    wrong = jan.post(day.url, {"title": "Bord", "strand": day.living.pk})
    assert wrong.status_code == 422 and Board.objects.count() == 0
    jan.post(day.url, {"title": "Bord", "strand": day.youth.pk})
    assert Board.objects.get().strand == day.youth


def test_a_strand_of_another_meeting_gets_no_board_here(day: Day) -> None:
    other = Meeting.objects.create(title="Anders", slug="anders", starts_at=timezone.now())
    with pytest.raises(ValueError, match="another meeting"):
        make_board(other, title="Bord", by=None, strand=day.youth)
    with pytest.raises(IntegrityError):
        Board.objects.create(title="Bord", strand=day.youth)


def test_phones_and_the_big_screen_say_whose_board_it_is(day: Day) -> None:
    board = day.board(day.youth)
    open_board(board, by=None)
    assert "Jeugd · Zaal 2" in Phone(board).page.content.decode()
    add_question(board, kind=Kind.CHOICE, text="Waar?", options=["Thuis", "School"], by=None)
    cards = add_question(board, kind=Kind.OPEN, text="Wat helpt?", by=None)
    Card.objects.create(pk=UUID(int=1), question=cards, text="Bellen")
    table = browser("Jan").get(reverse("boards:export", args=[board.pk])).content.decode()
    assert "Jeugd;2;Open antwoord;Wat helpt?;;Bellen" in table
    screen = browser("Jan").get(reverse("boards:screen", args=[board.pk])).content.decode()
    assert "Werkdag · Jeugd · Zaal 2" in screen
    lead = browser("Jan").get(board.get_absolute_url()).content.decode()
    assert "Bord van de sessie Jeugd" in lead


def test_a_strand_that_is_taken_out_leaves_its_board_and_every_answer(day: Day) -> None:
    board = day.board(day.youth)
    open_board(board, by=None)
    question = add_question(board, kind=Kind.OPEN, text="Wat helpt?", by=None)
    phone = Phone(board)
    question.__class__.objects.update(phase=1)
    question.refresh_from_db()
    phone.card(question, "Bellen")
    remove_block(day.youth.block)
    assert Board.objects.get(pk=board.pk).strand is None
    assert Card.objects.get().text == "Bellen"
    assert phone.card(question, "Langsgaan").json() == {"kept": True}
    assert board in Board.objects.led_by(someone("Olga"))


def row_of(strand: Strand, page: str) -> str:
    """The row of a strand on a page of the meeting."""
    rows = page.split('class="meeting-strands"')[1].split(f"<strong>{strand.title}</strong>")[1]
    return rows.split("<strong>")[0].split("</section>")[0]


def page_of(day: Day, name: str, below: str = "") -> str:
    client = browser(name) if name else Client()
    return client.get(day.meeting.get_absolute_url() + below).content.decode()


@pytest.mark.parametrize("below", ["", "programma/"])
def test_the_row_of_a_strand_leads_its_leader_to_its_board(day: Day, below: str) -> None:
    make = f"/borden/nieuw/bijeenkomst/{day.meeting.pk}/?sessie={day.youth.pk}"
    assert make in row_of(day.youth, page_of(day, "Jan", below))
    assert "Maak een bord" not in row_of(day.living, page_of(day, "Jan", below))
    assert "Maak een bord" in row_of(day.living, page_of(day, "Olga", below))
    board = day.board(day.youth)
    row = row_of(day.youth, page_of(day, "Jan", below))
    assert board.get_absolute_url() in row and "nog niet open" in row and make not in row
    assert board.get_absolute_url() not in page_of(day, "Wil", below)


def test_who_takes_part_finds_the_letters_in_the_row_while_it_is_open(day: Day) -> None:
    board = day.board(day.youth)
    way = f"/b/{board.code}/"
    assert way not in page_of(day, "Piet")
    open_board(board, by=None)
    assert way in row_of(day.youth, page_of(day, "Piet"))
    assert board.code in row_of(day.youth, page_of(day, "Wil"))
    assert "Nu in de zaal" not in page_of(day, "Piet")
    Meeting.objects.update(audience=Audience.PUBLIC)
    visitor = page_of(day, "")
    assert board.code not in visitor and "Nu in de zaal" in visitor
    close_board(board, by=None)
    assert board.code not in page_of(day, "Piet")


def test_the_clock_of_the_day_leads_to_the_boards(day: Day) -> None:
    board = day.board(day.youth)
    assert board.get_absolute_url() in row_of(day.youth, page_of(day, "Olga", "dag/"))


def test_a_board_goes_to_another_session_with_its_letters_and_answers(day: Day) -> None:
    board = day.board(day.youth)
    url, said = reverse("boards:moving", args=[board.pk]), {"title": "Wonen", "strand": ""}
    assert browser("Wil").get(url).status_code == 404
    assert browser("Jan").post(url, said | {"strand": day.living.pk}).status_code == 422
    open_board(board, by=None)
    question = add_question(board, kind=Kind.OPEN, text="Wat helpt?", by=None)
    ask(question, by=None)
    phone = Phone(board)
    phone.card(question, "Bellen")
    assert browser("Jan").get(url).status_code == 404  # others would read what was answered here
    assert browser("Olga").post(url, said | {"strand": day.living.pk}).status_code == 302
    board.refresh_from_db()
    assert (board.title, board.strand, board.last_did) == (
        "Wonen", day.living, "koos voor wie het bord is",
    )  # fmt: skip
    assert board in Board.objects.led_by(someone("Wil"))
    assert board not in Board.objects.led_by(someone("Jan"))
    assert Phone(board).page.status_code == 200 and phone.card(question, "Ook").status_code == 200
    assert browser("Olga").post(url, said).status_code == 302
    assert Board.objects.get().strand is None


def test_a_board_goes_to_no_session_of_another_meeting(day: Day) -> None:
    other = Meeting.objects.create(title="Elders", slug="elders", starts_at=timezone.now())
    block = Block.objects.create(meeting=other, position=0, title="Ronde", minutes=60)
    strand = Strand.objects.create(block=block, position=0, title="Geld")
    with pytest.raises(ValueError, match="another meeting"):
        move_board(day.board(None), title="Bord", strand=strand, by=None)
