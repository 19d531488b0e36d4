"""The coordinator asked to change the remark that everyone reads; the team mate flagged it."""

from typing import Any

from leerkring.foundation.moderation.actions import explain, flag
from leerkring.foundation.moderation.registry import flaggable


def furnish(world: Any) -> None:
    entry = flaggable("remarks.remark")
    assert entry
    remark = world.things["remarks public"]
    world.things["moderation ruling"] = explain(
        remark, why="Zeg liever niet hoe lang.", by=world.people["coordinator"], outcome="aangepast"
    )
    flag(remark, entry, reason="privacy", text="", by=world.people["team_mate"])
