"""Where a page of hits begins: after which rank, moment and number."""

from leerkring.foundation.design.page_queries import Place

Start = tuple[int, Place | None]
BEGINNING: Start = (0, None)
RANKS = "0123456789"


def written(rank: int, place: Place | None) -> str:
    """As it stands in an address."""
    return f"{rank}~{place}" if place else str(rank)


def read_start(after: str | None) -> Start:
    """Where a page begins; at the beginning when the address was tampered with."""
    rank, _, place = (after or "").partition("~")
    if len(rank) != 1 or rank not in RANKS:
        return BEGINNING
    return int(rank), Place.read(place)
