"""Dilemmas of the professional: for the circle «members», for everyone, and one that is closed.

In that circle are also the coordinator, who owns it, the facilitator, who guides it, and the
adviser, who reads along. The facilitator told something below each.
"""

from typing import Any

from leerkring.practice.dilemmas.actions import Put, came_back, close, put_dilemma, tell


def furnish(world: Any) -> None:
    """`dilemmas <name>`: circle, open and closed; and «told», an experience in the circle."""
    by, things = world.people["professional"], world.things
    for name, audience in (("circle", "kring"), ("open", "openbaar"), ("closed", "openbaar")):
        put = Put(
            title=f"Wachten of doen: {name}",
            one_side="Wie wacht, hoort meer.",
            other_side="Wie doet, helpt eerder.",
            audience=audience,
            circle=things["circles members"] if audience == "kring" else None,
            themes=[things["themes school"]],
        )
        dilemma = things[f"dilemmas {name}"] = put_dilemma(put, by=by)
        told = tell(dilemma, text="Wij wachtten een week.", by=world.people["facilitator"])
        if name == "circle":
            things["dilemmas told"] = told
    came_back(things["dilemmas circle"], note="In de slotronde.", by=by)
    close(things["dilemmas closed"], learnt="Vraag het eerst.", by=by)
