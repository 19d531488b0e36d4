"""The team mate flagged the remark that everyone reads: it waits for the coordinator."""

from typing import Any

from leerkring.foundation.moderation.actions import flag
from leerkring.foundation.moderation.registry import flaggable


def furnish(world: Any) -> None:
    entry = flaggable("remarks.remark")
    assert entry
    remark = world.things["remarks public"]
    flag(remark, entry, reason="privacy", text="", by=world.people["team_mate"])
