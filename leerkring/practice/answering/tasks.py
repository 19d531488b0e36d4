"""What this room does by itself."""

from datetime import datetime

from django.utils import timezone

from leerkring.practice.answering.closing_actions import forget_what_is_over
from leerkring.practice.answering.mailing import send_due


def run_due(now: datetime) -> str:
    """Forget rounds that are over, and send the mail that is due."""
    forget_what_is_over(timezone.localdate(now))
    sent = send_due()
    return f"{sent} {'mail' if sent == 1 else 'mails'} verstuurd." if sent else ""
