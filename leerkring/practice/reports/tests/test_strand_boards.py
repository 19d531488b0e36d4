"""What boards gave is told beneath the session whose board it was."""

from datetime import timedelta
from io import BytesIO
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone
from pypdf import PdfReader

from leerkring.network.people.models import Person
from leerkring.practice.attendance.link_queries import reply_path
from leerkring.practice.boards.actions import (
    add_question,
    ask,
    close_board,
    make_board,
    open_board,
)
from leerkring.practice.boards.answering_actions import cast_vote, give_card
from leerkring.practice.boards.kinds import Kind
from leerkring.practice.boards.models import BoardQuestion
from leerkring.practice.boards.revealing_actions import reveal
from leerkring.practice.meetings.models import Announcement, Block, Invitation, Meeting, Strand
from leerkring.practice.reports.chapter_queries import dilemmas, promises, said
from leerkring.practice.reports.models import Report
from leerkring.practice.reports.queries import account_of
from leerkring.practice.reports.typesetting import typeset_report

pytestmark = pytest.mark.django_db
WHEN = timezone.now() - timedelta(hours=3)


def gave(meeting: Meeting, strand: Strand | None, kind: Kind, *cards: str) -> BoardQuestion:
    """A board with one question that was shown: cards, or five votes for the first side."""
    by = Person.objects.first()
    board = make_board(meeting, title="Bord", by=by, strand=strand)
    open_board(board, by=by)
    options = ["Samen", "Alleen"] if kind.has_options else []
    question = add_question(board, kind=kind, text=f"{kind.label}?", options=options, by=by)
    ask(question, by=by)
    for text in cards:
        give_card(question, card_id=uuid4(), text=text, name="", mark=text)
    for number in range(0 if cards else 5):
        cast_vote(question, phase=1, choice=[0], mark=f"m{number}")
    reveal(question, by=by)
    return question


@pytest.fixture
def meeting() -> Meeting:
    Person.objects.create_user("olga@voorbeeld.nl", "Olga")
    meeting = Meeting.objects.create(title="Werkdag", slug="werkdag", starts_at=WHEN)
    block = Block.objects.create(meeting=meeting, position=0, title="Ronde 1", minutes=60)
    for place, title in enumerate(("Jeugd", "Wonen", "Schulden")):
        Strand.objects.create(block=block, position=place, title=title)
    return meeting


def test_each_answer_stands_beneath_its_session_in_the_order_of_the_programme(
    meeting: Meeting,
) -> None:
    youth, living, debts = Strand.objects.all()
    gave(meeting, living, Kind.OPEN, "Langsgaan")
    gave(meeting, youth, Kind.OPEN, "Bellen")
    gave(meeting, None, Kind.OPEN, "Koffie")
    told = [(entry.kicker, entry.lines) for entry in said(meeting)]
    assert told == [
        ("", ("Koffie",)),
        ("Ronde 1: Jeugd", ("Bellen",)),
        ("Ronde 1: Wonen", ("Langsgaan",)),
    ]
    gave(meeting, debts, Kind.DILEMMA)
    assert [entry.kicker for entry in dilemmas(meeting)] == ["Ronde 1: Schulden"]


def test_cards_from_tomorrow_on_are_counted_together_and_stand_by_session(meeting: Meeting) -> None:
    youth, living, _ = Strand.objects.all()
    gave(meeting, youth, Kind.TOMORROW, "Ik bel eerst")
    gave(meeting, living, Kind.TOMORROW, "Ik ga mee")
    gave(meeting, None, Kind.TOMORROW, "Ik luister")
    told = [(entry.kicker, entry.text, entry.lines) for entry in promises(meeting)]
    assert told == [
        ("", "3 kaarten «vanaf morgen».", ("Ik luister",)),
        ("Ronde 1: Jeugd", "", ("Ik bel eerst",)),
        ("Ronde 1: Wonen", "", ("Ik ga mee",)),
    ]


def test_the_session_stands_above_it_on_paper_too(meeting: Meeting) -> None:
    gave(meeting, Strand.objects.get(title="Wonen"), Kind.CLOUD, "rust", "rust")
    report = Report.objects.create(meeting=meeting)
    paper = typeset_report(account_of(report), day=WHEN.date(), day_in_words="vandaag")
    words = " ".join(page.extract_text() for page in PdfReader(BytesIO(paper)).pages)
    assert words.index("RONDE 1: WONEN") < words.index("rust (2)")


def test_who_was_asked_without_an_account_finds_the_letters_behind_their_link(
    meeting: Meeting,
) -> None:
    Announcement.objects.create(meeting=meeting)
    guest = Invitation.objects.create(meeting=meeting, name="Gast", email="gast@kade.nl")
    board = gave(meeting, Strand.objects.get(title="Wonen"), Kind.OPEN, "Langsgaan").board

    def seen() -> str:
        return Client().get(reply_path(guest.pk)).content.decode()

    assert f"/b/{board.code}/" in seen() and board.get_absolute_url() not in seen()
    close_board(board, by=None)
    assert board.code not in seen()


def test_what_belongs_to_no_theme_comes_last_beneath_the_same_question(meeting: Meeting) -> None:
    question = gave(meeting, None, Kind.OPEN, "Bellen", "Taart")
    group = question.groups.create(name="Eerder bellen")
    question.cards.filter(text="Bellen").update(group=group)
    told = [(entry.kicker, entry.title, entry.lines) for entry in said(meeting)]
    assert told == [
        (question.text, "Eerder bellen", ("Bellen",)),
        (question.text, "Verder", ("Taart",)),
    ]
