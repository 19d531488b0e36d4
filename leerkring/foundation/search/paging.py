"""Where a page of hits begins: after which rank, moment and number."""

from datetime import UTC, datetime, timedelta

Place = tuple[datetime, int]
Start = tuple[int, Place | None]
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def written(rank: int, place: Place | None) -> str:
    """As it stands in an address."""
    if place is None:
        return str(rank)
    return f"{rank}.{(place[0] - EPOCH) // timedelta(microseconds=1)}.{place[1]}"


def read_start(after: str | None) -> Start:
    """Where a page begins; at the beginning when the address was tampered with."""
    try:
        rank, *place = (int(part) for part in (after or "0").split("."))
        if not place:
            return max(rank, 0), None
        moment, number = place
        return max(rank, 0), (EPOCH + timedelta(microseconds=moment), min(number, 2**62))
    except (ValueError, OverflowError):
        return 0, None
