"""Who leads leaves the room with the page open, and another goes on: a late press does no harm."""

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from leerkring.practice.boards.kinds import Kind
from leerkring.practice.boards.models import Board, Reveal
from leerkring.practice.boards.tests.conftest import BACKEND, Room
from leerkring.practice.meetings.models import Meeting, Role


@pytest.fixture
def shared(room: Room) -> Room:
    """The board of a meeting that two people lead."""
    meeting = Meeting.objects.create(title="Werkdag", slug="werkdag", starts_at=timezone.now())
    for person in (room.leader, room.other):
        Role.objects.create(meeting=meeting, person=person, kind=Role.Kind.FACILITATOR)
    Board.objects.filter(pk=room.board.pk).update(session=None, meeting=meeting)
    room.board = Board.objects.with_its_state().get(pk=room.board.pk)
    return room


@pytest.fixture
def another(shared: Room) -> Client:
    client = Client()
    client.force_login(shared.other, backend=BACKEND)
    return client


def lead_page(client: Client, room: Room) -> str:
    return client.get(room.board.get_absolute_url()).content.decode()


def press_on(client: Client, room: Room, page: str, name: str, *about: int) -> str:
    """A button as it stands on a page that was read earlier."""
    url = reverse(f"boards:{name}", args=[room.board.pk, *about])
    form = page.split(f'action="{url}"')[1].split("</form>")[0]
    body: Any = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form))
    body.pop("csrfmiddlewaretoken", None)
    return client.post(url, body, follow=True).content.decode()


@pytest.mark.parametrize("button", ["reveal", "closing"])
def test_what_cannot_be_undone_does_not_happen_by_a_page_that_was_left_open(
    shared: Room, leading: Client, another: Client, button: str
) -> None:
    first, second = shared.ask(Kind.SCALE), shared.ask(Kind.SCALE)
    about = [second.pk] if button == "reveal" else []
    left_open = lead_page(leading, shared)
    press_on(another, shared, lead_page(another, shared), "ask", first.pk)
    told = press_on(leading, shared, left_open, button, *about)
    assert "net vóór jou" in told and "Er is daarom niets gebeurd" in told
    assert Board.objects.get().running == first
    assert not Reveal.objects.exists() and not Board.objects.exclude(closing=None).exists()


def test_who_takes_over_reveals_and_who_looks_again_may_too(
    shared: Room, leading: Client, another: Client
) -> None:
    question = shared.ask(Kind.SCALE)
    press_on(another, shared, lead_page(another, shared), "welcome")
    press_on(leading, shared, lead_page(leading, shared), "ask", question.pk)
    told = press_on(leading, shared, lead_page(leading, shared), "reveal", question.pk)
    assert "niets gebeurd" not in told
    assert Reveal.objects.filter(question=question).exists()


def test_what_can_be_undone_happens_and_is_told(
    shared: Room, leading: Client, another: Client
) -> None:
    first, second = shared.ask(), shared.ask()
    left_open = lead_page(leading, shared)
    press_on(another, shared, lead_page(another, shared), "welcome")
    told = press_on(leading, shared, left_open, "ask", first.pk)
    assert "net vóór jou" in told
    assert Board.objects.get().running == first != second
