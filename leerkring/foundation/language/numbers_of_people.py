"""Numbers that a state or a bank gives to one person, known by their check digits.

Sources: BSN: «elfproef», Logisch Ontwerp BSN (RvIG). Rijksregisternummer: Royal Decree of
3 April 1984; bis numbers with 20 or 40 added to the month. IBAN: ISO 13616 and ISO 7064 mod 97-10;
lengths after the IBAN registry of SWIFT.
"""

import re
from collections.abc import Iterator
from functools import cache

from leerkring.foundation.language.lists import words_of

Span = tuple[int, int]

_BSN = re.compile(
    r"(?<![\w/€])(?<!\d[.,-])"
    r"(?:\d{9}|\d{3}([ .\-\u00a0])\d{3}\1\d{3}|\d{4}([ .\-\u00a0])\d{2}\2\d{3})"
    r"(?![\w%])(?![.,/-]\d)",
    re.ASCII,
)
_SHORT_BSN = re.compile(
    r"\b(?:bsn|burgerservicenummer|sofi-?nummer)\b[\s:=]{0,3}(?:is )?(\d{8})(?!\w)", re.I
)
_AN_AMOUNT_BEFORE = re.compile(r"(?:€|\bEUR|\beuro)\s{0,2}$", re.I)
_AN_AMOUNT_AFTER = re.compile(r"\s{0,2}(?:euro|eur|inwoners|mensen|keer|bytes)\b|,-|,\d", re.I)
_REGISTER = re.compile(
    r"(?<![\w/])(?<!\d[.,-])"
    r"\d\d([ ./-]?)\d\d\1\d\d[ ./-]?\d{3}[ .-]?\d\d(?!\w)(?![.,-]\d)",
    re.ASCII,
)
_IBAN = re.compile(r"(?<![^\W_])[A-Z]{2}\d\d(?=[ .\-\u00a0]?[A-Z0-9])", re.I | re.ASCII)
_PARTS_OF_IBAN = frozenset(" .-\u00a0\u202f")


def citizen_numbers(text: str) -> Iterator[Span]:
    """Burgerservicenummers: nine digits that pass the elfproef; eight only where it says so."""
    for match in _BSN.finditer(text):
        before = text[max(0, match.start() - 6) : match.start()]
        amount = _AN_AMOUNT_BEFORE.search(before) or _AN_AMOUNT_AFTER.match(text, match.end())
        if not amount and passes_elfproef(_digits(match.group())):
            yield match.span()
    for match in _SHORT_BSN.finditer(text):
        if passes_elfproef("0" + match.group(1)):
            yield match.span(1)


def passes_elfproef(digits: str) -> bool:
    """9·a + 8·b + … + 2·h − i is divisible by eleven, and not all digits are nought."""
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    total = sum(weight * int(digit) for weight, digit in zip(weights, digits, strict=True))
    return total % 11 == 0 and digits != "000000000"


def register_numbers(text: str) -> Iterator[Span]:
    """Belgian rijksregisternummers and bis numbers, of people born before and after 2000."""
    for match in _REGISTER.finditer(text):
        if is_register_number(_digits(match.group())):
            yield match.span()


def is_register_number(digits: str) -> bool:
    """The last two are 97 less the rest of the first nine by 97; a 2 goes first since 2000."""
    month, day, check = int(digits[2:4]) % 20, int(digits[4:6]), int(digits[9:])
    if int(digits[2:4]) > 52 or month > 12 or day > 31:
        return False
    return any(97 - int(century + digits[:9]) % 97 == check for century in ("", "2"))


def bank_accounts(text: str) -> Iterator[Span]:
    """IBANs of any country, in one piece or parted by spaces, full stops or hyphens."""
    for match in _IBAN.finditer(text):
        length = _iban_lengths().get(match.group()[:2].upper(), 0)
        end = match.start()
        account = ""
        while len(account) < length and end < len(text):
            sign = text[end]
            if sign.isascii() and sign.isalnum():
                account += sign.upper()
            elif sign not in _PARTS_OF_IBAN or text[end - 1] in _PARTS_OF_IBAN:
                break
            end += 1
        ended = end == len(text) or not text[end].isalnum()
        if length and len(account) == length and ended and passes_mod_97(account):
            yield match.start(), end


def passes_mod_97(account: str) -> bool:
    """The first four signs last, letters as 10 to 35: the rest by 97 is one."""
    return int("".join(str(int(sign, 36)) for sign in account[4:] + account[:4])) % 97 == 1


@cache
def _iban_lengths() -> dict[str, int]:
    return {entry[:2]: int(entry[2:]) for entry in words_of("iban_lengths.txt")}


def _digits(text: str) -> str:
    return "".join(sign for sign in text if sign.isdigit())
