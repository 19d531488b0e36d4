"""Django's name for this room; at start it says around what people can be asked."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "leerkring.practice.pulses"

    def ready(self) -> None:
        from leerkring.practice.pulses.registry import register
        from leerkring.practice.pulses.subject_queries import CIRCLES, SESSIONS

        register(SESSIONS)
        register(CIRCLES)
