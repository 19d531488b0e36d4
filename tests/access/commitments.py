"""Who gets what at the addresses of `practice/commitments`."""

from typing import Any

ROWS = """\
GET  commitments:list                     -              200  200  200  200  200  200  200  200  in
GET  commitments:new                      -              200  200  200  200  200  200  200  200  in
POST commitments:new                      -              302  302  302  302  302  302  302  302  in
GET  commitments:show                     promise own    200  404  404  404  404  404  404  404  in
GET  commitments:show                     promise circle 200  404  404  200  200  200  404  404  in
GET  commitments:show                     promise open   200  200  200  200  200  200  200  200  200
GET  commitments:show                     promise over   200  200  200  200  200  200  200  200  200
GET  commitments:show                     promise team   200  200  404  200  404  404  404  404  in
GET  commitments:show                     promise house  200  404  404  404  404  404  404  404  in
GET  commitments:looking_back             promise circle 200  404  404  404  404  404  404  404  in
POST commitments:looking_back             promise open   302  404  404  404  404  404  404  404  in
POST commitments:looking_back             promise team   302  302  404  302  404  404  404  404  in
GET  commitments:looking_back             promise over   302  404  404  404  404  404  404  404  in
GET  commitments:edit                     promise team   200  200  404  200  404  404  404  404  in
POST commitments:edit                     promise own    302  404  404  404  404  404  404  404  in
GET  commitments:edit                     promise over   302  404  404  404  404  404  404  404  in
GET  commitments:removal                  promise house  200  404  404  404  404  404  404  404  in
POST commitments:removal                  promise team   302  302  404  302  404  404  404  404  in
POST commitments:removal                  promise circle 302  404  404  404  404  404  404  404  in
"""


def addresses(world: Any) -> dict[str, dict[str, Any]]:
    names = ("own", "circle", "open", "team", "house", "over")
    return {f"promise {n}": {"pk": world.things[f"commitments {n}"].pk} for n in names}


BODIES: dict[str, dict[str, Any]] = {
    "commitments:new": {
        "text": "luister ik eerst",
        "owner": "ik",
        "look_back_on": "2028-01-04",
        "sight": "eigen",
    },
    "commitments:edit": {"text": "vraag ik door", "look_back_on": "2028-01-04", "sight": "eigen"},
    "commitments:looking_back": {"outcome": "gelukt"},
}
