"""What a board leaves: words for the session, votes from paper, figures, three taps at the end."""

from collections.abc import Callable
from uuid import uuid4

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from leerkring.practice.boards.actions import lead_to, make_board, open_board
from leerkring.practice.boards.clouds import CloudWord, holds, with_themes
from leerkring.practice.boards.figure_queries import figures_shown_at
from leerkring.practice.boards.kinds import AFTER, BEFORE, Kind
from leerkring.practice.boards.models import Board, Card, OwnFigure, Vote
from leerkring.practice.boards.revealing_actions import reveal
from leerkring.practice.boards.tests.conftest import Phone, Room
from leerkring.practice.gatherings.queries import harvest_of
from leerkring.practice.meetings.models import Announcement, Meeting, Role
from leerkring.practice.pulses.models import Pulse

Press = Callable[..., HttpResponse]
FIGURE = {
    "value": "12%",
    "name": "gezinnen met hulp in Zuid",
    "definition": "Gezinnen met een indicatie.",
    "measured": "2025",
    "source": "De gemeente",
}


@pytest.mark.parametrize("to", ["wij-willen", "citaten"])
def test_cards_of_a_session_reach_what_it_keeps_once(room: Room, press: Press, to: str) -> None:
    question, phone = room.ask(), Phone(room.board)
    for text in ("Vaker samen eten", "Elkaar bellen"):
        phone.card(question, text, name="Samira")
    for _ in range(2):
        press("harvest", question, cards=[c.pk for c in Card.objects.all()], to=to)
    kept = harvest_of(room.board.session)
    if to == "citaten":
        assert {(q.text, q.speaker) for q in kept.quotes} == {
            ("Vaker samen eten", "Samira"), ("Elkaar bellen", "Samira"),
        }  # fmt: skip
    else:
        assert kept.notes == {to: "Elkaar bellen\nVaker samen eten"}


def test_votes_on_cards_are_typed_in_by_the_number_that_stays(room: Room, press: Press) -> None:
    cards, phone = room.ask(), Phone(room.board)
    for text in ("Bellen", "Appen"):
        phone.card(cards, text)
    reveal(cards, by=room.leader)
    phone.card(cards, "Aanbellen")
    press("later", cards)
    numbers = dict(Card.objects.values_list("text", "number"))
    assert numbers == {"Appen": 1, "Bellen": 2, "Aanbellen": 3}
    question = room.ask(Kind.UPVOTE, about=cards, most=2)
    page = press("typing", question, typing=uuid4(), lines="4\n1 2 3\n2, 3").content.decode()
    assert "Regel 1:" in page and "Regel 2:" in page and "Regel 3:" not in page
    press("typing", question, typing=uuid4(), lines="2, 3")
    chosen = Card.objects.filter(text__in=["Bellen", "Aanbellen"]).values_list("pk", flat=True)
    assert set(Vote.objects.get().choice) == {str(pk) for pk in chosen}


def test_cards_to_vote_on_stand_on_paper_with_their_number(room: Room, leading: Client) -> None:
    cards = room.ask()
    Phone(room.board).card(cards, "Bellen")
    reveal(cards, by=room.leader)
    room.ask(Kind.UPVOTE, about=cards)
    page = leading.get(reverse("boards:sheets", args=[room.board.pk])).content.decode()
    assert "☐ 1. Bellen" in page


@pytest.mark.parametrize("phase", [BEFORE, AFTER])
def test_paper_votes_on_a_dilemma_go_where_they_were_ticked(
    room: Room, press: Press, phase: int
) -> None:
    question = room.again(room.ask(Kind.DILEMMA))
    press("typing", question, typing=uuid4(), lines="1\n2", phase=phase)
    assert list(Vote.objects.values_list("phase", flat=True)) == [phase] * 2


def test_themes_stand_in_the_cloud_as_one_word(room: Room, press: Press) -> None:
    question, phone = room.ask(Kind.CLOUD), Phone(room.board)
    for text in ("bellen", "appen", "rust"):
        phone.card(question, text)
    some = [str(card.pk) for card in Card.objects.exclude(text="rust")]
    press("themes", question, cards=some, name="Meer contact")
    press("reveal", question)
    page = Phone(room.board).page.content.decode()
    assert "Meer contact <span>2</span>" in page and "bellen" not in page and "rust" in page


def test_a_theme_that_is_a_word_takes_its_cards_along() -> None:
    found = with_themes([CloudWord("buren", 2), CloudWord("rust", 4)], [("buur", 3)])
    assert [(each.word, each.cards) for each in found] == [("buur", 5), ("rust", 4)]
    assert not holds("het", "het")


