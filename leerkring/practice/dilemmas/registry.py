"""Where a room above says on which programmes a dilemma stands, for one person, who sees no more of
them than they may.

register_programmes(on_programmes)
"""

from collections.abc import Callable
from typing import Any

Page = tuple[str, str]  # title, address
OnProgrammes = Callable[[Any, int], list[Page]]
_known: list[OnProgrammes] = []


def register_programmes(on_programmes: OnProgrammes) -> None:
    """By number of the dilemma."""
    _known[:] = [on_programmes]


def on_programmes(person: Any, dilemma: int) -> list[Page]:
    return _known[0](person, dilemma) if _known else []
