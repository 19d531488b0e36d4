"""What is new on the platform, for one person: what is theirs to read, the newest first."""

from dataclasses import dataclass
from typing import Any

from leerkring.exchange.posts.kinds import KINDS
from leerkring.foundation.search.hit_queries import Hit
from leerkring.foundation.search.newest_queries import newest_found
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
    return News(*newest_found(person, kinds=TOLD, themes=followed_by(person), size=MOST))
