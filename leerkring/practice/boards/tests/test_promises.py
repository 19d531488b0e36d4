"""What was promised in the room: whose it becomes, who is asked about it, and what is kept."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from leerkring.network.people.actions import organisation_named
from leerkring.practice.boards.actions import add_question, ask, close_board, make_board, open_board
from leerkring.practice.boards.kinds import Kind
from leerkring.practice.boards.models import Board, BoardQuestion, Card, TakenOver
from leerkring.practice.boards.tests.conftest import BACKEND, Phone, Room
from leerkring.practice.commitments.models import Commitment
from leerkring.practice.commitments.queries import whom_to_ask
from leerkring.practice.gatherings.queries import harvest_of
from leerkring.practice.meetings.models import Invitation, Meeting, Role

Press = Callable[..., HttpResponse]
DAY = timezone.localdate() + timedelta(days=30)


@pytest.fixture
def tomorrow(room: Room) -> BoardQuestion:
    """Asked at a meeting that the leader of the room organises."""
    meeting = Meeting.objects.create(title="Werkdag", slug="werkdag", starts_at=timezone.now())
    Role.objects.create(meeting=meeting, person=room.leader, kind=Role.Kind.ORGANISER)
    board = make_board(meeting, title="Slot", by=room.leader)
    question = add_question(board, kind=Kind.TOMORROW, text="Wat doe je?", by=room.leader)
    open_board(board, by=room.leader)
    ask(question, by=room.leader)
    return BoardQuestion.objects.select_related("board").get(pk=question.pk)


def send(client: Client, question: BoardQuestion, **fields: Any) -> HttpResponse:
    url = reverse("boards:commitments", args=[question.board_id, question.pk])
    return client.post(url, {"look_back_on": DAY.isoformat(), **fields}, follow=True)


def test_from_tomorrow_becomes_commitments_of_the_team_once(room: Room, leading: Client) -> None:
    question, phone = room.ask(Kind.TOMORROW), Phone(room.board)
    phone.card(question, "bel ik op dag één", name="Samira")
    for status in (200, 422):
        assert send(leading, question, cards=[Card.objects.get().pk]).status_code == status
    commitment = Commitment.objects.get()
    assert (commitment.text, commitment.who) == ("bel ik op dag één", "Samira")
    assert (commitment.team, commitment.look_back_on) == (room.board.session.team, DAY)
    assert TakenOver.objects.count() == 1


def test_promises_of_a_team_stand_in_what_its_session_keeps(room: Room, leading: Client) -> None:
    question, phone = room.ask(Kind.TOMORROW), Phone(room.board)
    phone.card(question, "bel ik op dag één")
    send(leading, question, cards=[Card.objects.get().pk], who="tafel 3")
    (promise,) = harvest_of(room.board.session).promises
    assert (promise.text, promise.who, promise.look_back_on) == (
        "bel ik op dag één",
        "tafel 3",
        DAY,
    )


def test_each_card_finds_its_own_organisation(
    room: Room, leading: Client, tomorrow: BoardQuestion
) -> None:
    phone, school = Phone(tomorrow.board), organisation_named("De School")
    for text in ("Bellen", "Appen"):
        phone.card(tomorrow, text)
    meeting = tomorrow.board.meeting
    assert meeting is not None
    Invitation.objects.create(
        meeting=meeting, person=room.other, name="Anne", email="a@b.nl", organisation=school
    )
    page = leading.get(reverse("boards:commitments", args=[tomorrow.board_id, tomorrow.pk]))
    shown = page.content.decode()
    assert shown.index("Uitgenodigd") < shown.index("De School") < shown.index("De Maasbrug")
    call = Card.objects.get(text="Bellen")
    assert send(leading, tomorrow, cards=[call.pk]).status_code == 422
    send(leading, tomorrow, cards=[call.pk], organisation=school.pk)
    made = Commitment.objects.get()
    assert (made.organisation, made.text, made.meeting) == (school, "Bellen", meeting.pk)
    assert whom_to_ask(made) == {room.other.pk}
    assert made in Commitment.objects.of(room.other)
    assert TakenOver.objects.count() == 1


def test_who_wrote_a_card_makes_it_their_own(room: Room, tomorrow: BoardQuestion) -> None:
    phone = Phone(tomorrow.board)
    phone.card(tomorrow, "bel ik op dag één")
    url = reverse("boards:claiming", args=[tomorrow.board.code, Card.objects.get().pk])
    assert reverse("account_login") in phone.client.get(url)["Location"]
    phone.client.force_login(room.other, backend=BACKEND)
    assert "bel ik op dag één" in phone.client.get(url).content.decode()
    body = {"text": "bel ik elke dag", "look_back_on": DAY.isoformat(), "sight": "eigen"}
    assert phone.client.post(url, body).status_code == 302
    phone.client.post(url, body)
    made = Commitment.objects.get()
    assert (made.person, made.meeting, made.text) == (
        room.other, tomorrow.board.meeting_id, "bel ik elke dag",
    )  # fmt: skip
    assert tomorrow.cards.get().text == "bel ik op dag één"


def test_a_guest_takes_the_words_along_to_the_link_in_their_mail(
    room: Room, tomorrow: BoardQuestion
) -> None:
    phone = Phone(tomorrow.board)
    phone.card(tomorrow, "bel ik op dag één")
    meeting = tomorrow.board.meeting
    assert meeting is not None
    Invitation.objects.create(meeting=meeting, name="Gast", email="gast@kade.example")
    url = reverse("boards:claiming", args=[tomorrow.board.code, Card.objects.get().pk])
    page = phone.client.get(url).content.decode()
    assert "bel ik op dag één" in page and f"?next={url}" in page
    assert "gast@kade.example" not in page


def test_nobody_claims_the_card_of_another_device(room: Room, tomorrow: BoardQuestion) -> None:
    phone = Phone(tomorrow.board)
    phone.card(tomorrow, "bel ik op dag één")
    url = reverse("boards:claiming", args=[tomorrow.board.code, Card.objects.get().pk])
    for client in (Client(), Phone(tomorrow.board).client):
        client.force_login(room.other, backend=BACKEND)
        assert client.get(url).status_code == 404
    phone.client.force_login(room.other, backend=BACKEND)
    close_board(Board.objects.get(pk=tomorrow.board_id), by=room.leader)
    assert phone.client.get(url).status_code == 404


def test_only_cards_from_tomorrow_become_promises(room: Room, leading: Client) -> None:
    question, phone = room.ask(), Phone(room.board)
    phone.card(question, "Bellen")
    send(leading, question, cards=[Card.objects.get().pk])
    assert not Commitment.objects.exists()
