"""Taking a passage out of a text, also out of HTML where tags run through it."""

import re
from html import escape, unescape

MARK = "▮ verwijderd"
SHORTEST = 2  # signs of a passage: one letter would black out a page
_parts = re.compile(r"(<[^>]*>)|(&[#\w]+;)|([^<&]+|[<&])")


def stands_in(text: str, passage: str) -> bool:
    """Whether the passage stands in this plain text. Raises ValueError for one letter."""
    return _pattern(passage).search(text) is not None


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
