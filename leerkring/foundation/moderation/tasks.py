"""What this room does by itself."""

from datetime import datetime

from leerkring.foundation.moderation.actions import close_as_gone
from leerkring.foundation.moderation.queries import flags_about_nothing


def run_due(now: datetime) -> str:
    """Close the flags about what is gone; each thing in a transaction of its own."""
    closed = [decision for flags in flags_about_nothing() if (decision := close_as_gone(flags))]
    return f"{len(closed)} meldingen gesloten over wat er niet meer is." if closed else ""
