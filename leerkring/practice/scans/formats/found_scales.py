"""Which whole numbers the answers of another program stand for."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from leerkring.foundation.tables.cells import whole_number
from leerkring.practice.scans.answer_cells import DONT_KNOW_WORDS
from leerkring.practice.scans.instrument_files import MOST_OPTIONS
from leerkring.practice.scans.instruments import Instrument
from leerkring.practice.scans.languages import DONT_KNOW_WORDS as DONT_KNOW_ELSEWHERE

_NUMBERED = re.compile(r"([+-]?[0-9]{1,4})\s*[–:.)=-]\s+(.+)")  # «1 – nooit», «5: altijd»


@dataclass(frozen=True)
class Option:
    """One answer that can be chosen: what is stored, and what is read."""

    code: str
    text: str


@dataclass(frozen=True)
class FoundScale:
    """From `low` to `high`, and the texts beside answers that say more than their number.

    ends   the words at the lowest and the highest answer
    words  those at the answers between them
    """

    low: int
    high: int
    ends: tuple[str, str] = ("", "")
    words: tuple[str, ...] = ()


def found_scale(options: Sequence[Option]) -> FoundScale | None:
    """The scale of these answers, "weet ik niet" left out; None when they are no scale.

    The codes are the numbers, else the texts, else the places from 1 on.
    """
    known = [option for option in options if not _is_dont_know(option)]
    if not 2 <= len(known) <= MOST_OPTIONS:
        return None
    texts = [option.text for option in known]
    numbers = _numbers([option.code for option in known]) or _numbers(texts)
    numbers = numbers or list(range(1, len(known) + 1))
    words = {n: _words(text, n) for text, n in zip(texts, numbers, strict=True)}
    low, high = min(numbers), max(numbers)
    between = tuple(words[number] for number in sorted(words) if low < number < high)
    return FoundScale(low, high, (words[low], words[high]), tuple(filter(None, between)))


def answer_text(instrument: Instrument, value: int) -> str:
    """What stands beside an answer: its number, with the words of that end if it has any."""
    words = {instrument.low: instrument.ends[0], instrument.high: instrument.ends[1]}.get(value)
    return f"{value} – {words}" if words else str(value)


def _words(text: str, number: int) -> str:
    """What a text says beside its number: as `answer_text` wrote it, or as others do."""
    said = _NUMBERED.fullmatch(text)
    if said and int(said[1]) == number:
        return said[2]
    return "" if text == str(number) else text


def _is_dont_know(option: Option) -> bool:
    said = {option.code.casefold(), option.text.casefold()}
    return not said.isdisjoint(DONT_KNOW_WORDS | DONT_KNOW_ELSEWHERE)


def _numbers(texts: Sequence[str]) -> list[int] | None:
    """The numbers that these are, if they are whole and each is one more than another."""
    found = [_number(text) for text in texts]
    numbers = [number for number in found if number is not None]
    whole = len(numbers) == len(found) == len(set(numbers))
    return numbers if whole and max(numbers) - min(numbers) == len(numbers) - 1 else None


def _number(text: str) -> int | None:
    said = _NUMBERED.fullmatch(text)
    return int(said[1]) if said else whole_number(text)
