"""Who gets what at every address of the house. This table is the truth; the pages follow it.

    200   the page or the file           302   done: sent on to another page
    404   out of sight                   403   in sight, but not yours to do
    405   the wrong way to ask           422   in sight and allowed, but what you sent is wrong
    410   over: the answers are in, or there is nothing to see any more
    in    first sign in; after that you are led back to where you wanted to be

`object` names what the address is about: see `addresses` below and the teams in `cast.py`.
A line of POST is tried with the body that `BODIES` gives, and undone afterwards. Rooms that came
later have a module of their own in `tests/access/`.
"""

from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from leerkring.loop.programmes.models import Role
from tests import access
from tests.cast import PROMISE, QUOTE, World, a_photo

NO_DOOR = "A" * 22
LATER = [import_module(f"tests.access.{found.name}") for found in iter_modules(access.__path__)]

OWN_ROWS = """\
                                          object         prof mate othr faci coor advi mana outs vis

GET  home                                 -              200  200  200  200  200  200  200  200  200
GET  mine                                 -              200  200  200  200  200  200  200  200  in
GET  about                                -              200  200  200  200  200  200  200  200  200
GET  privacy                              -              200  200  200  200  200  200  200  200  200
GET  accessibility                        -              200  200  200  200  200  200  200  200  200
GET  design:gallery                       -              200  200  200  200  200  200  200  200  200
GET  gatherings:forms                     -              200  200  200  200  200  200  200  200  200
GET  gatherings:form                      form           200  200  200  200  200  200  200  200  200
GET  gatherings:form                      no form        404  404  404  404  404  404  404  404  404

GET  programmes:list                      -              200  200  200  200  200  200  200  200  in
GET  programmes:new                       -              404  404  404  404  200  404  404  404  in
POST programmes:new                       -              404  404  404  404  302  404  404  404  in
GET  programme                            programme      200  200  200  200  200  200  404  404  in
GET  programme                            waiting        404  404  404  404  200  404  404  404  in
GET  programme                            asking         404  404  404  404  200  404  404  404  in
GET  city                                 programme      200  200  200  200  200  200  404  404  in
GET  city                                 waiting        404  404  404  404  404  404  404  404  in
GET  city                                 asking         404  404  404  404  404  404  404  404  in
GET  team                                 team own       200  200  404  200  200  404  404  404  in
GET  team                                 team theirs    404  404  200  404  200  404  404  404  in
GET  team                                 team led       404  404  404  200  200  404  404  404  in
GET  team                                 team small     404  404  404  200  200  404  404  404  in
GET  team                                 stray team     404  404  404  404  404  404  404  404  in
GET  team                                 team asking    404  404  404  404  200  404  404  404  in
GET  programmes:emphasis                  team asking    404  404  404  404  404  404  404  404  in
POST newspapers:beginning                 team asking    404  404  404  404  404  404  404  404  in
GET  programmes:emphasis                  team own       200  200  404  200  404  404  404  404  in
POST programmes:emphasis                  team own       302  302  404  302  404  404  404  404  in
GET  programmes:emphasis                  team theirs    404  404  200  404  404  404  404  404  in
GET  programmes:emphasis                  team small     404  404  404  200  404  404  404  404  in
GET  programmes:plan                      team own       404  404  404  404  200  404  404  404  in
POST programmes:plan                      team own       404  404  404  404  302  404  404  404  in
GET  programmes:plan                      team calm      404  404  404  404  200  404  404  404  in
GET  programmes:intake                    waiting        404  404  404  404  200  404  404  404  in
POST programmes:intake                    waiting        404  404  404  404  422  404  404  404  in
GET  programmes:intake                    programme      404  404  404  404  404  404  404  404  in
GET  programmes:intake_preview            waiting draft  404  404  404  404  200  404  404  404  in
GET  programmes:intake_preview            stray draft    404  404  404  404  404  404  404  404  in
GET  programmes:intake_confirmation       waiting draft  405  405  405  405  405  405  405  405  in
POST programmes:intake_confirmation       waiting draft  404  404  404  404  302  404  404  404  in
POST programmes:intake_confirmation       stray draft    404  404  404  404  404  404  404  404  in

GET  programmes:online                    waiting        404  404  404  404  200  404  404  404  in
POST programmes:online                    waiting        404  404  404  404  422  404  404  404  in
GET  programmes:online                    asking         404  404  404  404  404  404  404  404  in
GET  programmes:rehearsal                 waiting draft  404  404  404  404  200  404  404  404  in
GET  programmes:rehearsal                 stray draft    404  404  404  404  404  404  404  404  in
GET  programmes:launch                    waiting draft  405  405  405  405  405  405  405  405  in
POST programmes:launch                    waiting draft  404  404  404  404  302  404  404  404  in
POST programmes:launch                    stray draft    404  404  404  404  404  404  404  404  in
GET  programmes:round                     asking         404  404  404  404  200  404  404  404  in
GET  programmes:round                     waiting        404  404  404  404  404  404  404  404  in
POST programmes:round_address             asking         404  404  404  404  404  404  404  404  in
GET  programmes:team_poster               team asking    404  404  404  404  200  404  404  404  in
POST programmes:team_poster               team asking    404  404  404  404  200  404  404  404  in
GET  programmes:team_poster               team own       404  404  404  404  404  404  404  404  in
GET  programmes:paper_form                team asking    404  404  404  404  200  404  404  404  in
GET  programmes:paper_form                team own       404  404  404  404  404  404  404  404  in
POST programmes:round_closing             asking         404  404  404  404  302  404  404  404  in
POST programmes:round_closing             programme      404  404  404  404  404  404  404  404  in

GET  programmes:exports                   programme      404  404  404  404  200  200  404  404  in
GET  programmes:exports                   waiting        404  404  404  404  404  404  404  404  in
GET  programmes:exports                   asking         404  404  404  404  404  404  404  404  in
POST programmes:figures_export            programme      404  404  404  404  200  200  404  404  in
GET  programmes:figures_export            programme      405  405  405  405  405  405  405  405  in
POST programmes:figures_export            asking         404  404  404  404  404  404  404  404  in
POST programmes:answers_export            programme      404  404  404  404  404  404  404  404  in
POST programmes:answers_export            asking         404  404  404  404  404  404  404  404  in
GET  programmes:questionnaire_export      ddi            404  404  404  404  200  200  404  404  in
GET  programmes:questionnaire_export      no file        404  404  404  404  404  404  404  404  in
GET  programmes:roles                     programme      404  404  404  404  200  404  404  404  in
GET  programmes:roles                     waiting        404  404  404  404  200  404  404  404  in
POST programmes:roles                     programme      404  404  404  404  422  404  404  404  in
POST programmes:role_end                  role           404  404  404  404  302  404  404  404  in
POST programmes:role_end                  stray role     404  404  404  404  404  404  404  404  in
GET  programmes:role_end                  role           405  405  405  405  405  405  405  405  in

GET  answering:welcome                    door           200  200  200  200  200  200  200  200  200
GET  answering:welcome                    no door        404  404  404  404  404  404  404  404  404
GET  answering:welcome                    poster         404  404  404  404  404  404  404  404  404
GET  answering:statement                  door 1         200  200  200  200  200  200  200  200  200
GET  answering:statement                  no door 1      404  404  404  404  404  404  404  404  404
POST answering:answer                     door 1         302  302  302  302  302  302  302  302  302
GET  answering:answer                     door 1         302  302  302  302  302  302  302  302  302
POST answering:answer                     no door 1      404  404  404  404  404  404  404  404  404
GET  answering:overview                   door           200  200  200  200  200  200  200  200  200
GET  answering:overview                   no door        404  404  404  404  404  404  404  404  404
POST answering:handing_in                 door           302  302  302  302  302  302  302  302  302
POST answering:handing_in                 no door        404  404  404  404  404  404  404  404  404
GET  answering:handing_in                 door           302  302  302  302  302  302  302  302  302
GET  answering:result                     door           410  410  410  410  410  410  410  410  410
GET  answering:result                     no door        404  404  404  404  404  404  404  404  404
GET  answering:no_mail                    door           200  200  200  200  200  200  200  200  200
POST answering:no_mail                    door           200  200  200  200  200  200  200  200  200
GET  answering:no_mail                    no door        404  404  404  404  404  404  404  404  404
GET  answering:poster                     poster         200  200  200  200  200  200  200  200  200
POST answering:poster                     poster         302  302  302  302  302  302  302  302  302
GET  answering:poster                     door           404  404  404  404  404  404  404  404  404
POST answering:poster                     no door        404  404  404  404  404  404  404  404  404
GET  answering:line                       -              200  200  200  200  200  200  200  200  200
POST answering:line                       -              422  422  422  422  422  422  422  422  422
POST answering:line_saved                 -              302  302  302  302  302  302  302  302  302
POST answering:line_joined                -              422  422  422  422  422  422  422  422  422
POST answering:line_forgotten             -              200  200  200  200  200  200  200  200  200

GET  session                              session own    200  200  404  200  404  404  404  404  in
GET  session                              session theirs 404  404  200  404  404  404  404  404  in
GET  session                              session led    404  404  404  200  404  404  404  404  in
GET  session                              session calm   404  404  404  404  404  404  404  404  in
POST gatherings:note                      note           302  302  404  302  404  404  404  404  in
POST gatherings:note                      no note        404  404  404  404  404  404  404  404  in
GET  gatherings:note                      note           405  405  405  405  405  405  405  405  in
POST gatherings:quotes                    session own    302  302  404  302  404  404  404  404  in
POST gatherings:quotes                    session theirs 404  404  302  404  404  404  404  404  in
POST gatherings:quote_removal             quote          302  302  404  302  404  404  404  404  in
POST gatherings:quote_removal             stray quote    404  404  404  404  404  404  404  404  in
POST gatherings:commitments               session own    302  302  404  302  404  404  404  404  in
POST gatherings:commitments               session theirs 404  404  302  404  404  404  404  404  in
POST gatherings:commitment_removal        promise        302  302  404  302  404  404  404  404  in
POST gatherings:commitment_removal        stray promise  404  404  404  404  404  404  404  404  in
POST gatherings:wishes                    session own    302  302  404  302  404  404  404  404  in
POST gatherings:wishes                    session theirs 404  404  302  404  404  404  404  404  in
POST gatherings:photo                     session own    302  302  404  302  404  404  404  404  in
POST gatherings:photo                     session theirs 404  404  302  404  404  404  404  404  in
GET  gatherings:photo_file                session own    200  200  404  200  404  404  404  404  in
GET  gatherings:photo_file                session led    404  404  404  404  404  404  404  404  in

GET  newspapers:list                      -              200  200  200  200  200  200  200  200  200
GET  newspapers:paper                     paper own      200  200  200  200  200  200  200  200  200
GET  newspapers:paper                     paper theirs   404  404  200  404  200  404  404  404  in
GET  newspapers:pdf                       paper own      200  200  200  200  200  200  200  200  200
GET  newspapers:pdf                       paper theirs   404  404  200  404  200  404  404  404  in
GET  newspapers:photo                     photo own      200  200  200  200  200  200  200  200  200
GET  newspapers:photo                     photo theirs   404  404  404  404  404  404  404  404  in
POST newspapers:beginning                 team own       302  302  404  302  302  404  404  404  in
POST newspapers:beginning                 team theirs    404  404  302  404  302  404  404  404  in
GET  newspapers:beginning                 team own       405  405  405  405  405  405  405  405  in
GET  newspapers:desk                      desk own       200  200  404  200  200  404  404  404  in
GET  newspapers:desk                      desk theirs    404  404  200  404  200  404  404  404  in
GET  newspapers:desk                      desk led       404  404  404  200  200  404  404  404  in
POST newspapers:desk                      desk led       404  404  404  200  200  404  404  404  in
GET  newspapers:proof                     desk led       404  404  404  200  200  404  404  404  in
GET  newspapers:proof                     desk theirs    404  404  200  404  200  404  404  404  in
POST newspapers:approval                  desk own       302  302  404  403  403  404  404  404  in
POST newspapers:approval                  desk theirs    404  404  302  404  403  404  404  404  in
POST newspapers:approval                  desk led       404  404  404  403  403  404  404  404  in
POST newspapers:publication               desk led       404  404  404  302  302  404  404  404  in
POST newspapers:publication               desk own       403  403  404  302  302  404  404  404  in
POST newspapers:publication               desk theirs    404  404  403  404  403  404  404  404  in
POST newspapers:city_publication          programme      404  404  404  404  302  404  404  404  in

GET  advice:show                          programme      404  404  404  404  200  200  404  404  in
GET  advice:show                          waiting        404  404  404  404  404  404  404  404  in
GET  advice:show                          asking         404  404  404  404  404  404  404  404  in
POST advice:giving                        asking         404  404  404  404  404  404  404  404  in
GET  advice:pdf                           programme      404  404  404  404  200  200  404  404  in
GET  advice:csv                           programme      404  404  404  404  200  200  404  404  in
GET  advice:giving                        programme      405  405  405  405  405  405  405  405  in
POST advice:giving                        programme      404  404  404  404  302  302  404  404  in
POST advice:catalogue                     programme      404  404  404  404  422  422  404  404  in

GET  demo:cast                            -              200  200  200  200  200  200  200  200  200
POST demo:answering                       -              302  302  302  302  302  302  302  302  302
GET  demo:answering                       -              405  405  405  405  405  405  405  405  405
POST demo:stepping_in                     cast           302  302  302  302  302  302  302  302  302
POST demo:stepping_in                     nobody         404  404  404  404  404  404  404  404  404
GET  demo:stepping_in                     cast           405  405  405  405  405  405  405  405  405
GET  account_login                        -              302  302  302  302  302  302  302  302  200
GET  account_signup                       -              302  302  302  302  302  302  302  302  200
GET  account_logout                       -              200  200  200  200  200  200  200  200  302
POST account_logout                       -              302  302  302  302  302  302  302  302  302
GET  account_inactive                     -              200  200  200  200  200  200  200  200  200
GET  account_reauthenticate               -              403  403  403  403  403  403  403  403  in
GET  account_email                        -              200  200  200  200  200  200  200  200  in
GET  account_email_verification_sent      -              200  200  200  200  200  200  200  200  200
GET  account_confirm_email                key            200  200  200  200  200  200  200  200  200
GET  account_change_password              -              302  302  302  302  302  302  302  302  in
GET  account_set_password                 -              200  200  200  200  200  200  200  200  in
GET  account_reset_password               -              200  200  200  200  200  200  200  200  200
GET  account_reset_password_done          -              200  200  200  200  200  200  200  200  200
GET  account_reset_password_from_key      reset key      200  200  200  200  200  200  200  200  200
GET  account_reset_password_from_key_done -              200  200  200  200  200  200  200  200  200
GET  account_request_login_code           -              302  302  302  302  302  302  302  302  200
GET  account_confirm_login_code           -              302  302  302  302  302  302  302  302  302
GET  mfa_index                            -              200  200  200  200  200  200  200  200  in
GET  mfa_authenticate                     -              302  302  302  302  302  302  302  302  302
GET  mfa_reauthenticate                   -              403  403  403  403  403  403  403  403  in
GET  mfa_activate_totp                    -              200  200  200  200  200  200  200  200  in
GET  mfa_deactivate_totp                  -              404  404  404  404  404  404  404  404  in
GET  mfa_view_recovery_codes              -              404  404  404  404  404  404  404  404  in
GET  mfa_generate_recovery_codes          -              200  200  200  200  200  200  200  200  in
GET  mfa_download_recovery_codes          -              404  404  404  404  404  404  404  404  in
"""
ROWS = "\n".join([OWN_ROWS, *(room.ROWS for room in LATER)])


