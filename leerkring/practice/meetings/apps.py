"""Django's name for this room; at start it tells the rooms below what they must know of it."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "leerkring.practice.meetings"

    def ready(self) -> None:
        from leerkring.network.profiles.registry import register_handover
        from leerkring.network.themes.registry import register_relinker
        from leerkring.practice.agreements.registry import register_meetings
        from leerkring.practice.dilemmas.registry import register_programmes
        from leerkring.practice.meetings.agenda_queries import agenda_of, page_of
        from leerkring.practice.meetings.comeback_queries import meetings_with
        from leerkring.practice.meetings.partner_queries import houses_at
        from leerkring.practice.meetings.people_actions import hand_to, organised_by
        from leerkring.practice.meetings.relink_actions import relink_themes
        from leerkring.practice.meetings.subject_queries import MEETINGS
        from leerkring.practice.pulses.registry import register

        register_relinker(relink_themes)
        register(MEETINGS)
        register_programmes(meetings_with)
        register_meetings(page_of, agenda_of, houses_at)
        register_handover("Bijeenkomsten die je organiseert", organised_by, hand_to)
