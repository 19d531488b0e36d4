"""Where a page of the list ends, as it stands in an address."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Place:
    """After this moment the next page begins."""

    at: datetime
    uid: str


def cursor_of(order: tuple[datetime, str]) -> str:
    at, uid = order
    return f"{at.isoformat()}~{uid}"


def place_after(cursor: str) -> Place | None:
    """The place that a cursor names; None for what is no cursor of ours."""
    written, _, uid = cursor.partition("~")
    try:
        at = datetime.fromisoformat(written)
    except ValueError:
        return None
    in_reach = at.tzinfo is not None and 2000 <= at.year <= 2100
    return Place(at, uid) if in_reach and uid else None
