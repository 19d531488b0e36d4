"""Which whole numbers the answers of another program stand for."""

from collections.abc import Sequence
from dataclasses import dataclass

from leerkring.foundation.tables.cells import whole_number
from leerkring.practice.scans.answer_cells import DONT_KNOW_WORDS
from leerkring.practice.scans.instrument_files import MOST_OPTIONS


@dataclass(frozen=True)
class Option:
    """One answer that can be chosen: what is stored, and what is read."""

    code: str
    text: str


@dataclass(frozen=True)
class FoundScale:
    """`words`: texts beside answers that say more than their number."""

    low: int
    high: int
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
    words = tuple(
        text for text, number in zip(texts, numbers, strict=True) if text not in ("", str(number))
    )
    return FoundScale(min(numbers), max(numbers), words)


def _is_dont_know(option: Option) -> bool:
    return not DONT_KNOW_WORDS.isdisjoint({option.code.casefold(), option.text.casefold()})


def _numbers(texts: Sequence[str]) -> list[int] | None:
    """The numbers that these are, if they are whole and each is one more than another."""
    found = [whole_number(text) for text in texts]
    numbers = [number for number in found if number is not None]
    whole = len(numbers) == len(found) == len(set(numbers))
    return numbers if whole and max(numbers) - min(numbers) == len(numbers) - 1 else None
