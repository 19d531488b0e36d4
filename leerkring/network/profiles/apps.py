"""Django's name for this room; at start it tells rooms below what moves along and who is named."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "leerkring.network.profiles"

    def ready(self) -> None:
        from leerkring.foundation.language.registry import register_names, register_places
        from leerkring.network.people.queries import (
            names_of_people,
            names_of_places,
            newest_person,
            newest_place,
        )
        from leerkring.network.profiles.actions import relink_expertise
        from leerkring.network.themes.registry import register_relinker

        register_relinker(relink_expertise)
        register_names(names_of_people, stamp=newest_person)
        register_places(names_of_places, stamp=newest_place)
