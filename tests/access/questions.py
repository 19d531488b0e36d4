"""Who gets what at the addresses of `exchange/questions`. The team mate asks, the professional
guides the circle, the facilitator answers, the adviser is asked, the coordinator moderates."""

from typing import Any
from uuid import UUID

ROWS = """\
GET  questions:list                       -              200  200  200  200  200  200  200  200  200
GET  questions:feed                       -              200  200  200  200  200  200  200  200  200
GET  questions:ask                        -              200  200  200  200  200  200  200  200  in
POST questions:ask                        -              302  302  302  302  302  302  302  302  in
POST questions:similar                    -              200  200  200  200  200  200  200  200  in
GET  questions:show                       q open         200  200  200  200  200  200  200  200  200
GET  questions:show                       q wrong slug   301  301  301  301  301  301  301  301  301
GET  questions:show                       q in           200  200  200  200  200  200  200  200  in
GET  questions:show                       q circle       200  200  404  404  404  404  404  404  in
GET  questions:show                       q left         200  200  404  404  404  404  404  404  in
GET  questions:show                       q gone         404  404  404  404  404  404  404  404  in
GET  questions:show                       q done         200  200  200  200  200  200  200  200  200
GET  questions:show                       q closed       200  200  200  200  200  200  200  200  200
GET  questions:show                       q behalf       200  200  404  404  404  404  404  404  in
POST questions:answer                     n open         302  302  302  302  302  302  302  302  in
POST questions:answer                     n circle       302  302  404  404  404  404  404  404  in
POST questions:answer                     n gone         404  404  404  404  404  404  404  404  in
POST questions:answer                     n closed       403  403  403  403  403  403  403  403  in
GET  questions:edit                       n open         404  200  404  404  404  404  404  404  in
POST questions:edit                       n open         404  302  404  404  404  404  404  404  in
GET  questions:edit                       n circle       404  200  404  404  404  404  404  404  in
GET  questions:edit                       n behalf       200  404  404  404  404  404  404  404  in
POST questions:acceptance                 n open         404  302  404  404  404  404  404  404  in
POST questions:acceptance                 n circle       404  302  404  404  404  404  404  404  in
POST questions:acceptance                 n behalf       404  404  404  404  404  404  404  404  in
POST questions:closing                    n open         404  302  404  404  404  404  404  404  in
POST questions:closing                    n done         404  404  404  404  404  404  404  404  in
GET  questions:outcome                    n done         404  200  404  404  404  404  404  404  in
POST questions:outcome                    n done         404  302  404  404  404  404  404  404  in
GET  questions:outcome                    n open         404  404  404  404  404  404  404  404  in
GET  questions:retraction                 n open         404  200  404  404  200  404  404  404  in
POST questions:retraction                 n open         404  302  404  404  302  404  404  404  in
GET  questions:retraction                 n circle       200  200  404  404  404  404  404  404  in
GET  questions:edit                       n left         404  404  404  404  404  404  404  404  in
POST questions:acceptance                 n left         404  404  404  404  404  404  404  404  in
POST questions:closing                    n left         404  404  404  404  404  404  404  404  in
GET  questions:retraction                 n left         200  404  200  404  404  404  404  404  in
POST questions:retraction                 n left         302  404  302  404  404  404  404  404  in
GET  questions:edit_answer                a left         404  404  404  404  404  404  404  404  in
GET  questions:answer_retraction          a left         200  404  200  404  404  404  404  404  in
POST questions:answer_retraction          a left         302  404  302  404  404  404  404  404  in
GET  questions:edit_answer                a open         404  404  404  200  404  404  404  404  in
POST questions:edit_answer                a open         404  404  404  302  404  404  404  404  in
GET  questions:edit_answer                a circle       200  404  404  404  404  404  404  404  in
GET  questions:answer_retraction          a open         404  404  404  200  200  404  404  404  in
POST questions:answer_retraction          a open         404  404  404  302  302  404  404  404  in
GET  questions:answer_retraction          a circle       200  404  404  404  404  404  404  404  in
GET  questions:routed                     -              200  200  200  200  200  200  200  200  in
GET  questions:passing                    q appeal       404  404  404  404  404  200  404  404  in
POST questions:passing                    q appeal       404  404  404  404  404  302  404  404  in
GET  questions:putting                    n circle       404  404  404  404  404  404  404  404  in
GET  questions:putting                    n stuck        200  404  404  404  404  404  404  404  in
POST questions:putting                    n stuck        422  404  404  404  404  404  404  404  in
GET  questions:reading                    q draft        404  404  404  404  200  404  404  404  in
POST questions:reading                    q draft        404  404  404  404  302  404  404  404  in
GET  questions:hand_over                  -              200  200  200  200  200  200  200  200  in
POST questions:hand_over                  -              200  422  200  200  200  200  200  200  in
GET  questions:key                        -              200  200  200  200  200  200  200  200  200
POST questions:key                        -              422  422  422  422  422  422  422  422  422
POST questions:key_words                  -              422  422  422  422  422  422  422  422  422
POST questions:key_taking_back            -              422  422  422  422  422  422  422  422  422
POST questions:key_moderators             -              422  422  422  422  422  422  422  422  422
POST questions:key_word                   -              422  422  422  422  422  422  422  422  422
POST questions:key_acceptance             -              422  422  422  422  422  422  422  422  422
POST questions:key_closing                -              422  422  422  422  422  422  422  422  422
POST questions:key_outcome                -              422  422  422  422  422  422  422  422  422
GET  questions:key_word                   -              405  405  405  405  405  405  405  405  405
GET  questions:handovers                  -              200  200  200  200  200  200  200  200  in
GET  questions:handover                   h open         404  404  404  404  200  404  404  404  in
POST questions:handover                   h open         404  404  404  404  302  404  404  404  in
GET  questions:handover                   h circle       200  404  404  404  404  404  404  404  in
POST questions:handover                   h circle       302  404  404  404  404  404  404  404  in
GET  questions:handover                   h none         404  404  404  404  404  404  404  404  in
POST questions:sending_back               h circle       302  404  404  404  404  404  404  404  in
GET  questions:word                       h word         200  404  404  404  404  404  404  404  in
POST questions:word                       h word         302  404  404  404  404  404  404  404  in
"""
NAMES = ("open", "in", "circle", "gone", "done", "closed", "behalf", "stuck", "left")


