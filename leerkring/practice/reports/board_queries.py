"""What was answered on the boards of a meeting, as entries: no more than the room saw."""

from collections.abc import Sequence
from dataclasses import replace

from leerkring.practice.boards.kinds import Kind
from leerkring.practice.boards.models import BoardQuestion, Card
from leerkring.practice.boards.outcome_queries import Shown, shown
from leerkring.practice.meetings.models import Meeting
from leerkring.practice.reports.chapters import Entry

MOST_WORDS = 30
WITHOUT_THEME = "Verder"


def asked(meeting: Meeting, *kinds: Kind) -> list[BoardQuestion]:
    """First what everybody was asked, then by strand, in the order of the programme."""
    rows = BoardQuestion.objects.filter(board__meeting=meeting, kind__in=kinds, phase__gt=0)
    rows = rows.select_related("board__closing", "board__strand__block")
    found = rows.order_by("board__pk", "position").prefetch_related("outcomes")
    return sorted(found, key=_place)


def strand_of(question: BoardQuestion) -> str:
    """«Ronde 1: Jeugd», of whose board it is; empty for a board for all."""
    strand = question.board.strand
    return f"{strand.block.title}: {strand.title}" if strand else ""


def _place(question: BoardQuestion) -> tuple[int, int, int]:
    strand = question.board.strand
    return (1, strand.block.position, strand.position) if strand else (0, 0, 0)


def cards_by_strand(meeting: Meeting) -> dict[str, list[Card]]:
    """Cards «vanaf morgen …» that were shown; under "" those of a board for all."""
    found: dict[str, list[Card]] = {}
    for row in asked(meeting, Kind.TOMORROW):
        for _, cards in shown(row, reveal=row.board.is_closed).themes:
            found.setdefault(strand_of(row), []).extend(cards)
    return found


def told(question: BoardQuestion) -> list[Entry]:
    """Of a board that is closed all that may be told; before that what was revealed. The kicker
    begins with the strand whose board it is."""
    strand = strand_of(question)
    return [
        replace(entry, kicker=" · ".join(filter(None, [strand, entry.kicker])))
        for entry in _told(question)
    ]


def _told(question: BoardQuestion) -> list[Entry]:
    seen = shown(question, reveal=question.board.is_closed)
    if not seen.is_revealed:
        return []
    if question.as_kind is Kind.CLOUD:
        words = sorted(seen.words, key=lambda word: -word.cards)[:MOST_WORDS]
        lines = tuple(f"{word.word} ({word.cards})" for word in words)
        return [Entry(title=question.text, lines=lines)] if lines else []
    if question.as_kind.takes_cards:
        return _cards(question, seen)
    first = "vóór het gesprek " if seen.is_withheld else ""
    lines = tuple(
        f"{line.label}: vóór het gesprek {line.before}, ná het gesprek {line.words}"
        if line.before
        else f"{line.label}: {first}{line.words}"
        for line in seen.lines
    )
    text = f"Gemiddeld {seen.mean}." if seen.mean else ""
    if seen.is_withheld:
        text = "Na het gesprek verschoof er te weinig om te laten zien."
    return [Entry(title=question.text, text=text, lines=lines)] if text or lines else []


def _cards(question: BoardQuestion, seen: Shown) -> list[Entry]:
    """By theme beneath the question; where there is no theme, the question is the title."""
    if not any(theme for theme, _ in seen.themes):
        return [Entry(title=question.text, lines=texts_of(cards)) for _, cards in seen.themes]
    return [
        Entry(title=theme or WITHOUT_THEME, kicker=question.text, lines=texts_of(cards))
        for theme, cards in seen.themes
    ]


def texts_of(cards: Sequence[Card]) -> tuple[str, ...]:
    """Each as often as it came in, so that the list is as long as its number says."""
    return tuple(card.text for card in cards)
