"""Who gets what at the addresses of `network/circles`; who is in them stands in furnishing."""

from typing import Any

from leerkring.network.circles.models import Circle

ROWS = """\
GET  circles:list                         -              200  200  200  200  200  200  200  200  200
GET  circles:new                          -              200  200  200  200  200  200  200  200  in
POST circles:new                          -              200  200  200  200  200  200  200  200  in
GET  circles:show                         circle open    200  200  200  200  200  200  200  200  200
GET  circles:show                         circle in      200  200  200  200  200  200  200  200  in
GET  circles:show                         circle members 200  200  200  200  200  200  200  200  in
GET  circles:show                         circle hidden  200  404  200  200  200  200  404  404  in
GET  circles:show                         circle none    404  404  404  404  404  404  404  404  in
GET  circles:show                         circle elsewise301  301  301  301  301  301  301  301  301
GET  circles:show                         circle turned  301  404  301  301  301  301  404  404  in
GET  circles:people                       circle open    200  200  200  200  200  200  200  200  in
GET  circles:people                       circle in      200  200  200  200  200  200  200  200  in
GET  circles:people                       circle members 200  404  404  200  200  200  404  404  in
GET  circles:people                       circle hidden  200  404  404  200  200  200  404  404  in
GET  circles:settings                     circle open    404  404  404  404  200  404  404  404  in
POST circles:settings                     circle open    404  404  404  404  302  404  404  404  in
GET  circles:settings                     circle members 404  404  404  404  200  404  404  404  in
GET  circles:settings                     circle hidden  404  404  404  404  200  404  404  404  in
POST circles:closing                      circle open    404  404  404  404  302  404  404  404  in
GET  circles:closing                      circle open    405  405  405  405  405  405  405  405  in
POST circles:closing                      circle hidden  404  404  404  404  302  404  404  404  in
POST circles:reopening                    circle hidden  404  404  404  404  302  404  404  404  in
GET  circles:join                         circle open    302  200  200  302  302  302  200  200  in
POST circles:join                         circle open    302  302  302  302  302  302  302  302  in
GET  circles:join                         circle in      302  200  200  302  302  302  200  200  in
POST circles:join                         circle in      302  302  302  302  302  302  302  302  in
GET  circles:join                         circle members 302  302  200  302  302  302  200  200  in
GET  circles:join                         circle hidden  302  404  200  302  302  302  404  404  in
POST circles:join                         circle hidden  302  404  302  302  302  302  404  404  in
POST circles:decline                      circle hidden  404  404  302  404  404  404  404  404  in
POST circles:decline                      circle open    404  404  404  404  404  404  404  404  in
POST circles:loudness                     circle members 302  404  404  302  302  302  404  404  in
POST circles:loudness                     circle hidden  302  404  404  302  302  302  404  404  in
POST circles:loudness                     circle open    302  404  404  302  302  302  404  404  in
GET  circles:leave                        circle members 200  404  404  200  200  200  404  404  in
POST circles:leave                        circle members 302  404  404  302  302  302  404  404  in
GET  circles:leave                        circle hidden  200  404  404  200  200  200  404  404  in
POST circles:role                         circle member  404  404  404  404  302  404  404  404  in
POST circles:role                         circle stranger404  404  404  404  404  404  404  404  in
POST circles:membership_end               circle member  404  404  404  302  302  404  404  404  in
POST circles:membership_end               circle owner   404  404  404  404  302  404  404  404  in
POST circles:membership_end               circle stranger404  404  404  404  404  404  404  404  in
GET  circles:requests                     circle members 404  404  404  200  200  404  404  404  in
GET  circles:requests                     circle hidden  404  404  404  200  200  404  404  404  in
POST circles:decision                     circle request 404  404  404  302  302  404  404  404  in
POST circles:decision                     circle strayreq404  404  404  404  404  404  404  404  in
GET  circles:invitations                  circle open    404  404  404  200  200  404  404  404  in
GET  circles:invitations                  circle hidden  404  404  404  200  200  404  404  404  in
POST circles:invite                       circle open    404  404  404  302  302  404  404  404  in
POST circles:invitation_end               circle invitee 404  404  404  302  302  404  404  404  in
POST circles:invitation_end               circle strayinv404  404  404  404  404  404  404  404  in
POST circles:doorway_new                  circle hidden  404  404  404  302  302  404  404  404  in
POST circles:doorway_end                  circle link    404  404  404  302  302  404  404  404  in
POST circles:doorway_end                  circle straylnk404  404  404  404  404  404  404  404  in
GET  circles:doorway                      circle doorway 302  200  200  302  302  302  200  200  in
POST circles:doorway                      circle doorway 302  302  302  302  302  302  302  302  in
GET  circles:doorway                      circle no door 404  404  404  404  404  404  404  404  in
GET  circles:show                         circle apart   200  200  200  200  200  200  200  200  in
GET  circles:people                       circle apart   404  404  404  200  404  404  404  404  in
GET  circles:show                         circle secret  404  404  404  200  404  404  404  404  in
GET  circles:people                       circle secret  404  404  404  200  404  404  404  404  in
GET  circles:settings                     circle secret  404  404  404  200  404  404  404  404  in
POST circles:closing                      circle secret  404  404  404  302  404  404  404  404  in
GET  circles:inspection                   circle number  404  404  404  404  200  404  404  404  in
POST circles:inspection                   circle number  404  404  404  404  302  404  404  404  in
GET  circles:inspection                   secret number  404  404  404  404  200  404  404  404  in
POST circles:inspection                   secret number  404  404  404  404  302  404  404  404  in
GET  circles:inspection                   own number     404  404  404  404  404  404  404  404  in
GET  circles:unguided                     -              404  404  404  404  200  404  404  404  in
GET  circles:takeover                     own number     404  404  404  404  404  404  404  404  in
GET  circles:takeover                     left number    404  404  404  404  200  404  404  404  in
POST circles:takeover                     left number    404  404  404  404  302  404  404  404  in
"""


