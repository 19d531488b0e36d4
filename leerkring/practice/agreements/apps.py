"""Django's name for this room; at start it tells what stays behind when somebody leaves."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "leerkring.practice.agreements"

    def ready(self) -> None:
        from leerkring.network.profiles.registry import register_handover
        from leerkring.practice.agreements.handover_actions import HANDOVER, hand_to, spoken_by

        register_handover(HANDOVER, spoken_by, hand_to)