def addresses(world: World) -> dict[str, dict[str, Any]]:
    """What each name in the column `object` puts into an address."""
    programme = {"pk": world.programme.pk, "slug": world.programme.slug}
    waiting = {"pk": world.waiting.pk, "slug": world.waiting.slug}
    asking = {"pk": world.asking.pk, "slug": world.asking.slug}
    role = {"role_id": world.programme.roles.get(kind=Role.Kind.ADVISER).pk}
    sessions = {
        f"session {key}": {"session_id": team.session_id} for key, team in world.teams.items()
    }
    return {
        "-": {},
        "programme": programme,
        "waiting": waiting,
        "asking": asking,
        "door": {"door": world.door.link},
        "door 1": {"door": world.door.link, "number": 1},
        "no door": {"door": NO_DOOR},
        "no door 1": {"door": NO_DOOR, "number": 1},
        "poster": {"door": world.poster.link},
        "waiting draft": {**waiting, "draft_id": world.draft.pk},
        "stray draft": {**programme, "draft_id": world.draft.pk},
        **{f"team {key}": {**programme, "team": t.team.slug} for key, t in world.teams.items()},
        "team asking": {**asking, "team": "wijkteam-overschie"},
        "ddi": {**programme, "form": "ddi"},
        "no file": {**programme, "form": "spss"},
        "role": {**programme, **role},
        "stray role": {**waiting, **role},
        "stray team": {**waiting, "team": world.teams["own"].team.slug},
        **sessions,
        "note": {**sessions["session own"], "question": "ik-waar"},
        "no note": {**sessions["session own"], "question": "ik-anders"},
        "quote": {**sessions["session own"], "entry_id": QUOTE},
        "stray quote": {**sessions["session led"], "entry_id": QUOTE},
        "promise": {**sessions["session own"], "entry_id": PROMISE},
        "stray promise": {**sessions["session led"], "entry_id": PROMISE},
        **{f"paper {key}": {"pk": p.pk, "slug": "krant"} for key, p in world.papers.items()},
        **{f"photo {key}": {"pk": p.pk} for key, p in world.papers.items()},
        **{f"desk {key}": {"pk": e.pk} for key, e in world.editions.items()},
        "form": {"code": "ik-onderbuik"},
        "no form": {"code": "bestaat-niet"},
        "key": {"key": "abc"},
        "reset key": {"uidb36": "1", "key": "abc"},
        "cast": {"key": "outsider"},
        "nobody": {"key": "bestaat-niet"},
        **{name: kwargs for room in LATER for name, kwargs in room.addresses(world).items()},
    }


