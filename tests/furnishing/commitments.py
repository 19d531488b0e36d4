"""Promises of the professional, for themselves, for the circle and for everyone; one of the team
of the professional and the team mate, which the facilitator led; one of their organisation.

The circle is «members»: coordinator, facilitator, professional and adviser are in it.
"""

from datetime import date
from typing import Any

from leerkring.practice.commitments.actions import look_back, make_commitment

SOON = date(2027, 1, 4)


def furnish(world: Any) -> None:
    """`commitments <name>`: own, circle, open, team, house and over (looked back on)."""
    people, things = world.people, world.things
    by, circle = people["professional"], things["circles members"]
    team = world.teams["own"].team
    for name, chosen in (
        ("own", {"person": by}),
        ("circle", {"person": by, "sight": "kring", "circle": circle}),
        ("open", {"person": by, "sight": "openbaar"}),
        ("team", {"team": team, "companion": people["facilitator"]}),
        ("house", {"organisation": team.organisation}),
        ("over", {"person": by, "sight": "openbaar"}),
    ):
        things[f"commitments {name}"] = make_commitment(
            text=f"bel ik eerst: {name}", look_back_on=SOON, by=by, **chosen
        )
    look_back(things["commitments over"], outcome="gelukt", learnt="Klein begin.", by=by)
