"""What each room puts into the world of `tests/cast.py`, by the same actions that people use.

A module has one function, `furnish(world)`; what a test wants to point at goes into `world.things`.
"""

from importlib import import_module
from importlib.util import find_spec
from typing import Any

# From the ground up: a room may use what the rooms before it put there.
ROOMS = (
    "themes",
    "profiles",
    "entrance",
    "circles",
    "calendar",
    "notifications",
    "posts",
    "questions",
    "remarks",
    "moderation",
    "search",
    "instruments",
    "pulses",
    "commitments",
    "agreements",
    "dilemmas",
    "meetings",
    "attendance",
    "boards",
    "reports",
    "dossier",
    "week",
)


def furnish(world: Any) -> None:
    for room in ROOMS:
        if find_spec(f"tests.furnishing.{room}"):
            import_module(f"tests.furnishing.{room}").furnish(world)
