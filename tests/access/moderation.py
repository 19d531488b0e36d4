"""Who gets what at the addresses of moderation."""

from typing import Any

ROWS = """\
GET  moderation:own                       -              200  200  200  200  200  200  200  200  in
GET  moderation:queue                     -              200  200  200  200  200  200  200  200  in
GET  moderation:flag                      nothing        404  404  404  404  404  404  404  404  in
POST moderation:flag                      nothing        404  404  404  404  404  404  404  404  in
GET  moderation:case                      nothing        404  404  404  404  404  404  404  404  in
POST moderation:case                      nothing        404  404  404  404  404  404  404  404  in
"""
BODIES: dict[str, dict[str, Any]] = {"moderation:flag": {"reason": "privacy"}}


def addresses(world: Any) -> dict[str, dict[str, Any]]:
    return {"nothing": {"about": "remarks.remark", "about_id": "987654321"}}
