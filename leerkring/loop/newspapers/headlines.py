"""Headlines taken from what was written: a sentence of the text itself, never a new one."""

import re

LONGEST = 68  # characters: three lines in a column of the paper

_END = re.compile(r"(?<=[.!?…])[\"'”’)]?\s+(?=[\"'“‘(]?[A-ZÀ-Ý0-9])")
_BULLET = re.compile(r"^\s*(?:[-–—•*·▪]|\d{1,2}[.)])\s+")
# Where a long sentence can stop and still be one: before a word that opens a new clause.
_CLAUSE = re.compile(
    r"(?:[,;:–—]\s|\s(?=(?:omdat|zodat|want|maar|terwijl|waardoor|waarbij|voordat|totdat|en)\s))"
)
# A clause before the comma that only sets the scene is no headline ("Als dat lukt, …").
_OPENERS = ("als ", "toen ", "wanneer ", "omdat ", "nu ", "hoewel ", "voordat ", "zodra ", "want ")


def paragraphs(text: str) -> list[tuple[bool, str]]:
    """The text in paragraphs, each with whether it is an item of a list; empty lines left out."""
    found = []
    for line in text.splitlines():
        item = _BULLET.match(line)
        words = " ".join((line[item.end() :] if item else line).split())
        if words:
            found.append((item is not None, words))
    return found


def sentences(text: str) -> list[str]:
    """The sentences of the text, paragraph by paragraph."""
    return [part.strip() for _, words in paragraphs(text) for part in _END.split(words) if part]


def clip(text: str, longest: int = LONGEST) -> str:
    """The text, or its beginning up to a clause or else a word, in at most `longest` characters."""
    text = " ".join(text.split())
    if len(text) <= longest:
        return text
    opens = text.lower().startswith(_OPENERS)
    stops = [match.start() for match in _CLAUSE.finditer(text) if 24 <= match.start() <= longest]
    if stops and not opens:
        return text[: stops[-1]].rstrip(" ,;:–—")
    cut = text[: longest - 1]
    space = cut.rfind(" ")
    return (cut[:space] if space > longest // 2 else cut).rstrip(" ,;:–—.") + "…"


def headline(text: str, longest: int = LONGEST) -> tuple[str, str]:
    """A headline from the first sentence and the text to set under it.

    A first sentence that fits becomes the headline and is not said twice; of a longer one the
    beginning does, and the text stays whole.
    """
    parts = paragraphs(text)
    if not parts:
        return "", ""
    is_item, first = parts[0]
    opening, *others = _END.split(first)
    lines = [f"- {words}" if item else words for item, words in parts]
    if len(opening) > longest or (is_item and len(parts) > 1):
        return _bare(clip(opening, longest)), "\n".join(lines)
    rest = " ".join(others)
    return _bare(opening), "\n".join([rest, *lines[1:]] if rest else lines[1:])


def _bare(sentence: str) -> str:
    """Without the full stop, which a headline has not; with a capital, which it has."""
    sentence = sentence.strip()
    if sentence.endswith(".") and not sentence.endswith(".."):
        sentence = sentence[:-1]
    return sentence[:1].upper() + sentence[1:]
