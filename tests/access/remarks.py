"""Who gets what at the addresses of remarks. The remark is the professional's, on a post of theirs
for their circle; the coordinator moderates, and the facilitator leads no circle of theirs.
"""

from typing import Any

ROWS = """\
GET  remarks:add                          r post         200  200  200  200  200  200  200  200  in
POST remarks:add                          r post         302  302  302  302  302  302  302  302  in
GET  remarks:add                          r circle       200  200  404  404  404  404  404  404  in
POST remarks:add                          r circle       302  302  404  404  404  404  404  404  in
POST remarks:add                          r none         404  404  404  404  404  404  404  404  in
GET  remarks:add                          r paper        200  200  200  200  200  200  200  200  in
POST remarks:add                          r paper        302  302  302  302  302  302  302  302  in
GET  remarks:add                          r team paper   404  404  200  404  200  404  404  404  in
POST remarks:add                          r team paper   404  404  302  404  302  404  404  404  in
POST remarks:thanks                       r team paper   404  404  302  404  302  404  404  404  in
GET  remarks:add                          r report       200  200  200  200  200  200  200  200  in
POST remarks:add                          r report       302  302  302  302  302  302  302  302  in
GET  remarks:add                          r no report    404  404  404  404  404  404  404  404  in
GET  remarks:edit                         r remark       200  403  404  404  404  404  404  404  in
POST remarks:edit                         r remark       302  403  404  404  404  404  404  404  in
POST remarks:removal                      r remark       302  403  404  404  404  404  404  404  in
POST remarks:removal                      r no remark    404  404  404  404  404  404  404  404  in
GET  remarks:removal                      r public       200  403  403  403  200  403  403  403  in
POST remarks:removal                      r public       302  403  403  403  302  403  403  403  in
GET  remarks:left                         -              200  200  200  200  200  200  200  200  in
POST remarks:thanks                       r post         302  302  302  302  302  302  302  302  in
POST remarks:thanks                       r circle       302  302  404  404  404  404  404  404  in
"""
BODIES: dict[str, dict[str, Any]] = {
    "remarks:add": {"text": "Mooi."},
    "remarks:edit": {"text": "Mooier."},
    "remarks:removal": {"why": "Hier staat een adres in."},
}


def addresses(world: Any) -> dict[str, dict[str, Any]]:
    def post(name: str) -> dict[str, Any]:
        return {"about": "posts.post", "about_id": str(world.things[f"posts {name}"].pk)}

    def paper(name: str) -> dict[str, Any]:
        return {"about": "newspapers.publication", "about_id": str(world.papers[name].pk)}

    def report(name: str) -> dict[str, Any]:
        return {"about": "reports.report", "about_id": str(world.things[f"reports {name}"].pk)}

    return {
        "r post": post("openbaar"),
        "r circle": post("kring"),
        "r paper": paper("own"),
        "r team paper": paper("theirs"),
        "r report": report("out"),
        "r no report": report("begun"),
        "r none": {"about": "posts.post", "about_id": "987654321"},
        "r remark": {"pk": world.things["remarks circle"].pk},
        "r public": {"pk": world.things["remarks public"].pk},
        "r no remark": {"pk": 987654321},
    }
