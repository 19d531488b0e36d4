"""A passage blacked out of a paper: out of all words in it that people may have typed."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

from leerkring.foundation.moderation.redaction import redact_line, stands_in_address
from leerkring.loop.newspapers.paper import Paper

ADDRESS = "url"
# What finds a story and where a line leads, which nobody reads; and what is measured or counted,
# which nobody typed, and of which the words are ours.
PASSED_OVER = ("key", ADDRESS, "chart", "figures", "minutes")


def without(paper: Paper, passage: str) -> tuple[Paper, int]:
    """The paper without the passage, and in how many places it stood. Raises ValueError for one
    letter."""
    return _without(paper, passage)


def texts_of(paper: Paper) -> Iterator[str]:
    """All words in it that people may have typed, in the order of its fields."""
    return (text for text in _texts(paper) if text)


def _without(value: Any, passage: str) -> tuple[Any, int]:
    """Dimensions and audiences are words of ours: only what is a plain text loses anything."""
    if type(value) is str:
        return redact_line(value, passage)
    if isinstance(value, tuple):
        found = [_without(one, passage) for one in value]
        return tuple(one for one, _ in found), sum(places for _, places in found)
    if not is_dataclass(value) or isinstance(value, type):
        return value, 0
    told = {name: _without(getattr(value, name), passage) for name in _read(value)}
    changes = {name: one for name, (one, places) in told.items() if places}
    if stands_in_address(getattr(value, ADDRESS, ""), passage):
        changes[ADDRESS] = ""
    return replace(value, **changes), sum(places for _, places in told.values())


def _texts(value: Any) -> Iterator[str]:
    if type(value) is str:
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _texts(one)
    elif is_dataclass(value):
        for name in _read(value):
            yield from _texts(getattr(value, name))


def _read(value: Any) -> list[str]:
    return [field.name for field in fields(value) if field.name not in PASSED_OVER]
