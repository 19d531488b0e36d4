"""Django's name for this room; at start it tells what stays behind when somebody leaves."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "leerkring.practice.gatherings"

    def ready(self) -> None:
        from leerkring.network.profiles.registry import register_handover
        from leerkring.practice.gatherings.handover_actions import HANDOVER, hand_to, led_by

        register_handover(HANDOVER, led_by, hand_to, stays=False)
