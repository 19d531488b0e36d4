"""Lines of a calendar file: RFC 5545 section 3.1 (folding) and 3.3.11 (text).

Written here and read back with `icalendar` in the tests. That library writes a thousand events in
some ten times as long, and makes a new line of the letters `\\N` that somebody typed.
"""

import re

from leerkring.foundation.language.turning import without_turning

LIMIT = 75  # octets, without the line break

_NEW_LINES = re.compile("\r\n|[\r\x85\u2028\u2029]")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def text(value: str) -> str:
    """Running text as a value: `\\`, `;`, `,` and new lines escaped, control signs gone."""
    if value.isalnum():
        return value
    escaped = value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    if value.isprintable():  # no control sign and no new line
        return escaped
    return _CONTROL.sub("", _NEW_LINES.sub("\n", escaped)).replace("\n", "\\n")


def words(value: str) -> str:
    """One line of text, not escaped: a title, a place, a name."""
    if value.isprintable():  # no sign that turns either, and of white space only spaces
        return " ".join(value.split())
    return without_turning(_CONTROL.sub("", " ".join(value.split())))


def fold(*lines: str) -> bytes:
    """Lines with their breaks, in pieces of at most 75 octets; no letter is cut in two.

    No piece ends in the first half of an escape either: some readers undo those before they
    unfold.
    """
    fit = [line if len(line) <= LIMIT and line.isascii() else _cut(line) for line in lines]
    return "\r\n".join([*fit, ""]).encode()


def _cut(line: str) -> str:
    rest, pieces, room = line.encode("utf-8", "replace"), [], LIMIT
    while len(rest) > room:
        cut = room
        while rest[cut] & 0xC0 == 0x80:
            cut -= 1
        if (cut - len(rest[:cut].rstrip(b"\\"))) % 2:
            cut -= 1
        pieces.append(rest[:cut])
        rest, room = rest[cut:], LIMIT - 1
    return b"\r\n ".join([*pieces, rest]).decode()
