"""Django's name for this room; at start it tells rooms below what moves along and who is named."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "leerkring.network.profiles"

    def ready(self) -> None:
        from leerkring.foundation.language.registry import register_names
        from leerkring.network.people.queries import names_of_people, newest_person
        from leerkring.network.profiles.actions import relink_expertise
        from leerkring.network.themes.registry import register_relinker

        register_relinker(relink_expertise)
        register_names(names_of_people, stamp=newest_person)
