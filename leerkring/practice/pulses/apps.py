"""Django's name for this room; at start it reads around what every room lets people be asked."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class Config(AppConfig):
    name = "leerkring.practice.pulses"

    def ready(self) -> None:
        autodiscover_modules("pulsable")
