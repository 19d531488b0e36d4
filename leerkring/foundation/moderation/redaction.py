"""Taking a passage out of a text, also out of HTML where tags run through it."""

import re
import unicodedata
from html import escape, unescape
from typing import Any

MARK = "▮ verwijderd"
SHORTEST = 2  # signs of a passage: one letter would black out a page
NAMING, ADDRESS = ("kind", "file"), "url"  # keys of what names something, and is no text
_parts = re.compile(r"(<[^>]*>)|(&[#\w]+;)|([^<&]+|[<&])")


def stands_in(text: str, passage: str) -> bool:
    """Whether the passage stands in this plain text. Raises ValueError for one letter."""
    return _pattern(passage).search(text) is not None


def stands_in_address(address: str, passage: str) -> bool:
    """Whether the address of a page still tells it, as plain words with dashes between them."""
    plain = unicodedata.normalize("NFKD", passage).encode("ascii", "ignore").decode().lower()
    told = "-".join(re.findall(r"[a-z0-9]+", plain))
    return len(told) >= SHORTEST and told in address


def redact_all(value: Any, passage: str) -> tuple[Any, int]:
    """The same as `redact_line` of every text in a value of JSON, but for what names something."""
    if isinstance(value, str):
        return redact_line(value, passage)
    if isinstance(value, list | tuple):
        found = [redact_all(one, passage) for one in value]
        return [one for one, _ in found], sum(times for _, times in found)
    if isinstance(value, dict):
        texts = {key: one for key, one in value.items() if key not in NAMING}
        table = {key: redact_all(one, passage) for key, one in texts.items()}
        told = {key: one for key, (one, _) in table.items()}
        if stands_in_address(told.get(ADDRESS) or "", passage):
            told[ADDRESS] = ""
        return value | told, sum(times for _, times in table.values())
    return value, 0


def redact_line(text: str, passage: str) -> tuple[str, int]:
    """The text without the passage, and in how many places it stood.

    Case and the width of white space make no difference. Raises ValueError for one letter.
    """
    return _pattern(passage).subn(MARK, text)


def redact_rich(rich: str, passage: str) -> tuple[str, int]:
    """The same for cleaned HTML: found in the words, taken out of the text between the tags.

    An address of a link in which the passage stands loses its link, too.
    """
    rich, links = _without_links(rich, passage)
    shown, at = _shown(rich)
    spans = [match.span() for match in _pattern(passage).finditer(shown)]
    for start, end in reversed(spans):
        pieces = at[start:end]
        for number, (left, right) in reversed(list(enumerate(pieces))):
            rich = rich[:left] + (escape(MARK) if number == 0 else "") + rich[right:]
    return rich, len(spans) + links


def _pattern(passage: str) -> re.Pattern[str]:
    words = passage.split()
    if len("".join(words)) < SHORTEST:
        raise ValueError("Een passage telt minstens twee tekens.")
    return re.compile(r"\s+".join(map(re.escape, words)), re.IGNORECASE)


def _shown(rich: str) -> tuple[str, list[tuple[int, int]]]:
    """What a reader sees, and for each sign of it where it stands in the HTML.

    The end of a block shows as a line break of no length, so that words of two blocks do not melt.
    """
    shown: list[str] = []
    at: list[tuple[int, int]] = []
    for match in _parts.finditer(rich):
        tag, entity, _ = match.groups()
        if tag:
            if not re.match(r"</?(?:strong|em|a)\b", tag):
                shown.append("\n")
                at.append((match.end(), match.end()))
        elif entity:
            shown.append(unescape(entity)[:1])
            at.append(match.span())
        else:
            for place in range(*match.span()):
                shown.append(rich[place])
                at.append((place, place + 1))
    return "".join(shown).replace("\xa0", " "), at


def _without_links(rich: str, passage: str) -> tuple[str, int]:
    """Links to an address that holds the passage, as it is or with signs written as %20."""
    count = 0
    bare = re.sub(r"\s+", "", passage).casefold()

    def look(match: re.Match[str]) -> str:
        nonlocal count
        address = re.sub(r"%20|\+|\s", "", unescape(match[1])).casefold()
        if bare not in address:
            return match[0]
        count += 1
        return "<a>"

    return re.sub(r'<a\b[^>]*?href="([^"]*)"[^>]*>', look, rich), count
