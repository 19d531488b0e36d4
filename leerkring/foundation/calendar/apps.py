"""Django's name for this room; at start it gathers what every other room registers."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class Config(AppConfig):
    name = "leerkring.foundation.calendar"

    def ready(self) -> None:
        autodiscover_modules("dates")
