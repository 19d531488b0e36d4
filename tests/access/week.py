"""Who gets what at the pages on which the week of a programme is planned."""

from typing import Any

from leerkring.loop.programmes.week_link_queries import chairing_path, session_path

_LINES = (
    ("GET", "week", "programme", "200"),
    ("GET", "week", "waiting", "404"),
    ("POST", "week_request", "programme", "302"),
    ("POST", "week_request", "waiting", "404"),
    ("POST", "week_acceptance", "week plan", "302"),
    ("POST", "week_acceptance", "stray plan", "404"),
    ("POST", "week_recovery", "week plan", "302"),
    ("POST", "week_recovery", "stray plan", "404"),
    ("GET", "week_illness", "programme", "200"),
    ("POST", "week_illness", "programme", "422"),
    ("GET", "week_illness", "waiting", "404"),
    ("POST", "week_replacement", "week ill", "302"),
    ("POST", "week_replacement", "week nobody", "404"),
    ("GET", "week_state", "programme", "200"),
    ("GET", "week_state", "waiting", "404"),
    ("GET", "week_half_days", "programme", "200"),
    ("POST", "week_half_days", "programme", "302"),
    ("GET", "week_half_days", "waiting", "404"),
    ("GET", "week_table", "week people", "200"),
    ("POST", "week_table", "week people", "422"),
    ("GET", "week_table", "no table", "404"),
    ("GET", "week_move", "week team", "200"),
    ("POST", "week_move", "week team", "422"),
    ("GET", "week_move", "stray place", "404"),
    ("GET", "week_slots", "week team", "200"),
    ("GET", "week_slots", "stray place", "404"),
    ("POST", "week_release", "week team", "302"),
    ("POST", "week_release", "stray place", "404"),
)
# Only who coordinates; visitors first sign in.
ROWS = "".join(
    f"{method:<5}{'programmes:' + name:<37}{about:<15}"
    + "".join(f"{gets:<5}" for gets in (*["404"] * 4, coordinator, *["404"] * 3)).rstrip()
    + "  in\n"
    for method, name, about, coordinator in _LINES
)
# Behind the link of a mail it does not matter who is signed in.
ROWS += "".join(
    f"{method:<5}{'programmes:week_reply':<37}{about:<15}" + "  ".join([gets] * 9) + "\n"
    for method, about, gets in (
        ("GET", "week link", "200"),
        ("POST", "week link", "302"),
        ("GET", "week chairing", "200"),
        ("GET", "week no link", "404"),
        ("POST", "week no link", "404"),
    )
)


def addresses(world: Any) -> dict[str, dict[str, Any]]:
    programme = {"pk": world.programme.pk, "slug": world.programme.slug}
    stray = world.things["week stray"].pk
    session, lead = world.teams["calm"].session_id, world.people["facilitator"].pk
    return {
        "week plan": {**programme, "plan_id": world.things["week plan"].pk},
        "stray plan": {**programme, "plan_id": stray},
        "week people": {**programme, "part": "mensen"},
        "no table": {**programme, "part": "paarden"},
        "week team": {**programme, "team": world.teams["calm"].pk},
        "week ill": {**programme, "person": world.things["week lead"].pk},
        "week nobody": {**programme, "person": 987654321},
        "week link": {"token": _token(session_path(session, lead))},
        "week chairing": {"token": _token(chairing_path(world.programme.pk, lead))},
        "week no link": {"token": "s-1-1.nonsense"},
        "stray place": {**programme, "team": 987654321},
    }


def _token(path: str) -> str:
    return path.rstrip("/").rsplit("/", 1)[1]


BODIES: dict[str, dict[str, Any]] = {
    "programmes:week_half_days": {"halves": [], "morning": "09:00", "afternoon": "13:30"},
    "programmes:week_table": {"lines": "e-mailadres; hoogstens\nniemand@voorbeeld.nl; 3"},
}
