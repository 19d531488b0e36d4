"""The vocabulary of the small world: two themes, one with an older name."""

from typing import Any

from leerkring.network.themes.actions import add_theme, follow, rename


def furnish(world: Any) -> None:
    by = world.people["coordinator"]
    theme = add_theme("Schooluitval", description="Niet naar school.", synonyms=["Verzuim"], by=by)
    world.things["themes school"] = rename(theme, "Thuiszitters", by=by)
    world.things["themes other"] = add_theme("Schulden", by=by)
    follow(theme, person=world.people["professional"])
