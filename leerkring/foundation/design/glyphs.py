"""Text that the fonts can print: a glyph that is missing stops a PDF/UA from being made.

Hebrew and Arabic writing is printed, from right to left, in a font of its own, and so are emoji,
also those that are several signs joined: a family, a flag. Letters with rare accents lose the
accent, writing systems and signs the fonts do not have are marked as left out, and control
characters go.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache

from fontTools.subset import parse_unicodes

from leerkring.foundation.design.font_sources import emoji_signs
from leerkring.foundation.design.fonts import ARABIC, CHARACTERS, HEBREW, JOINERS

# In the character set asked for, but drawn in neither family; the web has them from elsewhere.
_NOT_DRAWN = {0xAD, 0x132, 0x133, 0x149, 0x17F, *range(0x2190, 0x2194)} | {
    *(0x2010, 0x2011, 0x2012, 0x2015, 0x201B, 0x201F)
}
LATIN = frozenset(parse_unicodes(CHARACTERS)) - _NOT_DRAWN
RIGHT_TO_LEFT = frozenset(parse_unicodes(f"{HEBREW},{ARABIC}"))
_PLAIN = LATIN | {0x0A}

LONGEST_WORD = 26  # characters; a longer one is given places to break
_SHY = "\u00ad"

_FORMS = {
    **dict.fromkeys("✓", "✔"),
    **dict.fromkeys("✗✘", "✖"),
    **dict.fromkeys("→➜➔⇒", "›"),
    **dict.fromkeys("←⇐", "‹"),
    **dict.fromkeys("▪●■◦○□▶►", "•"),
    **dict.fromkeys("‐‑‒⁃", "-"),
    "―": "–",
    "ʼ": "’",
    "★": "⭐",
    "⅓": "1/3",
    "⅔": "2/3",
    "≥": "ten minste ",
    "≤": "hoogstens ",
    "≈": "ongeveer ",
    "≠": "niet ",
    "\t": " ",
    "\r": "\n",
    "\u2028": "\n",
    "\u2029": "\n",
}
_LEFT_OUT = "(…)"
_LETTERS = re.compile(r"\ue000(?:[\s\ue000]*\ue000)?")
_UNKNOWN = {"Lu", "Ll", "Lt", "Lo", "Lm", "So", "Sm", "Nd", "No", "Nl", "Cn"}


@cache
def printable_signs() -> frozenset[int]:
    """Every sign that a print font has."""
    return _PLAIN | RIGHT_TO_LEFT | emoji_signs() | frozenset(JOINERS)


@cache
def _loose() -> tuple[re.Pattern[str], ...]:
    """Signs that belong to the one before them, where no font has both: a vowel of Hebrew after a
    Latin letter, a tone of skin or a joiner after anything but an emoji; and joiners at the end."""
    emoji, other = _class(emoji_signs()), _class(RIGHT_TO_LEFT)
    vowels = _class({sign for sign in RIGHT_TO_LEFT if unicodedata.combining(chr(sign))})
    return (
        re.compile(f"(?<![{other}])[{vowels}]+"),
        re.compile(f"(?<![{emoji}\ufe0f])[\u200d\ufe0f\U0001f3fb-\U0001f3ff]+"),
        re.compile(f"\u200d(?![{emoji}])"),
    )


@cache
def _long() -> re.Pattern[str]:
    """Words that do not break by themselves; between emoji a line does."""
    return re.compile(rf"[^\s\u00ad{_class(emoji_signs())}]{{{LONGEST_WORD + 1},}}")


def _class(signs: Iterable[int]) -> str:
    return "".join(map(chr, sorted(signs)))


@lru_cache(maxsize=8192)
def printable(text: str) -> str:
    """The text with only characters that every print font has, and no word too long to break."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n"))
    if not all(ord(char) in _PLAIN for char in text):
        said = text.strip()
        text = "".join(map(_form, text))
        text = _LETTERS.sub(_LEFT_OUT, text)
        for loose in _loose():
            text = loose.sub("", text)
        text = re.sub(r" {2,}", " ", text)
        text = re.sub(r" +([.,;!?]|\n|$)", r"\1", text)
        if said and not text.strip():
            return _LEFT_OUT  # never a heading with nothing in it
    return _long().sub(_breakable, text)


def left_out(texts: Iterable[str]) -> tuple[str, ...]:
    """Words that are not printed as they were written but as a mark, each once, in their order.

    >>> left_out(["welkom 你好 allemaal", "你好"])
    ('你好',)
    """
    words = (word for text in texts for word in text.split())
    return tuple(dict.fromkeys(word for word in words if _LEFT_OUT in printable(word)))


def _form(char: str) -> str:
    if ord(char) in printable_signs():
        return char
    if char in _FORMS:
        return _FORMS[char]
    plain = [c for c in unicodedata.normalize("NFKD", char) if ord(c) in _PLAIN | RIGHT_TO_LEFT]
    if plain:
        return "".join(plain)
    # A private mark stands for signs that cannot be shown: a run of them is told once.
    return "\ue000" if unicodedata.category(char) in _UNKNOWN else ""


def _breakable(word: re.Match[str]) -> str:
    """Soft hyphens in one very long word; after a sign where an address has one."""
    found = word.group()
    if "/" in found or "@" in found:
        return re.sub(r"([/@._=&?-])(?=\w)", rf"\1{_SHY}", found)
    return _SHY.join(found[at : at + 12] for at in range(0, len(found), 12))