def test_a_nasty_word_goes_from_all_cards_at_once(room: Room, press: Press) -> None:
    question, phone = room.ask(Kind.CLOUD), Phone(room.board)
    for text in ("sukkel", "Sukkels!", "rust"):
        phone.card(question, text)
    press("hide_word", question, word="sukkel", reason="Onaardig")
    assert [card.text for card in Card.objects.in_sight()] == ["rust"]
    press("reveal", question)
    assert "2 kaarten zijn door de gespreksleider verborgen" in (
        Phone(room.board).page.content.decode()
    )


def test_a_figure_of_ones_own_has_what_it_means_and_its_opposite(
    room: Room, press: Press, leading: Client
) -> None:
    assert press("own_figure", **{**FIGURE, "source": ""}).status_code == 422
    assert press("own_figure", **FIGURE, against="3%").status_code == 422
    press("own_figure", **FIGURE, against="3%", against_name="in heel de stad")
    screen = leading.get(reverse("boards:screen", args=[room.board.pk])).content.decode()
    for words in (
        "12%",
        "3%",
        "in heel de stad",
        "Gezinnen met een indicatie.",
        "De gemeente, 2025",
    ):
        assert words in screen
    (told,) = figures_shown_at(room.board.session)
    assert told.title == "gezinnen met hulp in Zuid"
    figure = OwnFigure.objects.get()
    leading.post(reverse("boards:own_figure_removal", args=[room.board.pk, figure.pk]))
    assert not OwnFigure.objects.exists()


def test_at_the_end_every_phone_gets_three_taps(room: Room, leading: Client) -> None:
    now = timezone.now()
    meeting = Meeting.objects.create(title="Dag", slug="dag", starts_at=now, audience="invited")
    Role.objects.create(meeting=meeting, person=room.leader, kind=Role.Kind.ORGANISER)
    Announcement.objects.create(meeting=meeting, by=room.leader)
    board = make_board(meeting, title="Slot", by=room.leader)
    open_board(board, by=room.leader)
    leading.post(reverse("boards:look_back", args=[board.pk]))
    pulse = Pulse.objects.get()
    assert f"/p/{pulse.code}/" in Phone(board).page.content.decode()
    for name in ("screen", "lead"):
        page = leading.get(reverse(f"boards:{name}", args=[board.pk])).content.decode()
        assert pulse.code in page or pulse.get_absolute_url() in page
    leading.post(reverse("boards:welcome", args=[board.pk]))
    assert pulse.code not in Phone(board).page.content.decode()
    lead_to(board, pulse, by=room.leader)
    assert Board.objects.get(pk=board.pk).asking == pulse


def test_cards_from_paper_after_the_count_are_refused_with_what_was_typed(
    room: Room, press: Press
) -> None:
    question = room.ask(Kind.DILEMMA)
    room.vote(question, [0] * 5)
    question = room.again(question)
    page = press("ask", question).content.decode()
    assert "Typ eerst de kaarten van papier over." in page
    room.vote(question, [1] * 5, phase=AFTER)
    press("reveal", question)
    room.ask()  # the next question is on already
    for phase in (BEFORE, AFTER):
        refused = press("typing", question, typing=uuid4(), lines="2\n1", phase=phase)
        page = refused.content.decode()
        assert refused.status_code == 422
        assert "De stemming is geteld; deze kaarten tellen niet meer mee." in page
        assert "2\n1</textarea>" in page and "erbij." not in page
    assert not Vote.objects.filter(is_typed=True).exists()
    late = Phone(room.board).send(question, choice=1)
    assert (late.status_code, late.json()["fault"]) == (422, "Te laat: deze stem telt niet mee.")


def test_paper_of_a_question_that_is_over_is_typed_in_beside_the_one_that_is_on(
    room: Room, press: Press, leading: Client
) -> None:
    first, second = room.ask(Kind.SCALE), room.ask()
    page = leading.get(room.board.get_absolute_url()).content.decode()
    for question in (first, second):
        assert page.count(reverse("boards:typing", args=[room.board.pk, question.pk])) == 1
        assert page.count(f'id="id_{question.pk}_lines"') == 1
    wrong = press("typing", first, typing=uuid4(), lines="9").content.decode()
    assert wrong.count("9</textarea>") == 1
    press("typing", first, typing=uuid4(), lines="4")
    assert Vote.objects.get().question == first
