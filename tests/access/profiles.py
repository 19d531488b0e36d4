"""Who gets what at the addresses of `network/profiles`."""

from typing import Any

from leerkring.network.people.slugs import slug_of

ROWS = """\
GET  profiles:list                        -              200  200  200  200  200  200  200  200  200
GET  profiles:show                        person open    200  200  200  200  200  200  200  200  200
GET  profiles:show                        person in      200  200  200  200  200  200  200  200  in
GET  profiles:show                        person hidden  404  404  404  404  404  404  200  404  in
GET  profiles:show                        person without 404  404  404  404  404  404  404  404  in
GET  profiles:show                        other slug     301  301  301  301  301  301  301  301  301
GET  profiles:show                        hidden slug    404  404  404  404  404  404  301  404  in
GET  profiles:photo                       person open    200  200  200  200  200  200  200  200  200
GET  profiles:photo                       face in        200  200  200  200  200  200  200  200  in
GET  profiles:photo                       person in      404  404  404  404  404  404  404  404  in
GET  profiles:photo                       person hidden  404  404  404  404  404  404  404  404  in
GET  profiles:own                         -              200  200  200  200  200  200  200  200  in
POST profiles:own                         -              302  302  302  302  302  302  302  302  in
GET  profiles:preview                     -              405  405  405  405  405  405  405  405  in
POST profiles:preview                     -              200  200  200  200  200  200  200  200  in
GET  profiles:employer                    -              200  200  200  200  200  302  200  302  in
POST profiles:employer                    -              422  422  422  422  422  302  422  302  in
"""


def addresses(world: Any) -> dict[str, dict[str, Any]]:
    people = world.people

    def page(key: str) -> dict[str, Any]:
        return {"person_id": people[key].pk, "slug": slug_of(people[key].name)}

    return {
        "person open": page("facilitator"),
        "person in": page("professional"),
        "person hidden": page("manager"),
        "person without": page("outsider"),
        "face in": page("coordinator"),
        "other slug": {**page("facilitator"), "slug": "iemand-anders"},
        "hidden slug": {**page("manager"), "slug": "iemand-anders"},
    }


_SEEN = ("name", "photo", "organisation", "position", "sector", "region", "sentence")
_REACHES = {f"{name}_seen": "2" for name in (*_SEEN, "expertise", "themes", "email")}

BODIES: dict[str, dict[str, Any]] = {
    "profiles:own": {"name": "Nieuwe Naam", "questions_a_month": "2", **_REACHES},
    "profiles:preview": {"name": "Nieuwe Naam", "questions_a_month": "2", **_REACHES},
    # a day to come is refused, whatever rooms above let people hand over
    "profiles:employer": {"organisation": "Ergens anders", "since": "2999-01-01"},
}