def body(name: str) -> dict[str, Any]:
    """What a person sends there; a fresh one each time, because files are read to the end."""
    bodies = BODIES | {name: filled for room in LATER for name, filled in room.BODIES.items()}
    return {key: make() if callable(make) else make for key, make in bodies.get(name, {}).items()}


def _upload(name: str, content: bytes) -> Any:
    return lambda: SimpleUploadedFile(name, content)


BODIES: dict[str, dict[str, Any]] = {
    "programmes:new": {
        "name": "Najaarsronde",
        "municipality": "Rotterdam",
        "starts_on": "2027-03-01",
        "ends_on": "2027-03-05",
        "budget": "0",
    },
    "programmes:intake": {
        "teams": _upload("teams.csv", b"team,organisatie,wijk,gemeente,leden\nA,B,,Rotterdam,7\n"),
        "answers": _upload("answers.csv", b"team,IK01\nZ,1\n"),
    },
    "programmes:emphasis": {
        "ik": "40",
        "wij": "40",
        "wijk": "20",
        "reason": "Wij zijn net begonnen.",
    },
    "programmes:plan": {"facilitator": "", "starts_at": "2026-10-07T09:00", "place": "Bieb"},
    "programmes:figures_export": {"form": "csv"},
    "programmes:answers_export": {"form": "csv", "agreed": "on"},
    "programmes:roles": {"email": "niemand@voorbeeld.invalid", "kind": "adviseur"},
    "programmes:online": {"until": "2100-01-01"},
    "programmes:round_address": {"email": "niemand@voorbeeld.nl"},
    "answering:answer": {"value": "3"},
    "answering:line": {"key": "AAAAA"},
    "answering:line_saved": {"key": "AAAAA"},
    "answering:line_joined": {"key": "AAAAA", "newer": "BBBBB"},
    "answering:line_forgotten": {"key": "AAAAA"},
    "newspapers:approval": {"audience": "team"},
    "newspapers:publication": {"audience": "team"},
    "advice:giving": {"budget": "3000"},
    "advice:catalogue": {"offers": _upload("offers.csv", b"code\n1\n")},
    "gatherings:note": {"text": "Samen.", "base": "0"},
    "gatherings:quotes": {"text": "Doen we.", "speaker": "Wouter"},
    "gatherings:commitments": {"text": "bellen we", "who": "wij"},
    "gatherings:wishes": {"competences": ["contact"]},
    "gatherings:photo": {"image": lambda: SimpleUploadedFile("f.jpg", a_photo()), "alt": "Koffie."},
}
