"""Who gets what at the addresses of `practice/attendance`. The coordinator leads both meetings.

What a link in a mail or a code at the door opens does not depend on who is signed in; except that
the code opens the desk, and that is for who leads the meeting.
"""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from django.utils import timezone

from leerkring.practice.attendance.link_queries import badge_path, reply_path
from leerkring.practice.attendance.table_link_queries import token_of
from leerkring.practice.meetings.models import Invitation, Meeting
from tests.access.meetings import at

ROWS = """\
GET  attendance:reply                     reply link     200  200  200  200  200  200  200  200  200
POST attendance:reply                     reply link     302  302  302  302  302  302  302  302  302
GET  attendance:reply                     reply draft    404  404  404  404  404  404  404  404  404
GET  attendance:reply                     reply no link  404  404  404  404  404  404  404  404  404
GET  attendance:badge                     badge code     404  404  404  404  200  404  404  404  in
GET  attendance:badge                     badge no code  404  404  404  404  404  404  404  404  in
GET  attendance:reply_here                coming held    200  200  200  200  200  200  200  200  in
POST attendance:reply_here                coming held    302  302  302  302  302  302  302  302  in
GET  attendance:reply_here                coming draft   404  404  404  404  404  404  404  404  in
GET  attendance:inviting                  coming held    404  404  404  404  200  404  404  404  in
GET  attendance:inviting                  coming draft   404  404  404  404  200  404  404  404  in
POST attendance:from_list                 coming held    404  404  404  404  302  404  404  404  in
POST attendance:from_circle               coming held    404  404  404  404  404  404  404  404  in
POST attendance:from_people               coming held    404  404  404  404  404  404  404  404  in
POST attendance:places                    coming held    404  404  404  404  302  404  404  404  in
POST attendance:take_off                  coming partner 404  404  404  404  302  404  404  404  in
POST attendance:take_off                  coming stray   404  404  404  404  404  404  404  404  in
POST attendance:mail_again                coming partner 404  404  404  404  302  404  404  404  in
POST attendance:mail_again                coming stray   404  404  404  404  404  404  404  404  in
GET  attendance:desk                      coming held    404  404  404  404  200  404  404  404  in
GET  attendance:desk_worker               coming held    404  404  404  404  200  404  404  404  in
GET  attendance:desk_worker               coming draft   404  404  404  404  200  404  404  404  in
POST attendance:tap                       coming held    404  404  404  404  302  404  404  404  in
POST attendance:walk_in                   coming held    404  404  404  404  302  404  404  404  in
GET  attendance:groups                    coming held    404  404  404  404  200  404  404  404  in
POST attendance:groups_make               coming held    404  404  404  404  302  404  404  404  in
POST attendance:groups_renew              coming held    404  404  404  404  302  404  404  404  in
POST attendance:groups_renew              coming draft   404  404  404  404  404  404  404  404  in
POST attendance:groups_show               coming held    404  404  404  404  302  404  404  404  in
POST attendance:group_wishes              coming held    404  404  404  404  422  404  404  404  in
POST attendance:group_wish_end            coming wish    404  404  404  404  302  404  404  404  in
GET  attendance:cards                     coming held    404  404  404  404  200  404  404  404  in
POST attendance:bring                     reply link     302  302  302  302  302  302  302  302  302
POST attendance:bring                     reply draft    404  404  404  404  404  404  404  404  404
POST attendance:bring_back                reply question 302  302  302  302  302  302  302  302  302
POST attendance:bring_back                reply stray    404  404  404  404  404  404  404  404  404
POST attendance:promise_make              reply link     302  302  302  302  302  302  302  302  302
POST attendance:promise_make              reply draft    404  404  404  404  404  404  404  404  404
GET  attendance:promise                   reply promise  200  200  200  200  200  200  200  200  200
POST attendance:promise                   reply promise  302  302  302  302  302  302  302  302  302
GET  attendance:promise                   reply another  404  404  404  404  404  404  404  404  404
POST attendance:promise_change            reply promise  302  302  302  302  302  302  302  302  302
POST attendance:promise_change            reply another  404  404  404  404  404  404  404  404  404
POST attendance:promise_end               reply promise  302  302  302  302  302  302  302  302  302
POST attendance:promise_end               reply another  404  404  404  404  404  404  404  404  404
GET  attendance:invited_file              reply file     200  200  200  200  200  200  200  200  200
GET  attendance:invited_file              reply nofile   404  404  404  404  404  404  404  404  404
GET  attendance:table_join                -              200  200  200  200  200  200  200  200  200
POST attendance:table_join                -              422  422  422  422  422  422  422  422  422
GET  attendance:table                     table one      200  200  200  200  200  200  200  200  200
GET  attendance:table                     table choose   200  200  200  200  200  200  200  200  200
GET  attendance:table                     table beyond   404  404  404  404  404  404  404  404  404
GET  attendance:table                     table no link  404  404  404  404  404  404  404  404  404
GET  attendance:table                     table draft    404  404  404  404  404  404  404  404  404
GET  attendance:table_state               table one      200  200  200  200  200  200  200  200  200
GET  attendance:table_state               table no link  404  404  404  404  404  404  404  404  404
POST attendance:table_line                table one      302  302  302  302  302  302  302  302  302
POST attendance:table_line                table no link  404  404  404  404  404  404  404  404  404
GET  attendance:table_line                table one      405  405  405  405  405  405  405  405  405
POST attendance:table_line_end            table line     302  302  302  302  302  302  302  302  302
POST attendance:table_line_end            table stray    404  404  404  404  404  404  404  404  404
GET  attendance:tables                    coming held    404  404  404  404  200  404  404  404  in
GET  attendance:tables                    coming draft   404  404  404  404  200  404  404  404  in
POST attendance:tables_make               coming held    404  404  404  404  302  404  404  404  in
POST attendance:tables_close              coming held    404  404  404  404  302  404  404  404  in
POST attendance:tables_close              coming draft   404  404  404  404  404  404  404  404  in
POST attendance:table_line_hide           coming line    404  404  404  404  302  404  404  404  in
POST attendance:table_line_hide           coming astray  404  404  404  404  404  404  404  404  in
GET  attendance:table_sheets              coming held    404  404  404  404  200  404  404  404  in
GET  attendance:table_sheets              coming draft   404  404  404  404  404  404  404  404  in
GET  attendance:cards                     coming draft   404  404  404  404  404  404  404  404  in
"""


