"""Who gets what at the addresses of `network/themes`."""

from typing import Any

ROWS = """\
GET  themes:list                          -              200  200  200  200  200  200  200  200  200
GET  themes:show                          theme          200  200  200  200  200  200  200  200  200
GET  themes:show                          old theme      301  301  301  301  301  301  301  301  301
GET  themes:show                          no theme       404  404  404  404  404  404  404  404  404
POST themes:follow                        theme          302  302  302  302  302  302  302  302  in
POST themes:follow                        no theme       404  404  404  404  404  404  404  404  in
GET  themes:follow                        theme          405  405  405  405  405  405  405  405  405
POST themes:unfollow                      theme          302  302  302  302  302  302  302  302  in
GET  themes:desk                          -              404  404  404  404  200  404  404  404  in
GET  themes:new                           -              404  404  404  404  200  404  404  404  in
POST themes:new                           -              404  404  404  404  302  404  404  404  in
GET  themes:edit                          theme number   404  404  404  404  200  404  404  404  in
POST themes:edit                          theme number   404  404  404  404  302  404  404  404  in
GET  themes:merge                         theme number   404  404  404  404  200  404  404  404  in
POST themes:merge                         theme number   404  404  404  404  422  404  404  404  in
"""


def addresses(world: Any) -> dict[str, dict[str, Any]]:
    theme = world.things["themes school"]
    return {
        "theme": {"slug": theme.slug},
        "old theme": {"slug": "schooluitval"},
        "no theme": {"slug": "bestaat-niet"},
        "theme number": {"pk": theme.pk},
    }


BODIES: dict[str, dict[str, Any]] = {
    "themes:new": {"name": "Preventie"},
    "themes:edit": {"name": "Thuis zitten", "synonyms": "Verzuim"},
    "themes:merge": {},
}
