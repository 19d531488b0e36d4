"""Django's name for this room; at start it tells the rooms below what they must know of it."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "leerkring.practice.attendance"

    def ready(self) -> None:
        from leerkring.practice.attendance.queries import stayed_away
        from leerkring.practice.attendance.strip_queries import pages_of
        from leerkring.practice.meetings.registry import register_pages
        from leerkring.practice.meetings.subject_queries import register_absent

        register_absent(stayed_away)
        register_pages(pages_of)
