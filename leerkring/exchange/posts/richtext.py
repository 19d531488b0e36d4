"""Rich text: the few tags that it may hold, and its plain words.

Cleaned when it comes in and again when it goes on a page, so that a row which got into the
database by another way does no harm either.
"""

import re
from html import escape, unescape

import nh3

from leerkring.foundation.language.turning import one_line, without_turning

TAGS = {"p", "h3", "strong", "em", "a", "ul", "ol", "li", "blockquote", "br"}
SCHEMES = {"https", "http", "mailto", "tel"}
BLOCKS = "p|h3|li|blockquote|ul|ol|br"
UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_cleaner = nh3.Cleaner(
    tags=TAGS,
    attributes={"a": {"href"}},
    url_schemes=SCHEMES,
    link_rel="nofollow noopener",
    clean_content_tags={"script", "style", "title", "textarea", "svg", "math", "template"},
)
_is_rich = re.compile(rf"<(?:{BLOCKS}|strong|em|a)\b", re.IGNORECASE)
_has_block = re.compile(r"<(?:p|h3|ul|ol|blockquote)>")


def clean(text: str) -> str:
    """HTML of the few tags; text without any tag of ours becomes paragraphs. Idempotent.

    >>> clean("Dag\\n\\n<script>alert(1)</script>")
    '<p>Dag</p>\\n<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>'
    """
    text = without_turning(UNSEEN.sub("", text)).replace("\r\n", "\n").replace("\r", "\n").strip()
    if not _is_rich.search(text):
        text = _paragraphs(text)
    cleaned = _cleaner.clean(text).strip()
    if not plain(cleaned):
        return ""
    return cleaned if _has_block.search(cleaned) else f"<p>{cleaned}</p>"


def clean_line(text: str) -> str:
    """One line of plain text: no line breaks, no control signs, none that turn the direction."""
    return one_line(UNSEEN.sub("", text))


def plain(rich: str) -> str:
    """The words alone, a line per block."""
    broken = re.sub(rf"</?(?:{BLOCKS})\b[^>]*>", "\n", rich, flags=re.IGNORECASE)
    bare = unescape(re.sub(r"<[^>]*>", "", broken)).replace("\xa0", " ")
    lines = (" ".join(line.split()) for line in bare.split("\n"))
    return "\n".join(line for line in lines if line)


def excerpt(rich: str, most: int = 200) -> str:
    """The first words, at most `most` signs, cut between words."""
    words = plain(rich[: most * 20]).replace("\n", " ")
    if len(words) <= most:
        return words
    return words[: most + 1].rsplit(" ", 1)[0][:most].rstrip(" ,;:.") + " …"


def _paragraphs(text: str) -> str:
    """Plain text as it was typed: a blank line begins a paragraph, a break stays a break."""
    blocks = (block.strip() for block in re.split(r"\n\s*\n", text))
    return "\n".join(
        f"<p>{escape(block, quote=False).replace(chr(10), '<br>')}</p>" for block in blocks if block
    )


class RichText(str):
    """A text that is cleaned each time it goes on a page; templates take it as HTML."""

    __slots__ = ()

    def __html__(self) -> str:
        return clean(str(self))


def as_typed(rich: str) -> str:
    """For a text box without an editor: paragraphs as plain text, anything richer as it is."""
    if set(re.findall(r"<(\w+)", rich)) - {"p", "br"}:
        return rich
    broken = re.sub(r"<br>\s*", "\n", re.sub(r"</p>\s*", "\n\n", rich))
    return unescape(re.sub(r"<[^>]*>", "", broken)).strip()
