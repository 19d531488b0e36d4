"""A remark of the professional on a post for everyone, and on one for their circle."""

from typing import Any

from leerkring.foundation.remarks.actions import remark_on
from leerkring.foundation.remarks.registry import remarkable


def furnish(world: Any) -> None:
    entry = remarkable("posts.post")
    assert entry
    for name, post in (("public", "openbaar"), ("circle", "kring")):
        world.things[f"remarks {name}"] = remark_on(
            world.things[f"posts {post}"],
            entry,
            text="Wij doen dit al een jaar.",
            by=world.people["professional"],
        )
