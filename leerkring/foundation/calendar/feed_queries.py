"""The bytes of a feed: made once for as long as what they are made of stays the same.

What somebody may see is asked anew for every answer. Only when exactly the same came back under
the same name are bytes handed out that were made before. So nothing here can be older than what
the person may see, and it does not matter to whom the same was shown first.
"""

from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from hashlib import sha256
from threading import Lock

from django.core.cache import caches

from leerkring.foundation.calendar.ics import calendar_of
from leerkring.foundation.calendar.moments import Moment
from leerkring.foundation.calendar.queries import Seen, entries_in

MEMORY = "memory"  # of the caches in the settings: what is forgotten costs one more answer
KEPT = 30 * 24 * 3600  # seconds that we know which mark belongs to what
MOST_BYTES = 16_000_000  # in each process: some twenty-five feeds of a thousand dates


class Shelf:
    """Bytes by name, up to so many; what was not asked for the longest goes first."""

    def __init__(self, most: int) -> None:
        self.most, self.size, self.lock = most, 0, Lock()
        self.kept: OrderedDict[str, bytes] = OrderedDict()

    def get(self, name: str) -> bytes | None:
        with self.lock:
            if name in self.kept:
                self.kept.move_to_end(name)
            return self.kept.get(name)

    def put(self, name: str, body: bytes) -> None:
        with self.lock:
            self.size += len(body) - len(self.kept.pop(name, b""))
            self.kept[name] = body
            while self.size > self.most:
                self.size -= len(self.kept.popitem(last=False)[1])


_shelf = Shelf(MOST_BYTES)


@dataclass(frozen=True)
class Feed:
    """What a feed is made of: what one person may see now, from `start` on, under a name."""

    name: str
    site: str
    start: datetime
    seen: tuple[Seen, ...]
    circle: int | None = None

    @cached_property
    def stamp(self) -> str:
        """The same for the same feed only: a digest of all that its bytes are made of."""
        told = [(one.source.kind, one.source.rows.__module__, _values(one)) for one in self.seen]
        every = (self.name, self.site, self.start, self.circle, told)
        return sha256(repr(every).encode("utf-8", "surrogatepass")).hexdigest()

    def mark(self) -> str:
        """Which bytes it has, without making them if that was done before."""
        remembered = caches[MEMORY]
        found = remembered.get(f"calendar-mark:{self.stamp}")
        if found is None:
            found = sha256(self.body()).hexdigest()[:32]
            remembered.set(f"calendar-mark:{self.stamp}", found, KEPT)
        return str(found)

    def body(self) -> bytes:
        body = _shelf.get(self.stamp)
        if body is None:
            found = entries_in(self.seen, self.start, circle=self.circle)
            moments = [entry.moment for entry in found]
            body = calendar_of(moments, name=self.name, site=self.site)
            _shelf.put(self.stamp, body)
        return body


def _values(seen: Seen) -> list[Moment | tuple[object, ...]]:
    """Its rows, if these are plain values: what a row of a model says of itself is not all of it.

    Raises TypeError.
    """
    rows = list(seen.rows)
    if not all(isinstance(row, tuple | Moment) for row in rows):
        raise TypeError(f"{seen.source.kind}: a feed is made of moments, or of tuples of values")
    return rows
