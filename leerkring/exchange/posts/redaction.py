"""Taking a passage out of every text in which it stands."""

from dataclasses import replace

from leerkring.exchange.posts.content import Content
from leerkring.foundation.moderation.redaction import redact_line, redact_rich


def redacted(content: Content, passage: str) -> tuple[Content, int]:
    """The content without the passage, and in how many places it stood."""
    count = 0

    def out_of(text: str, *, rich: bool) -> str:
        nonlocal count
        text, found = (redact_rich if rich else redact_line)(text, passage)
        count += found
        return text

    title = out_of(content.title, rich=False)
    texts = {key: out_of(text, rich="<" in text) for key, text in content.texts.items()}
    keywords = tuple(out_of(word, rich=False) for word in content.keywords)
    facts = {
        name: out_of(value, rich=False) if name == "recognition" else value
        for name, value in content.facts.items()
    }
    return replace(content, title=title, texts=texts, keywords=keywords, facts=facts), count
