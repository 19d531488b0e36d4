"""What somebody put in its place by hand in a proposal that waits: a repair leaves it there."""

from leerkring.loop.programmes.models import Programme
from leerkring.loop.programmes.week_queries import name_of, plan_in_force, proposal


def new_pins(programme: Programme) -> list[str]:
    """«Noord: maandagochtend 7-10, Aula, An», of what is not so in the plan in force."""
    waits, force = proposal(programme), plan_in_force(programme)
    if waits is None:
        return []
    columns = ("participation", "half_day", "room", "facilitator")
    known = set(force.sessions.filter(pinned=True).values_list(*columns)) if force else set()
    rows = waits.sessions.filter(pinned=True).select_related(
        "participation__team", "half_day", "room", "facilitator__person"
    )
    return [
        f"{one.participation.team}: {name_of(one.half_day)}, {one.room}, {one.facilitator}"
        for one in rows.order_by("participation__team__name", "pk")
        if (one.participation_id, one.half_day_id, one.room_id, one.facilitator_id) not in known
    ]
