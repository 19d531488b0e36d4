"""Who gets what at the addresses of `exchange/posts`. The professional wrote all of it but
what was left, in the circle that somebody of another team was taken out of; the team mate is in
the same circle; the coordinator moderates."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from tests.furnishing.profiles import a_face

ROWS = """\
GET  posts:list                           blogs          200  200  200  200  200  200  200  200  200
GET  posts:list                           examples       200  200  200  200  200  200  200  200  200
GET  posts:list                           pins           200  200  200  200  200  200  200  200  200
GET  posts:feed                           blogs          200  200  200  200  200  200  200  200  200
GET  posts:new                            blogs          200  200  200  200  200  200  200  200  in
POST posts:new                            blogs          302  302  302  302  302  302  302  302  in
GET  posts:show                           p open         200  200  200  200  200  200  200  200  200
GET  posts:show                           p wrong slug   301  301  301  301  301  301  301  301  301
GET  posts:show                           p in           200  200  200  200  200  200  200  200  in
GET  posts:show                           p circle       200  200  404  404  404  404  404  404  in
GET  posts:show                           p left         200  200  404  404  404  404  404  404  in
GET  posts:show                           p draft        404  404  404  404  404  404  404  404  in
GET  posts:show                           p taken back   404  404  404  404  404  404  404  404  in
GET  posts:show                           p example      200  200  200  200  200  200  200  200  200
GET  posts:show                           p review       404  404  404  404  404  404  404  404  in
GET  posts:show                           p pin          200  200  200  200  200  200  200  200  in
GET  posts:file                           f open         200  200  200  200  200  200  200  200  200
GET  posts:file                           f in           200  200  200  200  200  200  200  200  in
GET  posts:file                           f circle       200  200  404  404  404  404  404  404  in
GET  posts:file                           f left         200  200  200  404  404  404  404  404  in
GET  posts:file                           f draft        200  404  404  404  404  404  404  404  in
GET  posts:file                           f taken back   200  404  404  404  404  404  404  404  in
GET  posts:file                           f review       200  404  404  404  200  404  404  404  in
GET  posts:file                           f stray        404  404  404  404  404  404  404  404  in
GET  posts:trial                          w example      404  200  200  200  200  200  200  200  in
POST posts:trial                          w example      404  302  302  302  302  302  302  302  in
POST posts:trial                          w open         404  404  404  404  404  404  404  404  in
GET  posts:trial_change                   t example      404  200  404  404  404  404  404  404  in
POST posts:trial_change                   t example      404  302  404  404  404  404  404  404  in
POST posts:trial_end                      t example      404  302  404  404  404  404  404  404  in
GET  posts:trial_end                      t example      404  200  404  404  404  404  404  404  in
GET  posts:versions                       w open         200  404  404  404  200  404  404  404  in
GET  posts:versions                       w circle       200  404  404  404  404  404  404  404  in
GET  posts:versions                       w draft        200  404  404  404  404  404  404  404  in
GET  posts:redaction                      w open         200  404  404  404  200  404  404  404  in
POST posts:redaction                      w open         302  404  404  404  302  404  404  404  in
GET  posts:redaction                      w circle       200  404  404  404  404  404  404  404  in
POST posts:redaction                      w circle       302  404  404  404  404  404  404  404  in
GET  posts:retraction                     w open         200  404  404  404  200  404  404  404  in
POST posts:retraction                     w open         302  404  404  404  302  404  404  404  in
GET  posts:versions                       w left         200  404  200  404  404  404  404  404  in
GET  posts:redaction                      w left         200  404  200  404  404  404  404  404  in
GET  posts:desk                           w left         404  404  200  404  404  404  404  404  in
GET  posts:retraction                     w left         200  404  200  404  404  404  404  404  in
POST posts:retraction                     w left         302  404  302  404  404  404  404  404  in
GET  posts:retraction                     w taken back   404  404  404  404  404  404  404  404  in
GET  posts:mine                           -              200  200  200  200  200  200  200  200  in
GET  posts:desk                           w open         200  404  404  404  404  404  404  404  in
GET  posts:desk                           w draft        200  404  404  404  404  404  404  404  in
POST posts:desk                           w draft        302  404  404  404  404  404  404  404  in
GET  posts:desk                           w taken back   404  404  404  404  404  404  404  404  in
GET  posts:desk                           w review       200  404  404  404  404  404  404  404  in
GET  posts:publication                    w draft        200  404  404  404  404  404  404  404  in
POST posts:publication                    w draft        302  404  404  404  404  404  404  404  in
POST posts:publication                    w open         422  404  404  404  404  404  404  404  in
POST posts:taking_back                    w review       302  404  404  404  404  404  404  404  in
GET  posts:taking_back                    w review       405  405  405  405  405  405  405  405  in
POST posts:throwing_away                  w draft        302  404  404  404  404  404  404  404  in
POST posts:still_current                  w open         302  404  404  404  404  404  404  404  in
POST posts:still_current                  w draft        404  404  404  404  404  404  404  404  in
POST posts:solved                         w pin          302  404  404  404  404  404  404  404  in
POST posts:solved                         w open         404  404  404  404  404  404  404  404  in
GET  posts:reviews                        -              404  404  404  404  200  404  404  404  in
GET  posts:review                         w review       404  404  404  404  200  404  404  404  in
POST posts:review                         w review       404  404  404  404  302  404  404  404  in
GET  posts:review                         w draft        404  404  404  404  404  404  404  404  in
"""
NAMES = {
    "open": "openbaar",
    "in": "ingelogd",
    "circle": "kring",
    "draft": "concept",
    "taken back": "ingetrokken",
    "example": "voorbeeld",
    "review": "redactie",
    "pin": "prikbord",
    "left": "verlaten",
}


def addresses(world: Any) -> dict[str, dict[str, Any]]:
    posts = {name: world.things[f"posts {key}"] for name, key in NAMES.items()}
    files = {name: post.attachments.get().file_id for name, post in posts.items()}
    pages = {
        f"p {name}": {"kind": post.what.slug, "pk": post.pk, "slug": post.slug or "stuk"}
        for name, post in posts.items()
    }
    return {
        "blogs": {"kind": "blogs"},
        "examples": {"kind": "praktijkvoorbeelden"},
        "pins": {"kind": "prikbord"},
        **pages,
        "p wrong slug": {**pages["p open"], "slug": "anders"},
        **{f"w {name}": {"pk": post.pk} for name, post in posts.items()},
        **{f"f {name}": {"pk": posts[name].pk, "file_id": pk} for name, pk in files.items()},
        "t example": {"pk": world.things["posts trial"].pk},
        "f stray": {"pk": posts["open"].pk, "file_id": files["circle"]},
    }


BODIES: dict[str, dict[str, Any]] = {
    "posts:new": {"title": "Op de stoep"},
    "posts:desk": {
        "title": "Op de stoep",
        "base": "1",
        "audience": "openbaar",
        "tekst": "Dag.",
        "picture": lambda: SimpleUploadedFile("f.png", a_face().read()),
        "picture_alt": "Een bruin vlak.",
    },
    "posts:publication": {
        "base": "1",
        "title": "Een stuk: concept",
        "tekst": "<p>Wij dronken koffie op de stoep.</p>",
    },
    "posts:redaction": {"passage": "koffie", "why": "Dat mocht niet."},
    "posts:retraction": {"reason": "Klopt niet meer."},
    "posts:review": {"remark": "Wat leverde het op?"},
    "posts:trial": {"where": "Zuid", "outcome": "deels", "came_of_it": "Meer koffie."},
    "posts:trial_change": {"where": "Zuid", "outcome": "werkte", "came_of_it": "Nog meer koffie."},
}
