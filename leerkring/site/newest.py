"""What is new on the platform, for one person: what is theirs to read, the newest first."""

from dataclasses import dataclass
from typing import Any

from leerkring.exchange.posts.kinds import KINDS
from leerkring.foundation.search.queries import Hit, newest_found
from leerkring.network.circles.queries import circle_ids_of
from leerkring.network.themes.queries import followed_by

# What people tell each other; not who they are, nor what circles there are.
TOLD = (*(kind.slug for kind in KINDS), "vraag")
MOST = 6


@dataclass(frozen=True)
class News:
    """`own`: in this person's circles and themes; `others`: what else is new."""

    own: tuple[Hit, ...]
    others: tuple[Hit, ...]


def news_for(person: Any) -> News:
    """A visitor has no circles and themes, and finds all under `others`."""
    themes, circles = followed_by(person), circle_ids_of(person)
    own: tuple[Hit, ...] = ()
    if themes or circles:
        own = newest_found(person, kinds=TOLD, themes=themes, circles=circles, size=MOST)
    known = {hit.url for hit in own}
    found = newest_found(person, kinds=TOLD, size=MOST + len(own))
    return News(own, tuple(hit for hit in found if hit.url not in known)[:MOST])
