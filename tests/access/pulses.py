"""Who gets what at the addresses of `practice/pulses`.

Behind a link everybody is the same. The facilitator of the cast leads «own» and «led», of which the
first is the team of the professional and the team mate; the coordinator leads them all.
Both guide the circle, of which the professional is a member and the adviser a guest.
"""

from typing import Any

ROWS = """\
GET  pulses:answer                        pulse link open200  200  200  200  200  200  200  200  200
POST pulses:answer                        pulse link open302  302  302  302  302  302  302  302  302
GET  pulses:answer                        pulse link wait200  200  200  200  200  200  200  200  200
GET  pulses:answer                        pulse link done410  410  410  410  410  410  410  410  410
POST pulses:answer                        pulse link done410  410  410  410  410  410  410  410  410
GET  pulses:answer                        pulse no link  404  404  404  404  404  404  404  404  404
GET  pulses:thanks                        pulse link open200  200  200  200  200  200  200  200  200
GET  pulses:ask                           pulse ask      404  404  404  200  200  404  404  404  in
POST pulses:ask                           pulse ask      404  404  404  302  302  404  404  404  in
GET  pulses:ask                           pulse ask other404  404  404  404  200  404  404  404  in
GET  pulses:ask                           pulse ask odd  404  404  404  404  404  404  404  404  in
GET  pulses:ask                           pulse ask group404  404  404  200  200  404  404  404  in
POST pulses:ask                           pulse ask group404  404  404  302  302  404  404  404  in
GET  pulses:show                          pulse group    200  404  404  200  200  200  404  404  in
GET  pulses:show                          pulse closed   200  200  404  200  200  404  404  404  in
GET  pulses:show                          pulse waiting  200  200  404  200  200  404  404  404  in
GET  pulses:show                          pulse open     404  404  404  200  200  404  404  404  in
GET  pulses:screen                        pulse open     404  404  404  200  200  404  404  404  in
GET  pulses:screen                        pulse closed   200  200  404  200  200  404  404  404  in
POST pulses:closing                       pulse open     404  404  404  302  302  404  404  404  in
GET  pulses:closing                       pulse open     405  405  405  405  405  405  405  405  in
POST pulses:closing                       pulse waiting  404  404  404  302  302  404  404  404  in
POST pulses:removal                       pulse waiting  404  404  404  302  302  404  404  404  in
POST pulses:removal                       pulse open     404  404  404  302  302  404  404  404  in
POST pulses:reply                         pulse closed   404  404  404  302  302  404  404  404  in
POST pulses:reply                         pulse open     404  404  404  404  404  404  404  404  in
POST pulses:themes                        pulse closed   404  404  404  302  302  404  404  404  in
POST pulses:themes                        pulse open     404  404  404  404  404  404  404  404  in
POST pulses:theme_replies                 pulse closed   404  404  404  302  302  404  404  404  in
POST pulses:theme_replies                 pulse open     404  404  404  404  404  404  404  404  in
"""


def addresses(world: Any) -> dict[str, dict[str, Any]]:
    things = world.things
    closed, waiting = things["pulses closed"], things["pulses waiting"]
    circle = things["pulses circle"]
    opened, other = things["pulses open"], things["pulses before"]
    return {
        "pulse link open": {"code": opened.code},
        "pulse link wait": {"code": waiting.code},
        "pulse link done": {"code": closed.code},
        "pulse no link": {"code": "2222222222"},
        "pulse ask": {"about": "sessie", "pk": opened.about_id, "kind": "effect"},
        "pulse ask other": {"about": "sessie", "pk": other.pk, "kind": "effect"},
        "pulse ask odd": {"about": "sessie", "pk": opened.about_id, "kind": "anders"},
        "pulse ask group": {"about": "groep", "pk": circle.about_id, "kind": "terugblik"},
        "pulse group": {"pk": circle.pk},
        "pulse closed": {"pk": closed.pk},
        "pulse waiting": {"pk": waiting.pk},
        "pulse open": {"pk": opened.pk},
    }


BODIES: dict[str, dict[str, Any]] = {
    "pulses:answer": {"mark": "een", "OPBRENGST": "4"},
    "pulses:ask": {"places": "12"},
    "pulses:reply": {"text": "We passen het aan."},
}
