"""A board as a table: every card, and of votes only what may be told."""

from collections.abc import Iterator

from leerkring.practice.boards.models import Board, BoardQuestion
from leerkring.practice.boards.outcome_queries import shown
from leerkring.practice.boards.queries import cards_of

HEADER = (
    "sessie",
    "nummer",
    "soort",
    "vraag",
    "thema",
    "antwoord",
    "naam",
    "uitkomst",
    "verborgen omdat",
)
Row = tuple[str | int, ...]


def rows_of(board: Board) -> Iterator[Row]:
    """In the order of the questions. A card that is hidden is there too, with the reason. First
    stands the strand whose board it is; nothing for a board for all."""
    strand = board.strand.title if board.strand else ""
    for question in board.questions.all():
        about = (strand, question.position, question.as_kind.label, question.text)
        if question.as_kind.takes_cards:
            yield from _cards(about, question)
        else:
            yield from _votes(about, board, question)


def _cards(about: Row, question: BoardQuestion) -> Iterator[Row]:
    for card in cards_of(question):
        theme = card.group.name if card.group else ""
        reason = card.hiding.reason if hasattr(card, "hiding") else ""
        yield (*about, theme, card.text, card.name, "", reason)


def _votes(about: Row, board: Board, question: BoardQuestion) -> Iterator[Row]:
    """As it was shown; of a closed board all that was counted."""
    told = shown(question, reveal=board.is_closed)
    if told.mean:
        yield (*about, "", "gemiddelde", "", told.mean, "")
    for line in told.lines:
        if line.before:
            yield (*about, "", f"{line.label}, vóór het gesprek", "", line.before, "")
            yield (*about, "", f"{line.label}, ná het gesprek", "", line.words, "")
        else:
            yield (*about, "", line.label, "", line.words, "")
    if told.is_withheld:
        yield (*about, "", "ná het gesprek", "", "te weinig verschil om te tonen", "")
