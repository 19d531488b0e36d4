"""Who gets what at the addresses of `practice/agreements`: the person of the other team promises,
the manager receives, and «shared» is for who is in the circle to read along."""

from typing import Any

ROWS = """\
GET  agreements:list                      -              200  200  200  200  200  200  200  200  in
GET  agreements:new                       -              200  200  200  200  200  200  200  200  in
POST agreements:new                       -              200  200  200  200  200  200  200  200  in
GET  agreements:show                      deal closed    404  404  200  404  404  404  200  404  in
GET  agreements:show                      deal asked     404  404  200  404  404  404  200  404  in
GET  agreements:show                      deal apart     404  404  200  404  404  404  200  404  in
GET  agreements:show                      deal shared    200  404  200  200  200  200  200  404  in
GET  agreements:confirmation              deal asked     404  404  200  404  404  404  404  404  in
POST agreements:confirmation              deal asked     404  404  302  404  404  404  404  404  in
GET  agreements:ending                    deal closed    404  404  200  404  404  404  200  404  in
POST agreements:ending                    deal shared    404  404  302  404  404  404  302  404  in
GET  agreements:contact                   deal shared    404  404  200  404  404  404  200  404  in
POST agreements:contact                   deal closed    404  404  422  404  404  404  422  404  in
GET  agreements:judging                   deal due       404  404  404  404  404  404  200  404  in
POST agreements:judging                   deal due       404  404  404  404  404  404  302  404  in
GET  agreements:judging                   deal closed    404  404  404  404  404  404  302  404  in
GET  agreements:reply                     deal score     404  404  302  404  404  404  404  404  in
GET  agreements:reply                     deal no score  404  404  404  404  404  404  404  404  in
GET  agreements:settlement                deal score     404  404  404  404  404  404  200  404  in
POST agreements:settlement                deal score     404  404  404  404  404  404  302  404  in
"""


def addresses(world: Any) -> dict[str, dict[str, Any]]:
    names = ("closed", "shared", "asked", "due", "apart")
    apart = world.things["agreements apart"].pk
    return {
        **{f"deal {name}": {"pk": world.things[f"agreements {name}"].pk} for name in names},
        "deal score": {"pk": apart, "week": 6},
        "deal no score": {"pk": apart, "week": 12},
    }


BODIES: dict[str, dict[str, Any]] = {
    "agreements:confirmation": {"text": ""},
    "agreements:ending": {"text": "Niet meer nodig."},
    "agreements:judging": {"kept": "na", "sentence": "Het ging goed."},
    "agreements:settlement": {"text": "Wij bellen op maandag."},
}
