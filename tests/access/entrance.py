"""Who gets what at the entrance, and at the addresses that signing in adds."""

from typing import Any

from tests.cast import World

ROWS = """\
GET  entrance:join                        -              200  200  200  200  200  200  200  200  200
POST entrance:join                        -              302  302  302  302  302  302  302  302  302
GET  entrance:code                        -              302  302  302  302  302  302  302  302  302
GET  entrance:request                     -              302  302  302  302  302  302  302  302  302
POST entrance:request                     -              302  302  302  302  302  302  302  302  302
GET  entrance:asked                       -              200  200  200  200  200  200  200  200  200
GET  entrance:invitation                  ent link       200  200  200  200  200  200  200  200  200
POST entrance:invitation                  ent link       200  200  200  200  200  200  200  200  302
GET  entrance:invitation                  ent gone       410  410  410  410  410  410  410  410  410
GET  entrance:invitation                  ent no link    404  404  404  404  404  404  404  404  404
POST entrance:acceptance                  ent link       302  302  302  302  302  302  302  302  in
POST entrance:acceptance                  ent gone       410  410  410  410  410  410  410  410  in
POST entrance:acceptance                  ent no link    404  404  404  404  404  404  404  404  in
GET  entrance:acceptance                  ent link       405  405  405  405  405  405  405  405  in
GET  entrance:requests                    -              404  404  404  404  200  404  404  404  in
GET  entrance:decision                    ent request    404  404  404  404  200  404  404  404  in
POST entrance:decision                    ent request    404  404  404  404  302  404  404  404  in
GET  entrance:links                       -              404  404  404  404  200  404  404  404  in
POST entrance:links                       -              404  404  404  404  302  404  404  404  in
POST entrance:revocation                  ent link id    404  404  404  404  302  404  404  404  in
GET  entrance:revocation                  ent link id    404  404  404  404  405  404  404  404  in
GET  entrance:domains                     -              404  404  404  404  200  404  404  404  in
POST entrance:domains                     -              404  404  404  404  422  404  404  404  in
POST entrance:domain_removal              ent domain     404  404  404  404  302  404  404  404  in
GET  entrance:sign_ins                    -              200  200  200  200  200  200  200  200  in
POST entrance:sign_in_end                 ent sign-in    302  404  404  404  404  404  404  404  in
GET  entrance:sign_in_end                 ent sign-in    405  405  405  405  405  405  405  405  in
POST entrance:sign_in_end_all             -              302  302  302  302  302  302  302  302  in
GET  entrance:sign_in_end_all             -              405  405  405  405  405  405  405  405  in

GET  mfa_login_webauthn                   -              302  302  302  302  302  302  302  302  302
GET  mfa_list_webauthn                    -              200  200  200  200  200  200  200  200  in
GET  mfa_add_webauthn                     -              200  200  200  200  200  200  200  200  in
GET  mfa_edit_webauthn                    ent no key     404  404  404  404  404  404  404  404  in
GET  mfa_remove_webauthn                  ent no key     404  404  404  404  404  404  404  404  in
GET  mfa_reauthenticate_webauthn          -              403  403  403  403  403  403  403  403  in
GET  socialaccount_connections            -              200  200  200  200  200  200  200  200  in
GET  socialaccount_login_cancelled        -              200  200  200  200  200  200  200  200  200
GET  socialaccount_login_error            -              401  401  401  401  401  401  401  401  401
GET  socialaccount_signup                 -              302  302  302  302  302  302  302  302  302
GET  openid_connect_login                 ent nobody     404  404  404  404  404  404  404  404  404
GET  openid_connect_callback              ent nobody     404  404  404  404  404  404  404  404  404
"""


def addresses(world: World) -> dict[str, dict[str, Any]]:
    things = world.things
    return {
        "ent link": {"token": things["entrance link"].token},
        "ent link id": {"pk": things["entrance link"].pk},
        "ent gone": {"token": things["entrance gone"].token},
        "ent no link": {"token": "A" * 22},
        "ent request": {"pk": things["entrance request"].pk},
        "ent domain": {"pk": things["entrance domain"].pk},
        "ent sign-in": {"pk": things["entrance sign-in"].pk},
        "ent no key": {"pk": 987654321},
        "ent nobody": {"provider_id": "nergens"},
    }


BODIES: dict[str, dict[str, Any]] = {
    "entrance:join": {"name": "Nieuw Hier", "email": "nieuw@voorbeeld.example"},
    "entrance:invitation": {"name": "Nieuw Hier", "email": "nieuw@voorbeeld.example"},
    "entrance:decision": {"granted": "ja", "answer": "Welkom."},
    "entrance:links": {"name": "Voor de kring", "next": "/"},
    "entrance:domains": {"domain": "gmail.com"},
}
