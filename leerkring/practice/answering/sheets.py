"""Somebody's answers as one byte an item, while they are being given."""

from leerkring.practice.scans.answers import DONT_KNOW, NOT_ANSWERED
from leerkring.practice.scans.instruments import Instrument


class NotOnTheScale(Exception):
    """An answer that the instrument does not have."""


class NoSuchPlace(NotOnTheScale):
    """An answer to a statement that is not there."""


def blank(instrument: Instrument) -> bytes:
    return bytes([NOT_ANSWERED]) * len(instrument.items)


def with_answer(sheet: bytes, instrument: Instrument, place: int, value: int) -> bytes:
    """The sheet with the answer to item `place`: 1..A, or 255 for "weet ik niet".

    Raises NotOnTheScale; NoSuchPlace for a place that is no item.
    """
    if not 0 <= place < len(instrument.items):
        raise NoSuchPlace
    if not (1 <= value <= instrument.options or value == DONT_KNOW):
        raise NotOnTheScale
    return sheet[:place] + bytes([value]) + sheet[place + 1 :]


def first_open(sheet: bytes) -> int | None:
    """The place of the first item without an answer; None when there is none."""
    place = sheet.find(bytes([NOT_ANSWERED]))
    return place if place >= 0 else None


def answered(sheet: bytes) -> int:
    return len(sheet) - sheet.count(NOT_ANSWERED)
