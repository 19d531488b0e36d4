"""Django's name for the demo; installed in demo mode only."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "leerkring.site.demo"

    def ready(self) -> None:
        from leerkring.site.demo import checks  # noqa: F401  (registers itself)
