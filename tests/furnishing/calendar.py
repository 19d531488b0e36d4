"""The professional has a feed of their own; its address is known here and nowhere else."""

from typing import Any

from leerkring.foundation.calendar.models import FeedKey


def furnish(world: Any) -> None:
    world.things["calendar token"] = FeedKey.objects.renew(world.people["professional"])
