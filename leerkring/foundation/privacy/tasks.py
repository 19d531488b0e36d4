"""What this room does by itself."""

from datetime import datetime

from leerkring.foundation.privacy.actions import throw_away_what_is_old


def run_due(now: datetime) -> str:
    """Throw away what was kept as long as it may be."""
    gone = throw_away_what_is_old()
    return f"{gone} rijen weggegooid waarvan de tijd om is." if gone else ""