def addresses(world: Any) -> dict[str, dict[str, Any]]:
    things = world.things
    keys = ("open", "in", "members", "hidden", "apart", "secret")
    circles = {key: things[f"circles {key}"] for key in keys}
    at = {f"circle {key}": at_circle(circle) for key, circle in circles.items()}
    ways = {
        "request": {"request_id": things["circles request"].pk},
        "invitation": {"invitation_id": things["circles hidden invitation"].pk},
        "member": {"membership_id": seat_of(circles["hidden"], world.people["professional"])},
        "owner": {"membership_id": seat_of(circles["hidden"], world.people["coordinator"])},
        "doorway": {"doorway_id": things["circles doorway"].pk},
    }
    hidden, elsewhere = at["circle hidden"], at["circle open"]
    return {
        **at,
        "circle none": {"pk": 987654321, "slug": "bestaat-niet"},
        "circle elsewise": {**elsewhere, "slug": "anders"},
        "circle turned": {**hidden, "slug": "anders"},
        "circle member": hidden | ways["member"],
        "circle owner": hidden | ways["owner"],
        "circle stranger": elsewhere | ways["member"],
        "circle request": at["circle members"] | ways["request"],
        "circle strayreq": elsewhere | ways["request"],
        "circle invitee": hidden | ways["invitation"],
        "circle strayinv": elsewhere | ways["invitation"],
        "circle link": hidden | ways["doorway"],
        "circle straylnk": elsewhere | ways["doorway"],
        "circle doorway": {"token": things["circles doorway"].token},
        "circle no door": {"token": "bestaat-niet"},
        "circle number": {"pk": circles["apart"].pk},
        "secret number": {"pk": circles["secret"].pk},
        "own number": {"pk": circles["members"].pk},
        "left number": {"pk": things["circles left"].pk},
    }


def at_circle(circle: Circle) -> dict[str, Any]:
    return {"pk": circle.pk, "slug": circle.slug}


def seat_of(circle: Circle, person: Any) -> int:
    return int(circle.memberships.running().get(person=person).pk)


BODIES: dict[str, dict[str, Any]] = {
    "circles:settings": {
        "name": "Wachttijd",
        "purpose": "Samen wachten.",
        "joining": "vrij",
        "visibility": "openbaar",
    },
    "circles:role": {"role": "guest"},
    "circles:decision": {"granted": "nee"},
    "circles:loudness": {"loudness": "stil"},
    "circles:inspection": {"reason": "Er is een melding."},
    "circles:takeover": {"reason": "Wie haar begeleidde, is weg."},
}
