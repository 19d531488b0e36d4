"""Telephone numbers as the Dutch and the Belgians write them, and mail addresses.

Numbers that anybody may call (112, 14 010, 0800 and 0900) point at nobody and are left out.
"""

import re
from collections.abc import Iterator

Span = tuple[int, int]

_GAP = r"[ .\-/\u00a0\u2010\u2011\u2013]{0,2}"
_ZERO = r"(?:\(0\)[ ]?)?"
_ABROAD = r"(?:\+|00)[ ]?"
_NUMBER = re.compile(
    rf"""
    (?<![\w+])(?<!\d[-./,:])
    (?:
      {_ABROAD}31{_GAP}{_ZERO}[1-9](?:{_GAP}\d){{8}}                  # +31 6 1234 5678
    | {_ABROAD}32{_GAP}{_ZERO}[1-9](?:{_GAP}\d){{7,8}}                # +32 470 12 34 56
    | \+[ ]?(?:33|34|39|4[013-9]|90|212|35[1-9]|380|420|597|599)      # +49 170 123456
      {_GAP}{_ZERO}\d(?:{_GAP}\d){{6,10}}
    | \(?06\)?{_GAP}\d(?:{_GAP}\d){{7}}                               # 06-12345678
    | \(?0(?!800|90[069])[1-57-9]\d\)?{_GAP}\d{{3}}{_GAP}\d{{2}}{_GAP}\d{{2}}  # 010-412 34 56
    | \(?0[1-57-9]\d\)?{_GAP}\d{{2}}[ .]?\d{{2}}[ .]?\d{{3}}          # 010-41 23 456
    | \(?0(?!800|90[069])[1-57-9]\d{{2}}\)?{_GAP}(?:\d\d[ ]?\d\d[ ]?\d\d|\d{{3}}[ .-]?\d{{3}})
    | \(?04\d\d\)?[ ./-]{{1,2}}\d\d[ .]?\d\d[ .]?\d\d                 # 0470 12 34 56
    | \(?0[1-9]\)?[ ./-]{{1,2}}\d{{3}}[ .]?\d\d[ .]?\d\d              # 03 123 45 67
    | \(?0[1-9]\d\)?[ ./-]{{1,2}}\d\d[ .]\d\d[ .]\d\d                 # 011 12 34 56
    )
    (?!\w)(?!,\d|[.:-]\d)
    """,
    re.X | re.ASCII,
)
_FEWEST, _MOST = 9, 15
_AT = re.compile(r"@|[(\[][ ]?(?:at|apenstaartje)[ ]?[)\]][ ]?", re.I)
_IN_A_MAILBOX = frozenset(".+-_%'")
_DOMAIN = re.compile(r"(?:[^\W_][\w-]{0,62}(?:\.|[ ]?\(punt\)[ ]?)){1,5}[^\W\d_]{2,24}(?!\w)")
_LONGEST_MAILBOX = 64


def phone_numbers(text: str) -> Iterator[Span]:
    """Numbers of fixed and mobile telephones; not those of public services."""
    for match in _NUMBER.finditer(text):
        digits = sum(sign.isdigit() for sign in match.group())
        national = match.group().lstrip("(").startswith("0")
        if _FEWEST <= digits <= _MOST and not (national and digits == 11):
            yield match.span()


def mail_addresses(text: str) -> Iterator[Span]:
    """Mail addresses, with @ or with (at) as people write to keep machines off."""
    for match in _AT.finditer(text):
        end = match.start() - (text[match.start() - 1 : match.start()] == " ")
        start = end
        while start > max(0, end - _LONGEST_MAILBOX) and (
            text[start - 1].isalnum() or text[start - 1] in _IN_A_MAILBOX
        ):
            start -= 1
        while start < end and text[start] in _IN_A_MAILBOX:
            start += 1
        domain = _DOMAIN.match(text, match.end())
        if domain and start < end:
            yield start, domain.end()
