"""What people typed of all that a paper holds: the words that may point at somebody."""

from collections.abc import Iterator

from leerkring.foundation.language.checked_texts import Along
from leerkring.foundation.language.traces import TraceKind
from leerkring.loop.newspapers.paper import Paper

# Who said it or will do it is told as they wish, and the team agrees with exactly this paper: that
# name is no question. A number beside it is, and so is anybody's name in the words themselves.
WHO = frozenset((TraceKind.NAME,))


def typed_in(paper: Paper) -> list[Along]:
    """The texts with the places where they stand; empty ones left out."""
    return [one for one in _typed(paper) if one.text.strip()]


def _typed(paper: Paper) -> Iterator[Along]:
    inside = [story for section in paper.sections for story in section.stories]
    for story in (paper.lead, *inside):
        yield Along(story.question, f"{story.headline}\n{story.text}".strip())
    for quote in paper.quotes:
        yield Along("Citaat", quote.text)
        yield Along("Wie het zei", quote.speaker, WHO)
    for promise in paper.promises:
        yield Along("Voornemen", promise.text)
        yield Along("Van wie het voornemen is", promise.who, WHO)
    if paper.picture is not None:
        yield Along("Wat er op de foto staat", paper.picture.alt)
        yield Along("Bijschrift bij de foto", paper.picture.caption)
    for line in paper.emphasis.script if paper.emphasis else ():
        yield Along("Draaiboek", line)
