"""Who gets what at the addresses of `practice/dilemmas`: the professional put them; the facilitator
guides the circle and told something; the coordinator owns it and moderates; the adviser is a guest.
"""

from typing import Any

ROWS = """\
GET  dilemmas:list                        -              200  200  200  200  200  200  200  200  200
GET  dilemmas:new                         -              200  200  200  200  200  200  200  200  in
POST dilemmas:new                         -              302  302  302  302  302  302  302  302  in
GET  dilemmas:show                        dilemma circle 200  404  404  200  200  200  404  404  in
GET  dilemmas:show                        dilemma open   200  200  200  200  200  200  200  200  200
GET  dilemmas:show                        dilemma closed 200  200  200  200  200  200  200  200  200
GET  dilemmas:edit                        dilemma no circ200  404  404  404  404  404  404  404  in
POST dilemmas:edit                        dilemma no open302  404  404  404  404  404  404  404  in
POST dilemmas:telling                     dilemma no circ302  404  404  302  302  404  404  404  in
POST dilemmas:telling                     dilemma no open302  302  302  302  302  302  302  302  in
GET  dilemmas:outing                      dilemma no circ200  404  404  200  200  404  404  404  in
POST dilemmas:outing                      dilemma no open302  404  404  404  302  404  404  404  in
GET  dilemmas:closing                     dilemma no open200  404  404  404  200  404  404  404  in
POST dilemmas:closing                     dilemma no circ302  404  404  302  302  404  404  404  in
POST dilemmas:opening                     dilemma no done302  404  404  404  302  404  404  404  in
GET  dilemmas:opening                     dilemma no done405  405  405  405  405  405  405  405  in
GET  dilemmas:retraction                  dilemma no circ200  404  404  200  200  404  404  404  in
POST dilemmas:retraction                  dilemma no open302  404  404  404  302  404  404  404  in
GET  dilemmas:experience_retraction       dilemma told   404  404  404  200  200  404  404  404  in
POST dilemmas:experience_retraction       dilemma told   404  404  404  302  302  404  404  404  in
"""


def addresses(world: Any) -> dict[str, dict[str, Any]]:
    things = world.things
    rows = {name: things[f"dilemmas {name}"] for name in ("circle", "open", "closed")}
    return {
        **{f"dilemma {name}": {"pk": row.pk, "slug": row.slug} for name, row in rows.items()},
        "dilemma no circ": {"pk": rows["circle"].pk},
        "dilemma no open": {"pk": rows["open"].pk},
        "dilemma no done": {"pk": rows["closed"].pk},
        "dilemma told": {"pk": things["dilemmas told"].pk},
    }


SAID = {"title": "Wachten of doen", "one_side": "Wachten.", "other_side": "Doen."}
BODIES: dict[str, dict[str, Any]] = {
    "dilemmas:new": {**SAID, "audience": "openbaar"},
    "dilemmas:edit": {**SAID, "audience": "openbaar"},
    "dilemmas:telling": {"text": "Wij deden het samen."},
    "dilemmas:outing": {"at": "2026-11-02", "note": "Op de visiedag."},
    "dilemmas:closing": {"learnt": "Vraag het eerst."},
}
