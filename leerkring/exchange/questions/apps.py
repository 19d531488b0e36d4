"""Django's name for this room; at start it tells the rooms below what they must know of it."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "leerkring.exchange.questions"

    def ready(self) -> None:
        from leerkring.exchange.questions.relink_actions import relink_themes
        from leerkring.network.themes.registry import register_relinker

        register_relinker(relink_themes)