def addresses(world: Any) -> dict[str, dict[str, Any]]:
    things = world.things
    held, draft = at(things["meetings held"]), at(things["meetings draft"])
    partner = things["attendance partner"]
    none = {"token": "niets.van-ons"}
    link = token(reply_path(partner.pk))
    line = {"line": things["attendance line"].pk}

    def table(meeting: Meeting, number: int) -> dict[str, Any]:
        return {"token": token_of(meeting.pk, number)}

    return {
        "table one": table(things["meetings held"], 1),
        "table choose": table(things["meetings held"], 0),
        "table beyond": table(things["meetings held"], 3),
        "table draft": table(things["meetings draft"], 1),
        "table no link": none,
        "table line": table(things["meetings held"], 1) | line,
        "table stray": table(things["meetings held"], 2) | line,
        "coming line": held | line,
        "coming astray": draft | line,
        "reply link": token(reply_path(partner.pk)),
        "reply draft": token(reply_path(things["attendance draft"].pk)),
        "reply no link": none,
        "reply question": link | {"question": things["attendance question"].pk},
        "reply stray": link | {"question": things["meetings question"].pk},
        "reply promise": link | {"promise": things["attendance promise"].pk},
        "reply another": link | {"promise": things["attendance another"].pk},
        "reply file": link | {"material": things["attendance file"].pk, "part": "bestand"},
        "reply nofile": link | {"material": things["meetings file"].pk, "part": "bestand"},
        "badge code": token(badge_path(partner.pk)),
        "badge no code": none,
        "coming held": held,
        "coming draft": draft,
        "coming partner": held | {"invitation": partner.pk},
        "coming stray": held | {"invitation": things["attendance draft"].pk},
        "coming wish": held | {"wish": things["attendance wish"].pk},
    }


def token(path: str) -> dict[str, Any]:
    return {"token": path.rstrip("/").rsplit("/", 1)[1]}


def somebody() -> UUID:
    return Invitation.objects.get(person=None, meeting__slug="werkmiddag-kernpartners").pk


def in_a_month() -> str:
    return (timezone.localdate() + timedelta(days=30)).isoformat()


BODIES: dict[str, dict[str, Any]] = {
    "attendance:reply": {"says": "nee"},
    "attendance:reply_here": {"says": "later"},
    "attendance:from_list": {"lines": "Nieuw Mens, nieuw@voorbeeld.invalid"},
    "attendance:from_people": {"person": "0"},
    "attendance:places": {"places": "3"},
    "attendance:bring": {"text": "Wie belt de ouders?"},
    "attendance:promise_make": {"sentence": "Vaker bellen.", "look_back_on": in_a_month},
    "attendance:promise": {"outcome": "gelukt"},
    "attendance:promise_change": {"sentence": "Vaker bellen.", "look_back_on": in_a_month},
    "attendance:table_join": {"code": "zzzzzz"},
    "attendance:table_line": {"id": uuid4, "round": "1", "text": "Eerder bellen."},
    "attendance:tables_make": {"tables": "3"},
    "attendance:table_line_hide": {"verberg": "ja"},
    "attendance:tap": {"invitation": somebody, "is_here": "ja"},
    "attendance:walk_in": {"name": "Wie er opeens is"},
    "attendance:groups_make": {"tables": "1", "rounds": "2"},
    "attendance:groups_renew": {"begun": "0"},
    "attendance:groups_show": {"toon": "ja"},
    "attendance:group_wishes": {"kind": "samen"},
}
