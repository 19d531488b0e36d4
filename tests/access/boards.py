"""Who gets what at the addresses of `practice/boards`.

Behind six letters everybody is the same. The facilitator of the cast leads the session of «own»,
the coordinator organises the meeting; nobody leads the other's. Of two strands the facilitator
leads the one that has a board, the professional the other; the coordinator organises both.
"""

from typing import Any
from uuid import UUID

from leerkring.practice.boards.views.gate import screen_address

ROWS = """\
GET  boards:join                          bord join      200  200  200  200  200  200  200  200  200
POST boards:join                          bord join      302  302  302  302  302  302  302  302  302
GET  boards:phone                         bord code open 200  200  200  200  200  200  200  200  200
GET  boards:phone                         bord code made 404  404  404  404  404  404  404  404  404
GET  boards:phone                         bord code shut 404  404  404  404  404  404  404  404  404
GET  boards:phone                         bord code none 404  404  404  404  404  404  404  404  404
GET  boards:state                         bord code open 404  404  404  404  404  404  404  404  404
POST boards:answer                        bord code open 404  404  404  404  404  404  404  404  404
GET  boards:claiming                      bord claim     404  404  404  404  404  404  404  404  404
POST boards:claiming                      bord claim     404  404  404  404  404  404  404  404  404
POST boards:answer                        bord code shut 404  404  404  404  404  404  404  404  404
GET  boards:make                          bord session   404  404  404  200  404  404  404  404  in
POST boards:make                          bord session   404  404  404  302  404  404  404  404  in
GET  boards:make                          bord meeting   404  404  404  404  200  404  404  404  in
GET  boards:make                          bord day       200  404  404  200  200  404  404  404  in
POST boards:make                          bord day       302  404  404  302  302  404  404  404  in
GET  boards:lead                          bord strand    404  404  404  200  200  404  404  404  in
GET  boards:export                        bord strand    404  404  404  200  200  404  404  404  in
GET  boards:moving                        bord strand    404  404  404  200  200  404  404  404  in
POST boards:moving                        bord strand    404  404  404  302  302  404  404  404  in
GET  boards:moving                        bord open      404  404  404  404  404  404  404  404  in
POST boards:opening                       bord strand    404  404  404  302  302  404  404  404  in
GET  boards:lead                          bord open      404  404  404  200  404  404  404  404  in
GET  boards:lead                          bord made      404  404  404  404  200  404  404  404  in
GET  boards:lead                          bord shut      404  404  404  404  200  404  404  404  in
GET  boards:lead_state                    bord open      404  404  404  200  404  404  404  404  in
GET  boards:screen                        bord open      404  404  404  200  404  404  404  404  in
GET  boards:screen_state                  bord open      404  404  404  200  404  404  404  404  in
GET  boards:sheets                        bord open      404  404  404  200  404  404  404  404  in
GET  boards:export                        bord open      404  404  404  200  404  404  404  404  in
GET  boards:figures                       bord made      404  404  404  404  200  404  404  404  in
POST boards:figures                       bord open      404  404  404  422  404  404  404  404  in
GET  boards:opening                       bord made      405  405  405  405  405  405  405  405  in
POST boards:opening                       bord made      404  404  404  404  302  404  404  404  in
POST boards:closing                       bord open      404  404  404  302  404  404  404  404  in
POST boards:welcome                       bord open      404  404  404  302  404  404  404  404  in
POST boards:add                           bord open      404  404  404  302  404  404  404  404  in
POST boards:ask                           bord question  404  404  404  302  404  404  404  404  in
POST boards:reveal                        bord question  404  404  404  302  404  404  404  404  in
POST boards:later                         bord question  404  404  404  302  404  404  404  404  in
POST boards:removal                       bord later     404  404  404  302  404  404  404  404  in
POST boards:themes                        bord question  404  404  404  302  404  404  404  404  in
POST boards:typing                        bord question  404  404  404  302  404  404  404  404  in
GET  boards:harvest                       bord question  404  404  404  200  404  404  404  404  in
POST boards:harvest                       bord question  404  404  404  302  404  404  404  404  in
POST boards:hide_word                     bord question  404  404  404  302  404  404  404  404  in
POST boards:shelf                         bord question  404  404  404  302  404  404  404  404  in
POST boards:from_shelf                    bord open      404  404  404  404  404  404  404  404  in
POST boards:look_back                     bord open      404  404  404  302  404  404  404  404  in
POST boards:own_figure                    bord open      404  404  404  302  404  404  404  404  in
POST boards:own_figure_removal            bord figure    404  404  404  404  404  404  404  404  in
GET  boards:watch                         bord screen    200  200  200  200  200  200  200  200  200
GET  boards:watch                         bord no screen 404  404  404  404  404  404  404  404  404
GET  boards:watch_state                   bord screen    200  200  200  200  200  200  200  200  200
GET  boards:commitments                   bord question  404  404  404  302  404  404  404  404  in
POST boards:commitments                   bord question  404  404  404  302  404  404  404  404  in
POST boards:hide                          bord card      404  404  404  302  404  404  404  404  in
POST boards:unhide                        bord card      404  404  404  302  404  404  404  404  in
"""


def addresses(world: Any) -> dict[str, dict[str, Any]]:
    things = world.things
    opened, made, closed = (things[f"boards {key}"] for key in ("open", "made", "closed"))
    aside = things["boards strand"]
    question, later = things["boards question"], things["boards later"]
    return {
        "bord join": {},
        "bord code open": {"code": opened.code},
        "bord code made": {"code": made.code},
        "bord code shut": {"code": closed.code},
        "bord code none": {"code": "zzzzzz"},
        "bord session": {"about": "sessie", "number": opened.session_id},
        "bord meeting": {"about": "bijeenkomst", "number": made.meeting_id},
        "bord day": {"about": "bijeenkomst", "number": aside.meeting_id},
        "bord strand": {"pk": aside.pk},
        "bord open": {"pk": opened.pk},
        "bord made": {"pk": made.pk},
        "bord shut": {"pk": closed.pk},
        "bord question": {"pk": opened.pk, "number": question.pk},
        "bord later": {"pk": opened.pk, "number": later.pk},
        "bord screen": {"code": opened.code, "seal": screen_address(opened).split("/")[3]},
        "bord no screen": {"code": opened.code, "seal": "a" * 12},
        "bord figure": {"pk": opened.pk, "figure": 1},
        "bord claim": {"code": opened.code, "card": UUID(int=77)},
        "bord card": {"pk": opened.pk, "card": UUID(int=77)},
    }


BODIES: dict[str, dict[str, Any]] = {
    "boards:join": {"code": "kartbx"},
    "boards:make": {"title": "Bord"},
    "boards:figures": {"area": "WK000000"},
    "boards:moving": {"title": "Bord"},
    "boards:add": {"kind": "open", "text": "En nu?"},
    "boards:themes": {"cards": [str(UUID(int=77))], "name": "Thuis"},
    "boards:typing": {"typing": str(UUID(int=5)), "lines": "Thee."},
    "boards:harvest": {"cards": [str(UUID(int=77))], "to": "wij-willen"},
    "boards:hide_word": {"word": "zonneklep", "reason": "Een naam."},
    "boards:own_figure": {
        "value": "12%",
        "name": "gezinnen",
        "definition": "Gezinnen met hulp.",
        "measured": "2025",
        "source": "De gemeente",
    },
    "boards:hide": {"reason": "Een naam."},
}
