"""Who leads a board: every button, two people at once, and what stays on paper."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from leerkring.network.people.models import Person
from leerkring.practice.boards.actions import close_board, make_board
from leerkring.practice.boards.kinds import Kind
from leerkring.practice.boards.models import (
    Board,
    BoardQuestion,
    Card,
    Hiding,
    Opening,
    Vote,
)
from leerkring.practice.boards.revealing_actions import reveal
from leerkring.practice.boards.tasks import run_due
from leerkring.practice.boards.tests.conftest import BACKEND, Phone, Room
from leerkring.practice.meetings.models import Block, Meeting, Role, Strand

Press = Callable[..., HttpResponse]


def meeting_of(kind: str | None, person: Person) -> Meeting:
    meeting = Meeting.objects.create(title="Werkdag", slug="werkdag", starts_at=timezone.now())
    if kind:
        Role.objects.create(meeting=meeting, person=person, kind=kind)
    return meeting


@pytest.mark.parametrize(
    ("kind", "leads"),
    [
        ("organiser", True),
        ("chair", True),
        ("facilitator", True),
        ("speaker", False),
        (None, False),
    ],
)
def test_a_role_in_the_meeting_decides_who_leads(room: Room, kind: str, leads: bool) -> None:
    board = make_board(meeting_of(kind, room.leader), title="Bord", by=room.other)
    assert Board.objects.led_by(room.leader).filter(pk=board.pk).exists() == leads


def test_who_leads_a_strand_leads_a_board(room: Room) -> None:
    meeting = meeting_of(None, room.leader)
    block = Block.objects.create(meeting=meeting, position=1, title="Naast elkaar", minutes=60)
    Strand.objects.create(block=block, position=1, title="Zaal 1", leader=room.leader)
    board = make_board(meeting, title="Bord", by=room.other)
    assert board in Board.objects.led_by(room.leader)
    assert board not in Board.objects.led_by(room.other)


def test_a_question_is_made_asked_and_shown_on_the_spot(room: Room, press: Press) -> None:
    page = press("add", kind="choice", text="Waar?", options="Thuis\n\n School \nThuis", now="ja")
    question = BoardQuestion.objects.get()
    assert (question.options, question.phase) == (["Thuis", "School"], 1)
    assert "minder dan 5 antwoorden" in page.content.decode()
    shown = Phone(Board.objects.get()).page.content.decode()
    assert "Waar?" in shown


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"kind": "choice", "options": "Thuis"}, "Geef 2 tot en met 8 antwoorden"),
        ({"kind": "dilemma", "options": "a\nb\nc\nd\ne"}, "Geef 2 tot en met 4 antwoorden"),
        ({"kind": "scale", "options": "niet"}, "Geef twee uiteinden"),
        ({"kind": "upvote"}, "Kies van welke vraag"),
        ({"kind": "open", "text": ""}, "verplicht"),
    ],
)
def test_what_is_missing_in_a_question_is_said(press: Press, fields: dict, says: str) -> None:
    page = press("add", **{"text": "Waar?", **fields})
    assert page.status_code == 422
    assert says in page.content.decode()
    assert BoardQuestion.objects.count() == 0


def test_two_who_lead_at_once_both_see_it_and_the_last_one_wins(
    room: Room, press: Press, leading: Client
) -> None:
    first, second = room.ask(text="Een"), room.ask(text="Twee")
    seen = room.board.revision
    Board.objects.update(last_by=room.other, last_did="zette vraag 1 aan", revision=seen + 1)
    page = press("ask", second, seen=seen).content.decode()
    assert "Anne Ander zette vraag 1 aan, net vóór jou." in page
    assert Board.objects.get().running == second
    Board.objects.update(last_by=room.other, last_did="zette vraag 1 aan", running=first)
    live = leading.get(reverse("boards:lead_state", args=[room.board.pk])).content.decode()
    assert "Anne Ander zette vraag 1 aan." in live


def test_pressing_next_twice_goes_one_question_on(room: Room, press: Press) -> None:
    room.ask(text="Een")
    second, third = room.ask(text="Twee"), room.ask(text="Drie")
    press("ask", second, seen=1)
    press("ask", second, seen=1)
    assert Board.objects.get().running == second != third


def test_the_live_part_comes_only_when_something_changed(room: Room, leading: Client) -> None:
    question = room.ask()
    url = reverse("boards:lead_state", args=[room.board.pk])
    page = leading.get(url).content.decode()
    standing = page.split('data-standing="')[1].split('"')[0]
    assert leading.get(url, {"na": standing}).status_code == 204
    Phone(room.board).card(question, "Nieuw")
    assert "Nieuw" in leading.get(url, {"na": standing}).content.decode()


def test_a_card_is_hidden_with_a_reason_and_counted(room: Room, press: Press) -> None:
    question, phone = room.ask(), Phone(room.board)
    for text in ("Koffie", "Scheldwoord"):
        phone.card(question, text)
    rude = Card.objects.get(text="Scheldwoord")
    hide = reverse("boards:hide", args=[room.board.pk, rude.pk])
    client = Client()
    client.force_login(room.leader, backend=BACKEND)
    assert "Schrijf op waarom" in client.post(hide, {}, follow=True).content.decode()
    client.post(hide, {"reason": "Onaardig"})
    press("reveal", question)
    shown = Phone(room.board).page.content.decode()
    assert "Koffie" in shown
    assert "Scheldwoord" not in shown
    assert "1 kaart is door de gespreksleider verborgen" in shown
    client.post(reverse("boards:unhide", args=[room.board.pk, rude.pk]))
    press("later", question)
    assert "Scheldwoord" in Phone(room.board).page.content.decode()
    assert Hiding.objects.count() == 0


def test_a_card_after_the_reveal_waits_for_who_leads(room: Room, press: Press) -> None:
    question, phone = room.ask(Kind.CLOUD), Phone(room.board)
    phone.card(question, "rust")
    press("reveal", question)
    phone.card(question, "onrust")
    assert "onrust" not in phone.client.get(phone.url).content.decode()
    press("later", question)
    assert "onrust" in phone.client.get(phone.url).content.decode()


def test_cards_are_brought_together_by_hand(room: Room, press: Press) -> None:
    question, phone = room.ask(), Phone(room.board)
    for text in ("Bellen", "Appen", "Koffie"):
        phone.card(question, text)
    some = [str(card.pk) for card in Card.objects.exclude(text="Koffie")]
    press("themes", question, cards=some, name="Contact")
    press("reveal", question)
    shown = Phone(room.board).page.content.decode()
    assert shown.index("Contact") < shown.index("Appen") < shown.index("Overig")
    press("themes", question, cards=some, name="")
    assert question.groups.count() == 0
    assert "Kies eerst een of meer kaarten." in press("themes", question, name="x").content.decode()


def test_cards_on_paper_are_typed_in_once(room: Room, press: Press) -> None:
    question, typing = room.ask(), uuid4()
    for _ in range(2):
        press("typing", question, typing=typing, lines="Bellen\n\n ثقة 😀 \nAppen")
    assert sorted(Card.objects.values_list("text", flat=True)) == ["Appen", "Bellen", "ثقة 😀"]


def test_votes_on_paper_are_numbers_and_every_wrong_line_is_named(room: Room, press: Press) -> None:
    question = room.ask(Kind.RANKING, options=["a", "b", "c"])
    page = press(
        "typing", question, typing=uuid4(), lines="3 1 2\n1 1 2\n4 1 2\n1"
    ).content.decode()
    for line in (2, 3, 4):
        assert f"Regel {line}:" in page
    assert Vote.objects.count() == 0
    press("typing", question, typing=uuid4(), lines="3 1 2")
    assert Vote.objects.get().choice == [2, 0, 1]


@pytest.mark.parametrize(
    ("kind", "kept"), [(Kind.OPEN, "Samira"), (Kind.TOMORROW, "Samira"), (Kind.CLOUD, "")]
)
def test_a_name_is_kept_where_somebody_is_asked_for_it(room: Room, kind: Kind, kept: str) -> None:
    phone = Phone(room.board)
    phone.card(room.ask(kind), "Bellen", name="Samira")
    assert Card.objects.get().name == kept


def test_a_board_closes_by_itself_after_a_day_and_forgets_devices(room: Room) -> None:
    question, choice = room.ask(), room.ask(Kind.CHOICE)
    room.vote(choice, [0, 1, 0, 1, 0])
    Phone(room.board).card(question, "Bellen")
    now = timezone.now()
    assert run_due(now) == ""
    Opening.objects.update(at=now - timedelta(hours=24))
    assert run_due(now) == "1 bord gesloten."
    assert Vote.objects.count() == 0
    assert list(Card.objects.values_list("text", "mark")) == [("Bellen", None)]
    assert choice.outcomes.count() == 1
    assert run_due(now) == ""


def test_who_just_made_it_through_the_door_is_forgotten_a_minute_later(room: Room) -> None:
    question = room.ask(Kind.CHOICE)
    close_board(room.board, by=room.leader)
    room.vote(question, [0])
    assert run_due(timezone.now()) == ""
    assert Vote.objects.count() == 1
    run_due(timezone.now() + timedelta(minutes=2))
    assert Vote.objects.count() == 0


def test_a_closed_board_stays_closed_and_readable(
    room: Room, press: Press, leading: Client
) -> None:
    question = room.ask(Kind.CHOICE)
    room.vote(question, [0, 1, 0, 1, 0])
    press("closing")
    press("opening")
    page = leading.get(room.board.get_absolute_url()).content.decode()
    assert not Board.objects.open().exists()
    assert "6 van de 10" in page


def test_an_export_holds_cards_with_their_theme_and_runs_no_formula(
    room: Room, press: Press, leading: Client
) -> None:
    question, phone = room.ask(), Phone(room.board)
    phone.card(question, '=HYPERLINK("x")')
    phone.card(question, "ثقة 😀")
    room.vote(room.ask(Kind.SCALE), [5, 4, 4, 3, 3])
    response = leading.get(reverse("boards:export", args=[room.board.pk]))
    table = response.content.decode("utf-8-sig")
    assert "'=HYPERLINK" in table
    assert "ثقة 😀" in table
    assert "gemiddelde" not in table  # not shown yet
    press("reveal", BoardQuestion.objects.get(kind="scale"))
    table = leading.get(reverse("boards:export", args=[room.board.pk])).content.decode()
    assert "gemiddelde;;3,8;" in table


def test_paper_cards_have_the_question_and_the_way_in(room: Room, leading: Client) -> None:
    room.ask(Kind.SCALE, text="Hoe gaat het?")
    page = leading.get(reverse("boards:sheets", args=[room.board.pk])).content.decode()
    assert page.count("Hoe gaat het?") == 4
    assert room.board.code in page
    assert "<svg" in page


def queries_of(client: Client, url: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert client.get(url).status_code == 200
    return len(asked)


@pytest.mark.parametrize("name", ["lead", "screen", "export", "lead_state"])
def test_more_cards_and_questions_take_no_more_queries(
    room: Room, leading: Client, name: str
) -> None:
    url, counts = reverse(f"boards:{name}", args=[room.board.pk]), []
    for more in (1, 3):
        for _ in range(more):
            question = room.ask(text=str(uuid4()))
        if name == "export":  # each question of it is read by itself
            BoardQuestion.objects.exclude(pk=question.pk).delete()
        for number in range(more):
            Card.objects.create(pk=UUID(int=more * 10 + number), question=question, text="ja")
        reveal(question, by=room.leader)
        counts.append(queries_of(leading, url))
    assert counts[0] == counts[1] <= 30
