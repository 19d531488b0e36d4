"""Who gets what at the addresses of `practice/meetings`. The coordinator organises them all."""

from typing import Any

ROWS = """\
GET  meeting                              meeting held   200  200  200  200  200  200  200  200  in
GET  meeting                              meeting draft  404  404  404  404  200  404  404  404  in
"""


def addresses(world: Any) -> dict[str, dict[str, Any]]:
    return {f"meeting {key}": at(world.things[f"meetings {key}"]) for key in ("held", "draft")}


def at(meeting: Any) -> dict[str, Any]:
    return {"pk": meeting.pk, "slug": meeting.slug}


BODIES: dict[str, dict[str, Any]] = {}
