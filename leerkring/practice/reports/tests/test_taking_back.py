"""What is taken back after a report went out leaves it at once: page, paper, search and what is
kept."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from leerkring.foundation.privacy.actions import erase
from leerkring.foundation.search.models import Entry
from leerkring.network.people.models import Person
from leerkring.practice.attendance.models import GuestPromise, TableLine
from leerkring.practice.attendance.round_queries import rounds_of
from leerkring.practice.attendance.table_actions import make_tables, put_away, write_line
from leerkring.practice.boards.actions import close_board
from leerkring.practice.boards.card_actions import hide_card, hide_cards_with
from leerkring.practice.boards.models import Board, BoardQuestion, Card, Outcome, Reveal
from leerkring.practice.boards.revealing_actions import reveal
from leerkring.practice.commitments.actions import (
    change_commitment,
    make_commitment,
    take_away,
)
from leerkring.practice.commitments.models import Sight
from leerkring.practice.meetings.bringing_actions import hide_question
from leerkring.practice.meetings.models import (
    Announcement,
    Audience,
    Block,
    BroughtQuestion,
    Invitation,
    Meeting,
    Role,
)
from leerkring.practice.pulses.actions import ask_pulse, close_pulse, hand_in, sort_into_themes
from leerkring.practice.pulses.kinds import Kind
from leerkring.practice.reports import actions
from leerkring.practice.reports.chapter_queries import promises, said
from leerkring.practice.reports.models import Publication, Report

pytestmark = pytest.mark.django_db
HELD = datetime(2026, 4, 14, 11, 30, tzinfo=UTC)
KEPT, GONE = "Dit blijft staan", "Dit gaat weg"
TELLS = {"options": ["Samen", "Alleen"]}


@pytest.fixture
def leader() -> Person:
    return Person.objects.create_user("olga@leerkring.example", "Olga")


@pytest.fixture
def meeting(leader: Person) -> Meeting:
    meeting = Meeting.objects.create(
        title="Werkmiddag", slug="werkmiddag", audience=Audience.PUBLIC, starts_at=HELD
    )
    Role.objects.create(meeting=meeting, person=leader, kind=Role.Kind.ORGANISER)
    Announcement.objects.create(meeting=meeting)
    Block.objects.create(meeting=meeting, position=0, title="Aan tafel", minutes=40, kind="groups")
    return meeting


def question(meeting: Meeting, kind: str, **more: Any) -> BoardQuestion:
    board = Board.objects.create(title="Bord", meeting=meeting)
    asked = {"kind": kind, "text": "Wat helpt?", "position": 1, "phase": 1}
    return BoardQuestion.objects.create(board=board, **asked | more)


def cards(meeting: Meeting, kind: str) -> list[Card]:
    asked = question(meeting, kind)
    Reveal.objects.create(question=asked, at=HELD)
    return [Card.objects.create(question=asked, text=text, is_shown=True) for text in (KEPT, GONE)]


def a_card(meeting: Meeting, leader: Person) -> Callable[[], Any]:
    _, card = cards(meeting, "open")
    return lambda: hide_card(card, reason="een naam", by=leader)


def a_word(meeting: Meeting, leader: Person) -> Callable[[], Any]:
    _, card = cards(meeting, "cloud")
    return lambda: hide_cards_with(card.question, word="weg", reason="grof", by=leader)


def a_card_voted_on(meeting: Meeting, leader: Person) -> Callable[[], Any]:
    both = cards(meeting, "open")
    vote = question(meeting, "upvote", about=both[0].question)
    Reveal.objects.create(question=vote, at=HELD)
    told = {"answered": 5, "lowest": 0.2, "highest": 0.8, "shares": [0.4, 0.6], "means": []}
    Outcome.objects.create(question=vote, content=told, labels=[str(card.pk) for card in both])
    return lambda: hide_card(both[1], reason="een naam", by=leader)


def a_promise(meeting: Meeting, leader: Person) -> Callable[[], Any]:
    mine = {"person": leader, "meeting": meeting.pk, "sight": Sight.PUBLIC}
    make_commitment(text=KEPT, **mine)
    promise = make_commitment(text=GONE, **mine)
    return lambda: take_away(promise)


def a_promise_kept_to_oneself(meeting: Meeting, leader: Person) -> Callable[[], Any]:
    mine = {"person": leader, "meeting": meeting.pk, "sight": Sight.PUBLIC}
    make_commitment(text=KEPT, **mine)
    promise = make_commitment(text=GONE, **mine)
    return lambda: change_commitment(promise, text=GONE, look_back_on=promise.look_back_on)


def a_promise_of_somebody_who_leaves(meeting: Meeting, leader: Person) -> Callable[[], Any]:
    guest = Person.objects.create_user("gast@leerkring.example", "Gast")
    for person, text in ((leader, KEPT), (guest, GONE)):
        make_commitment(text=text, person=person, meeting=meeting.pk, sight=Sight.PUBLIC)
    return lambda: erase(guest)


def an_answer_to_the_look_back(meeting: Meeting, leader: Person) -> Callable[[], Any]:
    pulse = ask_pulse(meeting, Kind.AFTER, by=None, places=20)
    for number in range(6):
        text = (KEPT, GONE, "", "", "", "")[number]
        hand_in(pulse, mark=f"m{number}", answers=bytes([3, 4, 4]), text=text)
    close_pulse(pulse, by=leader)
    rows = {row.text: row.pk for row in pulse.open_answers.all()}
    themes = dict.fromkeys(rows.values(), "Sfeer")
    sort_into_themes(pulse, themes, dict.fromkeys(rows.values(), "told"))
    return lambda: sort_into_themes(pulse, {rows[GONE]: "Sfeer"}, {rows[GONE]: "person"})


def a_brought_question(meeting: Meeting, leader: Person) -> Callable[[], Any]:
    _, brought = [
        BroughtQuestion.objects.create(meeting=meeting, text=text) for text in (KEPT, GONE)
    ]
    return lambda: hide_question(brought, by=leader)


def a_line_of_a_table(meeting: Meeting, leader: Person) -> Callable[[], Any]:
    talk = make_tables(meeting, tables=2, by=leader)
    (round_,) = rounds_of(meeting)
    for text in (KEPT, GONE):
        write_line(talk, round_, table=1, text=text, key=uuid4())
    line = TableLine.objects.get(text=GONE)
    return lambda: put_away(line, hidden=True)


@pytest.mark.parametrize(
    "what",
    [
        a_card,
        a_word,
        a_card_voted_on,
        a_promise,
        a_promise_kept_to_oneself,
        a_promise_of_somebody_who_leaves,
        an_answer_to_the_look_back,
        a_brought_question,
        a_line_of_a_table,
    ],
)
def test_it_goes_at_once_and_the_rest_stays(
    meeting: Meeting, leader: Person, what: Callable[..., Any]
) -> None:
    take_back = what(meeting, leader)
    report = actions.begin_report(meeting, by=leader)
    actions.agree(report, by=leader)
    publication = actions.bring_out(report, by=leader)
    gone = "weg" if what is a_word else GONE

    def seen() -> str:
        page = Client().get(report.get_absolute_url()).content.decode()
        return page[page.index("<main") :]

    assert gone in seen() and ("blijft" if what is a_word else KEPT) in seen()
    take_back()
    assert gone not in seen() and ("blijft" if what is a_word else KEPT) in seen()
    publication = Publication.objects.get(pk=publication.pk)
    assert gone not in str(publication.content)
    (found,) = Entry.objects.filter(about="reports.report", about_id=str(report.pk))
    assert gone not in found.text


def test_a_vote_that_was_never_shown_stays_out_until_somebody_shows_it(
    meeting: Meeting, leader: Person, client: Client
) -> None:
    vote = question(meeting, "choice", **TELLS)
    for number in range(5):
        vote.votes.create(choice=[number % 2], mark=f"m{number}")
    close_board(vote.board, by=leader)
    assert said(meeting) == []
    client.force_login(leader)
    Board.objects.filter(pk=vote.board_id).update(running=vote)
    assert "Toon het alsnog" in client.get(vote.board.get_absolute_url()).content.decode()
    client.post(f"{vote.board.get_absolute_url()}vragen/{vote.pk}/tonen/")
    (told,) = said(meeting)
    assert len(told.lines) == 2
    assert "Toon het alsnog" not in client.get(vote.board.get_absolute_url()).content.decode()


def test_of_a_dilemma_only_the_vote_that_was_shown_is_told(meeting: Meeting) -> None:
    vote = question(meeting, "dilemma", **TELLS)
    for number in range(5):
        vote.votes.create(choice=[0], mark=f"m{number}")
    reveal(vote, by=None)
    BoardQuestion.objects.filter(pk=vote.pk).update(phase=2)
    for number in range(5):
        vote.votes.create(choice=[1], mark=f"m{number}", phase=2)
    close_board(vote.board, by=None)
    report = Report.objects.create(meeting=meeting)
    account = str(actions.account_of(report).as_json())
    assert "8 van de 10 of meer" in account and "ná het gesprek" not in account


def test_what_guests_promised_counts_from_five_of_them_on(meeting: Meeting) -> None:
    def told() -> str:
        return "".join(entry.text for entry in promises(meeting))

    for number in range(5):
        assert told() == ""
        guest = Invitation.objects.create(
            meeting=meeting, name="Gast", email=f"gast{number}@kade.example"
        )
        GuestPromise.objects.create(invitation=guest, sentence="Bellen", look_back_on=HELD.date())
    assert told() == "5 voornemens. Hoe het ging, weten we nog niet."
