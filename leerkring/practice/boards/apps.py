"""Django's name for this room; at start it tells meetings what it has for their strands."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "leerkring.practice.boards"

    def ready(self) -> None:
        from leerkring.practice.boards.strand_queries import doors_at
        from leerkring.practice.boards.strip_queries import pages_of
        from leerkring.practice.meetings.registry import register_doors, register_pages

        register_doors(doors_at)
        register_pages(pages_of)
