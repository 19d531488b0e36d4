"""What was answered on the boards of a meeting, as entries: no more than the room saw."""

from collections.abc import Sequence
from dataclasses import replace

from leerkring.practice.boards.kinds import Kind
from leerkring.practice.boards.models import BoardQuestion, Card
from leerkring.practice.boards.outcome_queries import Shown, shown
from leerkring.practice.meetings.models import Meeting
from leerkring.practice.reports.chapters import Entry
from leerkring.practice.reports.sources import CARD, CLOUD, VOTED, Lines, source

MOST_WORDS = 30
WITHOUT_THEME = "Verder"


def asked(meeting: Meeting, *kinds: Kind) -> list[BoardQuestion]:
    """First what everybody was asked, then by strand, in the order of the programme."""
    rows = BoardQuestion.objects.filter(board__meeting=meeting, kind__in=kinds, phase__gt=0)
    rows = rows.select_related("board__closing", "board__strand__block")
    found = rows.order_by("board__pk", "position").prefetch_related("outcomes", "reveals")
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
        for _, cards in _seen(row).themes:
            found.setdefault(strand_of(row), []).extend(cards)
    return found


def told(question: BoardQuestion) -> list[Entry]:
    """What was revealed, in the room or knowingly after closing. The kicker begins with the strand
    whose board it is."""
    strand = strand_of(question)
    return [
        replace(entry, kicker=" · ".join(filter(None, [strand, entry.kicker])))
        for entry in _told(question)
    ]


def _seen(question: BoardQuestion) -> Shown:
    """As it was revealed last: of a dilemma maybe the first vote alone."""
    phase = max((reveal.phase for reveal in question.reveals.all()), default=None)
    return Shown(question, False) if phase is None else shown(question, phase=phase, reveal=True)


def _told(question: BoardQuestion) -> list[Entry]:
    seen = _seen(question)
    if not seen.is_revealed:
        return []
    if question.as_kind is Kind.CLOUD:
        words = sorted(seen.words, key=lambda word: -word.cards)[:MOST_WORDS]
        lines = tuple(f"{word.word} ({word.cards})" for word in words)
        cloud = source(CLOUD, question.pk)
        return [Entry(title=question.text, lines=lines, source=cloud)] if lines else []
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
    entry = Entry(title=question.text, text=text, lines=lines, sources=_voted_on(seen))
    return [entry] if text or lines else []


def _voted_on(seen: Shown) -> tuple[str, ...]:
    """Of voting on cards the card of each line."""
    if seen.kind is not Kind.UPVOTE:
        return ()
    cards: dict[str, list[str]] = {}
    for card in seen.candidates:
        cards.setdefault(card.text, []).append(source(VOTED, card.pk))
    return tuple(cards[line.label].pop() for line in seen.lines)


def _cards(question: BoardQuestion, seen: Shown) -> list[Entry]:
    """By theme beneath the question; where there is no theme, the question is the title."""
    if not any(theme for theme, _ in seen.themes):
        return [Entry(title=question.text, **said_on(cards)) for _, cards in seen.themes]
    return [
        Entry(title=theme or WITHOUT_THEME, kicker=question.text, **said_on(cards))
        for theme, cards in seen.themes
    ]


def said_on(cards: Sequence[Card]) -> Lines:
    """The lines of an entry, with their sources."""
    return {
        "lines": texts_of(cards),
        "sources": tuple(source(CARD, card.pk) for card in cards),
    }


def texts_of(cards: Sequence[Card]) -> tuple[str, ...]:
    """Each as often as it came in, so that the list is as long as its number says."""
    return tuple(card.text for card in cards)
