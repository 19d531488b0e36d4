"""Django's name for this room."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "leerkring.loop.programmes"

    def ready(self) -> None:
        """Whoever coordinates a programme leads its sessions too, when people are asked."""
        from leerkring.loop.programmes.queries import sessions_coordinated_by
        from leerkring.practice.pulses.registry import register_leaders

        register_leaders(sessions_coordinated_by)
