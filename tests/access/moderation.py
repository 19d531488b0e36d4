"""Who gets what at the addresses of moderation."""

from typing import Any

ROWS = """\
GET  moderation:own                       -              200  200  200  200  200  200  200  200  in
GET  moderation:queue                     -              200  200  200  200  200  200  200  200  in
GET  moderation:flag                      m remark       200  200  200  200  200  200  200  200  in
POST moderation:flag                      m remark       302  302  302  302  302  302  302  302  in
GET  moderation:flag                      m circle       200  200  404  404  404  404  404  404  in
POST moderation:flag                      m nothing      404  404  404  404  404  404  404  404  in
GET  moderation:flag                      m no kind      404  404  404  404  404  404  404  404  in
GET  moderation:case                      m remark       404  404  404  404  200  404  404  404  in
POST moderation:case                      m remark       404  404  404  404  302  404  404  404  in
GET  moderation:redaction                 m remark       404  404  404  404  200  404  404  404  in
POST moderation:redaction                 m remark       404  404  404  404  302  404  404  404  in
GET  moderation:redaction                 m nothing      404  404  404  404  404  404  404  404  in
GET  moderation:ruling                    m ruling       200  404  404  404  404  404  404  404  in
GET  moderation:case                      m circle       404  404  404  404  404  404  404  404  in
GET  moderation:redaction                 m circle       404  404  404  404  404  404  404  404  in
POST moderation:redaction                 m circle       404  404  404  404  404  404  404  404  in
GET  moderation:redaction                 m members      404  404  404  200  200  404  404  404  in
POST moderation:redaction                 m members      404  404  404  302  302  404  404  404  in
GET  moderation:redaction                 m secret       404  404  404  404  404  404  404  404  in
POST moderation:redaction                 m secret       404  404  404  404  404  404  404  404  in
GET  moderation:redaction                 m apart        404  404  404  404  404  404  404  404  in
POST moderation:redaction                 m apart        404  404  404  404  404  404  404  404  in
GET  moderation:flag                      m paper        200  200  200  200  200  200  200  200  in
POST moderation:flag                      m paper        302  302  302  302  302  302  302  302  in
GET  moderation:flag                      m team paper   404  404  200  404  200  404  404  404  in
POST moderation:flag                      m team paper   404  404  302  404  302  404  404  404  in
GET  moderation:case                      m team paper   404  404  404  404  200  404  404  404  in
POST moderation:case                      m team paper   404  404  404  404  302  404  404  404  in
GET  moderation:redaction                 m paper        404  404  404  404  200  404  404  404  in
POST moderation:redaction                 m paper        404  404  404  404  422  404  404  404  in
GET  moderation:flag                      m profile      200  200  200  200  200  200  200  200  in
POST moderation:flag                      m profile      302  302  302  302  302  302  302  302  in
GET  moderation:flag                      m hidden face  404  404  404  404  404  404  200  404  in
GET  moderation:redaction                 m profile      404  404  404  404  200  404  404  404  in
POST moderation:redaction                 m profile      404  404  404  404  422  404  404  404  in
GET  moderation:redaction                 m hidden face  404  404  404  404  404  404  404  404  in
GET  moderation:flag                      m deal         404  404  200  404  404  404  200  404  in
POST moderation:flag                      m deal         404  404  302  404  404  404  302  404  in
GET  moderation:redaction                 m deal         404  404  404  404  404  404  404  404  in
GET  moderation:flag                      m shared deal  200  404  200  200  200  200  200  404  in
GET  moderation:redaction                 m shared deal  404  404  404  200  200  404  404  404  in
GET  moderation:redaction                 m rules        404  404  404  404  404  404  404  404  in
"""
BODIES: dict[str, dict[str, Any]] = {
    "moderation:flag": {"reason": "privacy"},
    "moderation:case": {"outcome": "weg", "message": "Dank je.", "to_writer": "Er stond een naam."},
    "moderation:redaction": {"passage": "al een jaar", "why": "Er stond een naam.", "zeker": "ja"},
}


def addresses(world: Any) -> dict[str, dict[str, Any]]:
    def remark(name: str) -> dict[str, Any]:
        return {"about": "remarks.remark", "about_id": str(world.things[f"remarks {name}"].pk)}

    def question(name: str) -> dict[str, Any]:
        row = world.things[f"moderation {name}"]
        return {"about": "questions.question", "about_id": str(row.pk)}

    def thing(about: str, name: str) -> dict[str, Any]:
        return {"about": about, "about_id": str(world.things[name].pk)}

    def paper(name: str) -> dict[str, Any]:
        return {"about": "newspapers.publication", "about_id": str(world.papers[name].pk)}

    return {
        **{f"m {name}": question(name) for name in ("members", "secret", "apart")},
        "m rules": {"about": "circles.circle", "about_id": str(world.things["circles apart"].pk)},
        "m paper": paper("own"),
        "m team paper": paper("theirs"),
        "m profile": thing("profiles.profile", "profiles: professional"),
        "m hidden face": thing("profiles.profile", "profiles: manager"),
        "m deal": thing("agreements.agreement", "agreements closed"),
        "m shared deal": thing("agreements.agreement", "agreements shared"),
        "m remark": remark("public"),
        "m circle": remark("circle"),
        "m nothing": {"about": "remarks.remark", "about_id": "987654321"},
        "m ruling": {"pk": world.things["moderation ruling"].pk},
        "m no kind": {"about": "people.person", "about_id": "1"},
    }
