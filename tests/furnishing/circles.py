"""A circle of each visibility. In all of them the coordinator is owner, the facilitator guides,
the professional takes part and the adviser reads along as a guest; the person from the other team
is invited to the closed ones. The team mate, the manager and the outsider are in none.

Beside them two in which only the facilitator is: «apart», of which the existence is known, and
«secret», which is hidden. The coordinator moderates, and reads neither unasked. In «left» nobody is
any more.
"""

from typing import Any

from django.utils import timezone

from leerkring.network.circles.actions import Settings, start_circle
from leerkring.network.circles.entry_actions import accept, ask_to_join, invite, open_doorway
from leerkring.network.circles.models import Circle

CIRCLES = {
    "open": ("werkgroep", "Wachttijd samen dragen", "vrij", "openbaar"),
    "in": ("werkgroep", "Ouders aan tafel", "verzoek", "ingelogd"),
    "members": ("lerend-netwerk", "Lerend netwerk Hechting", "verzoek", "leden"),
    "hidden": ("kernpartners", "Partners rond de Lombardkade", "uitnodiging", "verborgen"),
}
IN_THEM = {"facilitator": "facilitator", "professional": "member", "adviser": "guest"}


def furnish(world: Any) -> None:
    people, owner = world.people, world.people["coordinator"]
    for key, (kind, name, joining, visibility) in CIRCLES.items():
        settings = Settings(
            name=name,
            purpose=f"Doel van {name}.",
            joining=joining,
            visibility=visibility,
            house_rules="Wat hier gezegd wordt, blijft hier." if key == "members" else "",
            seats_per_organisation=2 if key == "members" else None,
            themes=[world.things["themes school"]],
        )
        circle = start_circle(kind, settings, by=owner)
        for person, role in IN_THEM.items():
            accept(invite(circle, person=people[person], role=role, by=owner), agreed=True)
        _more_about(world, key, circle)
        world.things[f"circles {key}"] = circle
    _apart(world)


def _more_about(world: Any, key: str, circle: Circle) -> None:
    people, owner = world.people, world.people["coordinator"]
    if circle.is_closed_to_outsiders:
        invitation = invite(circle, person=people["other_team"], by=owner)
        world.things[f"circles {key} invitation"] = invitation
    if key == "members":
        asked = ask_to_join(circle, person=people["team_mate"], agreed=True)
        world.things["circles request"] = asked
    if key == "hidden":
        world.things["circles doorway"] = open_doorway(circle, by=owner)


def _apart(world: Any) -> None:
    for key, visibility in (("apart", "leden"), ("secret", "verborgen")):
        settings = Settings.usual_for(
            "klankbordgroep", f"Klankbord {key}", "Meedenken.", visibility=visibility
        )
        by = world.people["facilitator"]
        world.things[f"circles {key}"] = start_circle("klankbordgroep", settings, by=by)
    settings = Settings.usual_for("werkgroep", "Achtergelaten", "Doel.", visibility="verborgen")
    left = start_circle("werkgroep", settings, by=world.people["facilitator"])
    left.memberships.update(until=timezone.now())
    world.things["circles left"] = left
