"""Circles have feeds of their own. They bring no dates themselves: rooms above them do."""

from typing import Any

from leerkring.foundation.calendar.registry import Circles, register_circles
from leerkring.network.circles.models import Circle, Visibility


def name_of(person: Any, circle: int) -> str | None:
    rows = Circle.objects.readable_by(person).filter(pk=circle)
    return rows.values_list("name", flat=True).first()


def of(person: Any) -> list[tuple[int, str, bool]]:
    rows = Circle.objects.of(person).values_list("pk", "name", "visibility")
    return [(pk, name, visibility == Visibility.PUBLIC) for pk, name, visibility in rows]


register_circles(Circles(name_of, of))
