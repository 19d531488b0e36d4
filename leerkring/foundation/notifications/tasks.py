"""What this room does by itself."""

from datetime import datetime

from leerkring.foundation.notifications.sending_actions import hand_over_due
from leerkring.foundation.notifications.writing_actions import write_due


def run_due(now: datetime) -> str:
    """Write the mails that are due, and hand over those that wait."""
    write_due(now)
    sent = hand_over_due(now)
    return f"{sent} {'melding' if sent == 1 else 'meldingen'} per mail verstuurd." if sent else ""
