"""What a paper on paper leaves out, for an editor to be told before it is printed."""

from leerkring.foundation.design.glyphs import left_out
from leerkring.loop.newspapers.paper import Paper


def unprinted(paper: Paper) -> tuple[str, ...]:
    """Words in a writing, and signs, that the fonts do not have; on the page they stand as they
    were written."""
    stories = [paper.lead, *(story for section in paper.sections for story in section.stories)]
    texts = [text for story in stories for text in (story.headline, story.text)]
    texts += [text for quote in paper.quotes for text in (quote.text, quote.speaker)]
    texts += [text for promise in paper.promises for text in (promise.text, promise.who)]
    return left_out(texts)
