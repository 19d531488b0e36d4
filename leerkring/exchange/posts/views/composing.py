"""What a template shows of a post, whether it is read, looked over or reviewed."""

from dataclasses import dataclass
from typing import Any

from leerkring.exchange.posts.content import Content
from leerkring.exchange.posts.kinds import Rung, Section, Wants
from leerkring.exchange.posts.models import Post
from leerkring.exchange.posts.richtext import RichText


@dataclass(frozen=True)
class Part:
    """A section with its text; a rich one is cleaned once more as it goes on the page."""

    section: Section
    text: str


def on_a_page(post: Post, content: Content, *, out: bool = False) -> dict[str, Any]:
    """Everything about a post that does not depend on who reads it; as it is `out`, without the
    files that wait."""
    there = post.attachments.select_related("file")
    attachments = [row for row in there if not (out and row.held)]
    rung, wants = content.facts.get("rung"), content.facts.get("wants")
    return {
        "post": post,
        "kind": post.what,
        "said": content,
        "parts": [
            Part(section, RichText(text) if section.rich else text)
            for section, text in content.filled(post.what)
        ],
        "part": {s.key: RichText(t) if s.rich else t for s, t in content.filled(post.what)},
        "pictures": [row for row in attachments if row.is_picture],
        "files": [row for row in attachments if not row.is_picture],
        "rung": Rung(rung) if rung else None,
        "rungs": list(Rung),
        "wants": Wants(wants) if wants else None,
    }
