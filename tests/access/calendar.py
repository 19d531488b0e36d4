"""Everyone has a calendar with what they may see. Feeds open by their address, whoever asks."""

from typing import Any

from tests.cast import World

ROWS = """\
GET  calendar:list                        -              200  200  200  200  200  200  200  200  200
POST calendar:list                        -              405  405  405  405  405  405  405  405  405
GET  calendar:month                       month          200  200  200  200  200  200  200  200  200
GET  calendar:month                       no month       404  404  404  404  404  404  404  404  404
GET  calendar:month                       far away       404  404  404  404  404  404  404  404  404
GET  calendar:subscribe                   -              200  200  200  200  200  200  200  200  in
POST calendar:subscribe                   -              302  302  302  302  302  302  302  302  in
GET  calendar:unsubscribe                 -              405  405  405  405  405  405  405  405  in
POST calendar:unsubscribe                 -              302  302  302  302  302  302  302  302  in
GET  calendar:public_feed                 -              200  200  200  200  200  200  200  200  200
POST calendar:public_feed                 -              405  405  405  405  405  405  405  405  405
GET  calendar:circle_feed                 feed open      200  200  200  200  200  200  200  200  200
GET  calendar:circle_feed                 feed in        404  404  404  404  404  404  404  404  404
GET  calendar:circle_feed                 feed members   404  404  404  404  404  404  404  404  404
GET  calendar:circle_feed                 feed hidden    404  404  404  404  404  404  404  404  404
GET  calendar:feed                        feed           200  200  200  200  200  200  200  200  200
GET  calendar:feed                        no feed        404  404  404  404  404  404  404  404  404
GET  calendar:own_circle_feed             own open       200  200  200  200  200  200  200  200  200
GET  calendar:own_circle_feed             own in         200  200  200  200  200  200  200  200  200
GET  calendar:own_circle_feed             own members    200  200  200  200  200  200  200  200  200
GET  calendar:own_circle_feed             own hidden     200  200  200  200  200  200  200  200  200
GET  calendar:own_circle_feed             own apart      404  404  404  404  404  404  404  404  404
GET  calendar:own_circle_feed             own secret     404  404  404  404  404  404  404  404  404
"""


def addresses(world: World) -> dict[str, dict[str, Any]]:
    token = {"token": world.things["calendar token"]}
    circles = {
        key: {"circle": world.things[f"circles {key}"].pk}
        for key in ("open", "in", "members", "hidden", "apart", "secret")
    }
    return {
        "month": {"year": 2026, "month": 10},
        "no month": {"year": 2026, "month": 13},
        "far away": {"year": 2101, "month": 1},
        "feed": token,
        "no feed": {"token": "A" * 32},
        **{f"feed {key}": circle for key, circle in circles.items()},
        **{f"own {key}": token | circle for key, circle in circles.items()},
    }


BODIES: dict[str, dict[str, Any]] = {}
