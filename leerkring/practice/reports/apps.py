"""Django's name for this room; at start it asks to hear of look backs that close."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "leerkring.practice.reports"

    def ready(self) -> None:
        from leerkring.practice.pulses.registry import register_closing
        from leerkring.practice.reports.feedback_actions import tell_editors

        register_closing(tell_editors)
