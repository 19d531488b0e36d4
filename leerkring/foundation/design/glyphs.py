"""Text that the fonts can print: a glyph that is missing stops a PDF/UA from being made.

Hebrew and Arabic writing is printed, from right to left, in a font of its own. Emoji get a short
neutral form or are left out, letters with rare accents lose the accent, writing systems the fonts
do not have are marked as left out, and control characters go.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from fontTools.subset import parse_unicodes

from leerkring.foundation.design.fonts import ARABIC, CHARACTERS, HEBREW

# In the character set asked for, but drawn in neither family; the web has them from elsewhere.
_NOT_DRAWN = {0xAD, 0x132, 0x133, 0x149, 0x17F, *range(0x2190, 0x2194)} | {
    *(0x2010, 0x2011, 0x2012, 0x2015, 0x201B, 0x201F)
}
LATIN = frozenset(parse_unicodes(CHARACTERS)) - _NOT_DRAWN
RIGHT_TO_LEFT = frozenset(parse_unicodes(f"{HEBREW},{ARABIC}"))
PRINTABLE = LATIN | RIGHT_TO_LEFT | {0x0A}

LONGEST_WORD = 26  # characters; a longer one is given places to break
_SHY = "\u00ad"

_FORMS = {
    **dict.fromkeys("☺😀😃😄😁😊🙂😉😍🥰🤗😎", ":-)"),
    **dict.fromkeys("☹🙁😞😢😭😔😟", ":-("),
    **dict.fromkeys("👍✔✓☑✅🆗", "(akkoord)"),
    **dict.fromkeys("👎✗✘❌", "(niet akkoord)"),
    **dict.fromkeys("❓❔", "?"),
    **dict.fromkeys("❗❕", "!"),
    **dict.fromkeys("→➡➜➔⇒", "›"),
    **dict.fromkeys("←⬅⇐", "‹"),
    **dict.fromkeys("▪●■◦○□▶►", "•"),
    **dict.fromkeys("‐‑‒⁃", "-"),
    "―": "–",
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
_LONG = re.compile(rf"[^\s\u00ad]{{{LONGEST_WORD + 1},}}")


@lru_cache(maxsize=8192)
def printable(text: str) -> str:
    """The text with only characters that every print font has, and no word too long to break."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n"))
    if not all(ord(char) in PRINTABLE for char in text):
        said = text.strip()
        text = "".join(map(_form, text))
        text = _LETTERS.sub(_LEFT_OUT, text)
        text = re.sub(r"(\(akkoord\)|:-\)|:-\()(?:\s*\1)+", r"\1", text)
        text = re.sub(r" {2,}", " ", text)
        text = re.sub(r" +([.,;!?]|\n|$)", r"\1", text)
        if said and not text.strip():
            return _LEFT_OUT  # never a heading with nothing in it
    return _LONG.sub(_breakable, text)


def left_out(texts: Iterable[str]) -> tuple[str, ...]:
    """Words that are not printed as they were written but as a mark, each once, in their order.

    >>> left_out(["welkom 你好 allemaal", "你好"])
    ('你好',)
    """
    words = (word for text in texts for word in text.split())
    return tuple(dict.fromkeys(word for word in words if _LEFT_OUT in printable(word)))


def _form(char: str) -> str:
    if ord(char) in PRINTABLE:
        return char
    if char in _FORMS:
        return _FORMS[char]
    plain = [c for c in unicodedata.normalize("NFKD", char) if ord(c) in PRINTABLE]
    if plain:
        return "".join(plain)
    # A private mark stands for letters that cannot be shown: a run of them is told once.
    return "\ue000" if unicodedata.category(char) in {"Lu", "Ll", "Lo", "Lt"} else ""


def _breakable(word: re.Match[str]) -> str:
    """Soft hyphens in one very long word; after a sign where an address has one."""
    found = word.group()
    if "/" in found or "@" in found:
        return re.sub(r"([/@._=&?-])(?=\w)", rf"\1{_SHY}", found)
    return _SHY.join(found[at : at + 12] for at in range(0, len(found), 12))
