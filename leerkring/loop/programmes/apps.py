"""Django's name for this room."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "leerkring.loop.programmes"

    def ready(self) -> None:
        """Whoever coordinates a programme leads its sessions too, when people are asked."""
        from leerkring.loop.programmes.handover_actions import HANDOVER, hand_to, held_by
        from leerkring.loop.programmes.queries import sessions_coordinated_by
        from leerkring.network.profiles.registry import register_handover
        from leerkring.practice.pulses.registry import register_leaders

        register_handover(HANDOVER, held_by, hand_to)
        register_leaders(sessions_coordinated_by)
