"""Rooms that repeat what was said at a meeting hear of it when somebody takes words back:

register_taking_back(report_of_it_is_read_again)
"""

from collections.abc import Callable

TakingBack = Callable[[int], None]

_hearing: list[TakingBack] = []


def register_taking_back(hears: TakingBack) -> None:
    """`hears(meeting)`, with its number, is called in the transaction in which words of a meeting
    are hidden, withdrawn or kept from some readers."""
    if hears not in _hearing:
        _hearing.append(hears)


def taken_back(meeting: int | None) -> None:
    if meeting is not None:
        for hears in _hearing:
            hears(meeting)
