"""Django's name for this room; at start it tells the rooms below what to move along."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "leerkring.network.profiles"

    def ready(self) -> None:
        from leerkring.network.profiles.actions import relink_expertise
        from leerkring.network.themes.registry import register_relinker

        register_relinker(relink_expertise)