def addresses(world: Any) -> dict[str, dict[str, Any]]:
    things = world.things
    rows = {name: things[f"questions {name}"] for name in NAMES}
    pages = {f"q {name}": {"pk": row.pk, "slug": row.slug} for name, row in rows.items()}
    return {
        **pages,
        "q wrong slug": {**pages["q open"], "slug": "anders"},
        **{f"n {name}": {"pk": row.pk} for name, row in rows.items()},
        "a open": {"pk": things["questions open answer"].pk},
        "a left": {"pk": things["questions left answer"].pk},
        "a circle": {"pk": things["questions circle answer"].pk},
        "q appeal": {"pk": things["questions appeal"].pk},
        "q draft": {"pk": things["questions draft"].pk},
        "h open": {"pk": things["questions handover"].pk},
        "h circle": {"pk": things["questions circle handover"].pk},
        "h word": {"pk": things["questions word"].pk},
        "h none": {"pk": UUID(int=7)},
    }


QUESTION = {"title": "Wie belt de school?", "text": "", "audience": "openbaar", "circle": ""}
BODIES: dict[str, dict[str, Any]] = {
    "questions:ask": {**QUESTION, "anders": "1"},
    "questions:similar": {"title": "Hoe begin je een gesprek"},
    "questions:answer": {"text": "Begin met luisteren."},
    "questions:edit": QUESTION,
    "questions:putting": {"person": "987654321"},
    "questions:retraction": {"why": "Er staat een naam in."},
    "questions:answer_retraction": {"why": "Er staat een naam in."},
    "questions:acceptance": {"terug": "1"},
    "questions:outcome": {"worked": "ja", "text": "Het gesprek duurde een uur."},
    "questions:edit_answer": {"text": "Begin met thee."},
    "questions:passing": {"reply": "liever niet"},
    "questions:reading": {"akkoord": "1"},
    "questions:hand_over": {"title": "Mag ik dit vragen?", "text": "", "circle": ""},
    "questions:handover": {**QUESTION, "audience": "ingelogd"},
    "questions:sending_back": {"remark": "Zonder de naam van de straat."},
    "questions:word": {"text": "Dank je wel."},
}
