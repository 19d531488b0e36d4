"""Who gets what at the addresses of remarks."""

from typing import Any

ROWS = """\
GET  remarks:add                          no post        404  404  404  404  404  404  404  404  in
POST remarks:add                          no post        404  404  404  404  404  404  404  404  in
GET  remarks:edit                         no remark      404  404  404  404  404  404  404  404  in
POST remarks:removal                      no remark      404  404  404  404  404  404  404  404  in
POST remarks:thanks                       no post        404  404  404  404  404  404  404  404  in
"""
BODIES: dict[str, dict[str, Any]] = {"remarks:add": {"text": "Mooi."}}


def addresses(world: Any) -> dict[str, dict[str, Any]]:
    return {
        "no post": {"about": "posts.post", "about_id": "987654321"},
        "no remark": {"pk": 987654321},
    }
