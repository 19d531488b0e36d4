"""A calendar on which tests put moments; they stand in for dates of any room."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from leerkring.foundation.calendar import registry
from leerkring.foundation.calendar.moments import Moment
from leerkring.foundation.calendar.registry import Circles, Dated


class Wall:
    """Moments with who may see them: everyone, or the people named."""

    def __init__(self) -> None:
        self.hung: list[tuple[str, Moment, set[int] | None]] = []
        self.circles: dict[int, tuple[str, set[int] | None]] = {}

    def hang(self, moment: Moment, *people: Any, kind: str = "overleg") -> Moment:
        seen_by = {person.pk for person in people} if people else None
        self.hung.append((kind, moment, seen_by))
        return moment

    def between(self, kind: str) -> Callable[[Any, datetime, datetime], list[Moment]]:
        def find(person: Any, start: datetime, end: datetime) -> list[Moment]:
            return [
                moment
                for of, moment, people in self.hung
                if of == kind
                and (people is None or person.pk in people)
                and moment.starts < end
                and moment.ends > start
            ]

        return find

    def name_of(self, person: Any, circle: int) -> str | None:
        name, people = self.circles.get(circle, (None, None))
        return name if people is None or person.pk in people else None

    def of(self, person: Any) -> list[tuple[int, str, bool]]:
        return [
            (pk, name, people is None)
            for pk, (name, people) in self.circles.items()
            if people is None or person.pk in people
        ]


@pytest.fixture
def wall(db: None, monkeypatch: pytest.MonkeyPatch) -> Wall:
    wall = Wall()
    monkeypatch.setattr(registry, "_dated", {})
    monkeypatch.setattr(registry, "_circles", [Circles(wall.name_of, wall.of)])
    for kind, label in (("overleg", "Overleg"), ("werkdag", "Werkdagen")):
        registry.register(Dated(kind, label, wall.between(kind)))
    return wall


def a_moment(uid: str = "overleg-1", **more: Any) -> Moment:
    """Two hours from ten o'clock in Amsterdam, on a Tuesday of November."""
    starts = more.pop("starts", datetime(2026, 11, 24, 9, tzinfo=UTC))
    ends = more.pop("ends", starts + timedelta(hours=2))
    return Moment(uid, more.pop("title", "Overleg"), starts, ends, **more)


@pytest.fixture
def moment() -> Callable[..., Moment]:
    return a_moment
