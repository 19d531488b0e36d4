"""Django's name for this room; at start it asks to hear of look backs that close and of words that
are taken back, and tells meetings of its page."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "leerkring.practice.reports"

    def ready(self) -> None:
        from leerkring.practice.commitments.registry import register_taking_back
        from leerkring.practice.meetings.registry import register_pages
        from leerkring.practice.pulses.registry import register_choosing, register_closing
        from leerkring.practice.reports.feedback_actions import tell_editors
        from leerkring.practice.reports.strip_queries import pages_of
        from leerkring.practice.reports.taking_back_actions import clear_report, clear_report_of

        register_closing(tell_editors)
        register_taking_back(clear_report)
        register_choosing(clear_report_of)
        register_pages(pages_of)
