"""The text of a piece of HTML, with for every character where it stands in the source.

So that what is found in the text can be replaced in the source without breaking a tag:
«06-<b>1234</b>5678» becomes «[telefoonnummer]<b></b>». Expects HTML that was cleaned already.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from html import escape, unescape

_SIGN = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});|[^<&]|&|<", re.I | re.S)
_QUOTE_OR_END = re.compile(r"[\"'>]")
_TAG_NAME = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)")
_READ_ATTRIBUTE = re.compile(
    r"\b(?:href=([\"'])(?:mailto:|tel:)|(?:alt|title)=([\"']))(?P<value>[^\"'>]*)", re.I
)
_INLINE = frozenset(
    ("a", "abbr", "b", "bdi", "cite", "code", "del", "em", "i", "ins", "kbd", "mark", "q", "s")
) | {"small", "span", "strong", "sub", "sup", "u", "var", "font", "wbr"}


@dataclass
class HtmlText:
    """`plain[i]` stands in `source[starts[i]:ends[i]]`; -1 where it stands for a tag only."""

    source: str
    signs: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)

    @property
    def plain(self) -> str:
        return "".join(self.signs)

    def replaced(self, edits: Iterable[tuple[int, int, str]]) -> str:
        """The source with each `plain[start:end]` replaced by a text, which is escaped."""
        pieces, done = [], 0
        for start, end, new in sorted(edits):
            left = escape(new)
            for place in range(start, end):
                if self.starts[place] < done or self.starts[place] < 0:
                    continue
                pieces += [self.source[done : self.starts[place]], left]
                left, done = "", self.ends[place]
        return "".join([*pieces, self.source[done:]])

    def _add(self, text: str, start: int, end: int) -> None:
        for sign in text:
            self.signs.append(sign)
            self.starts.append(start)
            self.ends.append(end)

    def _read(self, start: int, end: int) -> None:
        """Take in the text between two tags, or in an attribute."""
        for match in _SIGN.finditer(self.source, start, end):
            sign = match.group()
            self._add(unescape(sign) if len(sign) > 1 else sign, *match.span())

    def _read_tag(self, start: int, end: int) -> None:
        name = _TAG_NAME.match(self.source, start)
        if not (name and name.group(1).lower() in _INLINE):
            self._add("\n", -1, -1)
        for attribute in _READ_ATTRIBUTE.finditer(self.source, start, end):
            self._add("\n", -1, -1)
            self._read(*attribute.span("value"))
            self._add("\n", -1, -1)


def text_of(source: str) -> HtmlText:
    """Text between tags; blocks and breaks make a new line, inline tags nothing.

    Also read, each as a line of its own: `alt`, `title`, and what `mailto:` and `tel:` lead to.
    """
    text = HtmlText(source)
    at = 0
    while at < len(source):
        opening = source.find("<", at)
        end = _end_of_tag(source, opening) if opening >= 0 else -1
        if end < 0:
            text._read(at, len(source))
            break
        text._read(at, opening)
        text._read_tag(opening, end)
        at = end
    return text


def _end_of_tag(source: str, opening: int) -> int:
    """Where the tag that opens here has ended; -1 when it never does."""
    if source.startswith("<!--", opening):
        return source.find("-->", opening) + 3 if source.find("-->", opening) > 0 else -1
    at = opening + 1
    while sign := _QUOTE_OR_END.search(source, at):
        if sign.group() == ">":
            return sign.end()
        at = source.find(sign.group(), sign.end()) + 1
        if at == 0:
            break
    return -1
