"""Who gets to see what was told of a programme: only who coordinates it, once it has results."""

from typing import Any

ROWS = """\
GET  programmes:told                      programme      404  404  404  404  200  404  404  404  in
GET  programmes:told                      waiting        404  404  404  404  404  404  404  404  in
GET  programmes:told                      asking         404  404  404  404  404  404  404  404  in
POST programmes:told                      programme      405  405  405  405  405  405  405  405  405
"""


def addresses(world: Any) -> dict[str, dict[str, Any]]:
    """The programmes are those of `tests/access_table.py`."""
    return {}


BODIES: dict[str, dict[str, Any]] = {}
