"""Dilemmas between the room and the shelf."""

from types import SimpleNamespace

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from leerkring.network.circles.models import Circle, Membership
from leerkring.network.circles.models import Role as Seat
from leerkring.practice.boards.actions import add_question, ask, make_board
from leerkring.practice.boards.kinds import Kind
from leerkring.practice.boards.models import BoardQuestion
from leerkring.practice.boards.tests.conftest import Room
from leerkring.practice.dilemmas.actions import Put, put_dilemma
from leerkring.practice.dilemmas.models import Dilemma
from leerkring.practice.meetings.agenda_actions import put_dilemma_on
from leerkring.practice.meetings.agenda_queries import dilemmas_waiting
from leerkring.practice.meetings.models import Meeting, Role


@pytest.fixture
def day(room: Room) -> SimpleNamespace:
    """A meeting of a circle, with a board, both of the leader of the room."""
    circle = Circle.objects.create(
        kind="werkgroep",
        name="Samen",
        slug="samen",
        purpose="Samen.",
        joining="vrij",
        visibility="openbaar",
    )
    now = timezone.now()
    Membership.objects.create(circle=circle, person=room.leader, role=Seat.MEMBER, since=now)
    meeting = Meeting.objects.create(title="Werkdag", slug="dag", starts_at=now, circle=circle)
    Role.objects.create(meeting=meeting, person=room.leader, kind=Role.Kind.ORGANISER)
    board = make_board(meeting, title="Slot", by=room.leader)
    return SimpleNamespace(circle=circle, meeting=meeting, board=board)


def asked(room: Room, day: SimpleNamespace, text: str = "Melden of praten?") -> BoardQuestion:
    question = add_question(
        day.board, kind=Kind.DILEMMA, text=text, options=["Veilig", "Samen"], by=room.leader
    )
    ask(question, by=room.leader)
    return question


def press(client: Client, name: str, *args: int, **fields: object) -> HttpResponse:
    return client.post(reverse(f"boards:{name}", args=args), fields)


def test_a_dilemma_that_was_voted_on_goes_to_the_shelf_once(
    room: Room, day: SimpleNamespace, leading: Client
) -> None:
    question = asked(room, day)
    for _ in range(2):
        press(leading, "shelf", day.board.pk, question.pk)
    dilemma = Dilemma.objects.get()
    assert (dilemma.one_side, dilemma.other_side) == ("Veilig", "Samen")
    assert (dilemma.circle, dilemma.audience, dilemma.author) == (day.circle, "kring", room.leader)


def test_without_a_circle_a_person_chooses_who_may_read_it(
    room: Room, day: SimpleNamespace, leading: Client
) -> None:
    Meeting.objects.update(circle=None, audience="invited")
    answer = press(leading, "shelf", day.board.pk, asked(room, day).pk)
    page = leading.get(answer["Location"]).content.decode()
    assert "Melden of praten?" in page and "Veilig" in page
    assert not Dilemma.objects.exists()


def test_one_from_the_shelf_becomes_a_question_and_the_shelf_hears_of_it(
    room: Room, day: SimpleNamespace, leading: Client
) -> None:
    put = Put("Melden of praten?", "Veilig", "Samen", circle=day.circle)
    dilemma = put_dilemma(put, by=room.leader)
    put_dilemma_on(day.meeting, dilemma)
    assert "Melden of praten?" in leading.get(day.board.get_absolute_url()).content.decode()
    press(leading, "from_shelf", day.board.pk, dilemma=dilemma.pk)
    assert press(leading, "from_shelf", day.board.pk, dilemma=dilemma.pk).status_code == 404
    question = BoardQuestion.objects.get()
    assert (question.kind, question.options) == ("dilemma", ["Veilig", "Samen"])
    for _ in range(2):
        ask(question, by=room.leader)
    assert [outing.note for outing in dilemma.outings.all()] == ["Op het bord van «Werkdag»."]


def test_readers_outside_the_circle_are_not_told_which_meeting_it_was(
    room: Room, day: SimpleNamespace
) -> None:
    put = Put("Melden?", "Veilig", "Samen", audience="openbaar")
    dilemma = put_dilemma(put, by=room.leader)
    question = add_question(
        day.board, kind=Kind.DILEMMA, text="Melden?", options=["a", "b"], dilemma=dilemma,
        by=room.leader,
    )  # fmt: skip
    ask(question, by=room.leader)
    assert "Werkdag" not in dilemma.outings.get().note


def test_without_a_circle_it_comes_back_to_the_same_people(
    room: Room, day: SimpleNamespace
) -> None:
    Meeting.objects.update(circle=None)
    mine = Put("Melden of praten?", "Veilig", "Samen", audience="ingelogd")
    dilemma = put_dilemma(mine, by=room.leader)
    put_dilemma(mine, by=room.other)
    meeting = Meeting.objects.get()
    assert list(dilemmas_waiting(room.leader, meeting)) == [dilemma]
