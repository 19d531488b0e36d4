"""Notices are for one person; the link to get no more mail is for who holds it."""

from typing import Any

from tests.cast import World

ROWS = """\
GET  notifications:list                   -              200  200  200  200  200  200  200  200  in
GET  notifications:settings               -              200  200  200  200  200  200  200  200  in
POST notifications:settings               -              422  422  422  422  422  422  422  422  in
GET  notifications:mail_again             -              405  405  405  405  405  405  405  405  in
POST notifications:mail_again             -              302  302  302  302  302  302  302  302  in
GET  notifications:notice                 my notice      302  404  404  404  404  404  404  404  in
GET  notifications:reading                my notice      405  405  405  405  405  405  405  405  in
POST notifications:reading                my notice      302  404  404  404  404  404  404  404  in
GET  notifications:reading_all            -              405  405  405  405  405  405  405  405  in
POST notifications:reading_all            -              302  302  302  302  302  302  302  302  in
GET  notifications:unsubscribe            unsubscribe    200  200  200  200  200  200  200  200  200
POST notifications:unsubscribe            unsubscribe    200  200  200  200  200  200  200  200  200
GET  notifications:unsubscribe            no unsubscribe 404  404  404  404  404  404  404  404  404
POST notifications:unsubscribe            no unsubscribe 404  404  404  404  404  404  404  404  404
GET  demo:post                            -              200  200  200  200  200  200  200  200  200
GET  demo:monday                          -              405  405  405  405  405  405  405  405  405
POST demo:monday                          -              302  302  302  302  302  302  302  302  302
GET  demo:postbox                         post box       200  200  200  200  200  200  200  200  200
GET  demo:postbox                         no post box    404  404  404  404  404  404  404  404  404
GET  demo:letter                          post letter    200  200  200  200  200  200  200  200  200
GET  demo:letter                          no post letter 404  404  404  404  404  404  404  404  404
GET  demo:letter_html                     post letter    200  200  200  200  200  200  200  200  200
GET  demo:letter_html                     no post letter 404  404  404  404  404  404  404  404  404
"""

BODIES: dict[str, dict[str, Any]] = {
    # A table without its rows is no choice: nothing is kept.
    "notifications:settings": {"site_tests.told": "on"},
    "notifications:unsubscribe": {"List-Unsubscribe": "One-Click"},
}


def addresses(world: World) -> dict[str, dict[str, Any]]:
    things = world.things
    letter = {"key": "professional", "name": things["notifications letter"]}
    return {
        "my notice": {"pk": things["notifications notice"].pk},
        "unsubscribe": {"token": things["notifications token"]},
        "no unsubscribe": {"token": "W10:geen"},
        "post box": {"key": "professional"},
        "no post box": {"key": "niemand"},
        "post letter": letter,
        "no post letter": letter | {"key": "manager"},
    }
