"""Who gets what at the addresses of `practice/meetings`. The coordinator organises them all; the
facilitator chairs the one of the closed circle, in which the professional and the adviser are."""

from typing import Any

ROWS = """\
GET  meetings:list                        -              200  200  200  200  200  200  200  200  200
GET  meetings:choose                      -              200  404  404  200  200  404  404  404  in
GET  meetings:new                         m form         200  404  404  200  200  404  404  404  in
GET  meetings:new                         m no form      404  404  404  404  404  404  404  404  in
POST meetings:new                         m form         422  404  404  422  302  404  404  404  in
GET  meeting                              meeting held   200  200  200  200  200  200  200  200  in
GET  meeting                              meeting draft  404  404  404  404  200  404  404  404  in
GET  meeting                              meeting open   200  200  200  200  200  200  200  200  200
GET  meeting                              meeting circle 200  404  404  200  200  200  404  404  in
GET  meeting                              meeting off    200  200  200  200  200  200  200  200  in
GET  meeting                              meeting wrong  301  301  301  301  301  301  301  301  301
GET  meetings:edit                        meeting circle 404  404  404  404  200  404  404  404  in
POST meetings:edit                        meeting circle 404  404  404  404  302  404  404  404  in
GET  meetings:practical                   meeting circle 404  404  404  404  200  404  404  404  in
POST meetings:practical                   meeting circle 404  404  404  404  302  404  404  404  in
GET  meetings:cancellation                meeting circle 404  404  404  404  200  404  404  404  in
POST meetings:cancellation                meeting circle 404  404  404  404  302  404  404  404  in
GET  meetings:edit                        meeting draft  404  404  404  404  200  404  404  404  in
POST meetings:announcement                meeting draft  404  404  404  404  302  404  404  404  in
GET  meetings:announcement                meeting draft  405  405  405  405  405  405  405  405  in
POST meetings:announcement                meeting held   404  404  404  404  302  404  404  404  in
GET  meetings:copy                        meeting circle 200  404  404  200  200  404  404  404  in
POST meetings:copy                        meeting circle 302  404  404  302  302  404  404  404  in
GET  meetings:programme                   meeting circle 404  404  404  200  200  404  404  404  in
GET  meetings:programme                   meeting draft  404  404  404  404  200  404  404  404  in
GET  meetings:block_new                   meeting circle 404  404  404  404  200  404  404  404  in
POST meetings:block_new                   meeting circle 404  404  404  404  302  404  404  404  in
POST meetings:agenda                      meeting circle 404  404  404  404  302  404  404  404  in
GET  meetings:block                       m block        404  404  404  404  200  404  404  404  in
POST meetings:block                       m block        404  404  404  404  302  404  404  404  in
GET  meetings:block                       m stray block  404  404  404  404  404  404  404  404  in
POST meetings:block_place                 m block        404  404  404  404  302  404  404  404  in
POST meetings:block_length                m block        404  404  404  404  302  404  404  404  in
POST meetings:block_end                   m block        404  404  404  404  302  404  404  404  in
POST meetings:block_end                   m stray block  404  404  404  404  404  404  404  404  in
GET  meetings:block_end                   m block        405  405  405  405  405  405  405  405  in
GET  meetings:strand_new                  m block        404  404  404  404  200  404  404  404  in
POST meetings:strand_new                  m block        404  404  404  404  302  404  404  404  in
GET  meetings:strand                      m strand       404  404  404  404  200  404  404  404  in
POST meetings:strand                      m strand       404  404  404  404  302  404  404  404  in
GET  meetings:strand                      m stray strand 404  404  404  404  404  404  404  404  in
POST meetings:strand_end                  m strand       404  404  404  404  302  404  404  404  in
GET  meetings:people                      meeting circle 404  404  404  200  200  404  404  404  in
POST meetings:people                      meeting circle 404  404  404  404  302  404  404  404  in
POST meetings:role_end                    m role         404  404  404  404  302  404  404  404  in
POST meetings:role_end                    m stray role   404  404  404  404  404  404  404  404  in
GET  meetings:material                    meeting circle 404  404  404  200  200  404  404  404  in
POST meetings:material                    meeting circle 404  404  404  404  302  404  404  404  in
POST meetings:material_end                m material     404  404  404  404  302  404  404  404  in
GET  meetings:file                        m file         200  200  200  200  200  200  200  200  200
GET  meetings:file                        m captions     404  404  404  404  404  404  404  404  404
GET  meetings:file                        m stray file   404  404  404  404  404  404  404  404  in
GET  meetings:questions                   meeting circle 200  404  404  200  200  200  404  404  in
GET  meetings:questions                   meeting open   200  200  200  200  200  200  200  200  200
GET  meetings:questions                   meeting draft  404  404  404  404  200  404  404  404  in
POST meetings:question_new                meeting circle 302  404  404  302  302  302  404  404  in
POST meetings:question_new                meeting open   302  302  302  302  302  302  302  302  in
POST meetings:question_new                meeting off    404  404  404  404  404  404  404  404  in
POST meetings:question_block              m question     404  404  404  302  302  404  404  404  in
POST meetings:question_answer             m question     404  404  404  302  302  404  404  404  in
POST meetings:question_end                m question     302  404  404  404  404  404  404  404  in
GET  meetings:day                         meeting circle 404  404  404  200  200  404  404  404  in
POST meetings:day_length                  m block        404  404  404  302  302  404  404  404  in
POST meetings:day_length                  m stray block  404  404  404  404  404  404  404  404  in
GET  meetings:tryouts                     meeting circle 404  404  404  200  200  404  404  404  in
POST meetings:tryouts                     meeting circle 404  404  404  302  302  404  404  404  in
GET  meetings:tryout                      m run          404  404  404  200  200  404  404  404  in
POST meetings:tryout                      m run          404  404  404  302  302  404  404  404  in
GET  meetings:tryout                      m stray run    404  404  404  404  404  404  404  404  in
POST meetings:takeover                    m run          404  404  404  302  302  404  404  404  in
"""
MEETINGS = ("held", "draft", "circle", "open", "off")


