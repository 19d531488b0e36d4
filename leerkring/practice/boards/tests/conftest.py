"""A board of a session, open, and phones that joined it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from leerkring.network.people.models import Municipality, Organisation, Person, Team
from leerkring.practice.boards.actions import add_question, ask, make_board, open_board
from leerkring.practice.boards.answering_actions import cast_vote
from leerkring.practice.boards.kinds import Kind
from leerkring.practice.boards.models import Board, BoardQuestion
from leerkring.practice.gatherings.models import Session

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
JSON = {"HTTP_ACCEPT": "application/json"}


@dataclass
class Room:
    """A board, who leads it, and short ways to do what people do."""

    board: Board
    leader: Person
    other: Person
    questions: list[BoardQuestion] = field(default_factory=list)

    def ask(self, kind: Kind = Kind.OPEN, **about: Any) -> BoardQuestion:
        """A question that is on."""
        about.setdefault("text", f"Een vraag ({kind})?")
        if kind.has_options:
            about.setdefault("options", ["Voor", "Tegen"])
        if kind is Kind.SCALE:
            about.setdefault("options", ["niet", "wel"])
        question = add_question(self.board, kind=kind, by=self.leader, **about)
        ask(question, by=self.leader)
        return self.fresh(question)

    def again(self, question: BoardQuestion) -> BoardQuestion:
        """A dilemma after the talk."""
        ask(question, again=True, by=self.leader)
        return self.fresh(question)

    def fresh(self, question: BoardQuestion) -> BoardQuestion:
        self.board.refresh_from_db()
        return BoardQuestion.objects.select_related("board").get(pk=question.pk)

    def vote(
        self, question: BoardQuestion, choices: Sequence[int], *, phase: int = 1, first: int = 0
    ) -> None:
        """One vote each, of the devices m<first>, m<first+1> …"""
        for place, choice in enumerate(choices, first):
            cast_vote(question, phase=phase, choice=[choice], mark=f"m{place}")


class Phone:
    """A browser that opened the board."""

    def __init__(self, board: Board) -> None:
        self.client, self.board = Client(), board
        self.url = reverse("boards:phone", args=[board.code])
        self.page = self.client.get(self.url)

    def send(self, question: BoardQuestion, *, html: bool = False, **fields: Any) -> HttpResponse:
        fields = {"question": question.pk, "phase": question.phase, **fields}
        headers = {} if html else JSON
        return self.client.post(f"{self.url}antwoord/", fields, **headers)

    def card(self, question: BoardQuestion, text: str, **fields: Any) -> HttpResponse:
        return self.send(question, **{"id": uuid4(), "text": text, **fields})

    def look(self, revision: int | None = None) -> HttpResponse:
        known = self.board.revision if revision is None else revision
        return self.client.get(f"{self.url}stand/", {"na": known})


@pytest.fixture
def room(db: None) -> Room:
    organisation = Organisation.objects.create(name="De Maasbrug")
    leader = Person.objects.create_user("leider@voorbeeld.nl", "Lotte Leider")
    other = Person.objects.create_user("ander@voorbeeld.nl", "Anne Ander")
    city = Municipality.objects.create(name="Merestad", slug="merestad")
    team = Team.objects.create(
        name="Noord", slug="noord", organisation=organisation, municipality=city
    )
    session = Session.objects.create(team=team, facilitator=leader)
    board = make_board(session, title="Sessie in Noord", by=leader)
    open_board(board, by=leader)
    board = Board.objects.with_its_state().get(pk=board.pk)
    return Room(board, leader, other)


@pytest.fixture
def phone(room: Room) -> Phone:
    return Phone(room.board)


@pytest.fixture
def leading(room: Room) -> Client:
    """The browser of who leads."""
    client = Client()
    client.force_login(room.leader, backend=BACKEND)
    return client


@pytest.fixture
def press(room: Room, leading: Client) -> Callable[..., HttpResponse]:
    """`press("reveal", question, seen=3)`: a button on the page of who leads."""

    def pressed(name: str, question: BoardQuestion | None = None, /, **fields: Any) -> HttpResponse:
        args = [room.board.pk] + ([question.pk] if question else [])
        url = reverse(f"boards:{name}", args=args)
        return leading.post(url, fields, follow=True)

    return pressed
