"""Agreements between the person of the other team, whose organisation promises, and the manager,
to whose organisation it is promised. They hang under the circle «members», in which neither is, and
of which the coordinator, the facilitator, the professional and the adviser are.
"""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from leerkring.network.people.actions import organisation_named
from leerkring.practice.agreements.actions import Promised, promise
from leerkring.practice.agreements.scoring_actions import answer, score


def furnish(world: Any) -> None:
    """`agreements <name>`: closed, shared (the circle reads along), asked (waits for a yes),
    due (to be scored) and apart (scored, and seen differently)."""
    gives, takes = world.people["other_team"], world.people["manager"]
    houses = organisation_named("De Maasbrug"), organisation_named("De Rottekade")
    long_ago = timezone.now() - timedelta(weeks=7)
    for name, by, at in (
        ("closed", gives, None),
        ("shared", gives, None),
        ("asked", takes, None),
        ("due", gives, long_ago),
        ("apart", gives, long_ago),
    ):
        words = Promised(
            f"Wij bellen terug: {name}",
            "Binnen twee dagen een belletje.",
            circle=world.things["circles members"],
            is_for_circle=name == "shared",
        )
        world.things[f"agreements {name}"] = promise(
            words, promiser=houses[0], receiver=houses[1], promising=[gives], receiving=[takes],
            by=by, now=at,
        )  # fmt: skip
    scored = score(world.things["agreements apart"], kept="niet", sentence="Nee.", by=takes)
    answer(scored, stance="anders", text="Wij belden wel.", by=gives)
