"""Who gets what at the page on which somebody says what they know about."""

from typing import Any

ROWS = """\
GET  answering:knowledge                  door           410  410  410  410  410  410  410  410  410
POST answering:knowledge                  door           410  410  410  410  410  410  410  410  410
GET  answering:knowledge                  no door        404  404  404  404  404  404  404  404  404
POST answering:knowledge                  no door        404  404  404  404  404  404  404  404  404
"""


def addresses(world: Any) -> dict[str, dict[str, Any]]:
    """The doors are those of `tests/access_table.py`."""
    return {}


BODIES: dict[str, dict[str, Any]] = {"answering:knowledge": {"school": "3"}}