def addresses(world: Any) -> dict[str, dict[str, Any]]:
    things = world.things
    own, other = at(things["meetings circle"]), at(things["meetings open"])
    block, run = {"block_id": things["meetings block"].pk}, {"run_id": things["meetings run"].pk}
    strand = {"strand_id": things["meetings strand"].pk}
    role = {"role_id": things["meetings chair"].pk}
    file = {"material_id": things["meetings file"].pk}
    return {
        **{f"meeting {key}": at(things[f"meetings {key}"]) for key in MEETINGS},
        "meeting wrong": {**other, "slug": "anders"},
        "m form": {"code": "introductie"},
        "m no form": {"code": "bestaat-niet"},
        "m block": {**own, **block},
        "m stray block": {**other, **block},
        "m strand": {**own, **strand},
        "m stray strand": {**other, **strand},
        "m role": {**own, **role},
        "m stray role": {**other, **role},
        "m material": {**own, "material_id": things["meetings material"].pk},
        "m file": {**other, **file, "part": "bestand"},
        "m captions": {**other, **file, "part": "ondertitels"},
        "m stray file": {**own, **file, "part": "bestand"},
        "m question": {**own, "question_id": things["meetings question"].pk},
        "m run": {**own, **run},
        "m stray run": {**other, **run},
    }


def at(meeting: Any) -> dict[str, Any]:
    return {"pk": meeting.pk, "slug": meeting.slug}


PLAN = {
    "title": "Werkmiddag",
    "purpose": "",
    "circle": "",
    "audience": "signed-in",
    "day": "2100-10-14",
    "begins": "13:30",
    "until": "17:00",
    "zone": "Europe/Amsterdam",
}
BLOCK = {"title": "Samen lezen", "kind": "together", "minutes": "30", "steps": "5 min. Lees."}
STRAND = {"title": "Wijk Noord", "room": "Zaal 1"}
BODIES: dict[str, dict[str, Any]] = {
    "meetings:new": PLAN,
    "meetings:edit": {**PLAN, "audience": "invited"},  # questions were brought: not wider
    "meetings:copy": PLAN,
    "meetings:practical": {"place": "Bibliotheek", "guests_each": "0"},
    "meetings:cancellation": {"reason": "De zaal staat blank."},
    "meetings:block_new": BLOCK,
    "meetings:block": BLOCK,
    "meetings:block_place": {"kant": "neer"},
    "meetings:block_length": {"minuten": "5"},
    "meetings:strand_new": STRAND,
    "meetings:strand": STRAND,
    "meetings:people": {"kind": "speaker", "email": "wouter@leerkring.example"},
    "meetings:material": {"title": "Lijst", "link": "https://voorbeeld.nl/lijst"},
    "meetings:question_new": {"text": "Wie begint?"},
    "meetings:question_block": {"blok": ""},
    "meetings:question_answer": {"text": "Wij."},
    "meetings:day_length": {"minuten": "5"},
    "meetings:tryouts": {"kind": "simulated", "people": "24"},
}
