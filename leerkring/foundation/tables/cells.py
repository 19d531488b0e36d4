"""What a cell says: numbers as people type them, names to compare, the word that was meant."""

import re
import unicodedata
from collections.abc import Iterable
from decimal import Decimal
from difflib import get_close_matches

_WHOLE = re.compile(r"[+-]?[0-9]{1,15}(?:[.,]0+)?")
_DECIMAL = re.compile(r"[+-]?(?:[0-9]{1,15}(?:[.,][0-9]{0,15})?|[.,][0-9]{1,15})")
_TURNS_TEXT = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def whole_number(text: str) -> int | None:
    """4, "4.0" and "4,0" are whole; anything else gives None."""
    return int(re.split("[.,]", text)[0]) if _WHOLE.fullmatch(text) else None


def decimal_number(text: str) -> Decimal | None:
    """A number with a decimal point or comma, without signs for thousands; else None."""
    return Decimal(text.replace(",", ".")) if _DECIMAL.fullmatch(text) else None


def tidy(text: str) -> str:
    """One line, single spaces, composed accents: so that two spellings of a name are one."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def key_of(text: str) -> str:
    """What two names are compared by: capitals and spaces make no difference."""
    return tidy(text).casefold()


def hides_something(text: str) -> bool:
    """Whether there are control signs in it, or signs that turn the direction of text around."""
    return any(unicodedata.category(sign) == "Cc" or sign in _TURNS_TEXT for sign in text)


def suggestion(word: str, known: Iterable[str]) -> str:
    """« Bedoel je «Zuid»?» when a known word looks like this one, else nothing."""
    by_key = {key_of(name): name for name in known}
    near = get_close_matches(key_of(word)[:200], by_key, n=1, cutoff=0.7)
    return f" Bedoel je «{by_key[near[0]]}»?" if near else ""
