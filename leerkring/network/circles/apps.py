"""Django's name for this room; at start it tells the rooms below what they must know of it."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "leerkring.network.circles"

    def ready(self) -> None:
        from leerkring.network.circles.handover_actions import (
            HANDOVER,
            hand_to,
            heirs_of,
            owned_by,
            people_around,
        )
        from leerkring.network.circles.queries import tokens_of_ties
        from leerkring.network.circles.relink_actions import relink_themes
        from leerkring.network.profiles.registry import (
            register_handover,
            register_tie_tokens,
            register_ties,
        )
        from leerkring.network.themes.registry import register_relinker

        register_relinker(relink_themes)
        register_ties(people_around)
        register_tie_tokens(tokens_of_ties)
        register_handover(HANDOVER, owned_by, hand_to, heirs=heirs_of)
