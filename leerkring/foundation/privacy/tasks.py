"""What this room does by itself."""

from datetime import datetime, timedelta

from leerkring.foundation.privacy.actions import MOST, throw_away_what_is_old
from leerkring.foundation.privacy.models import Sweep

EVERY = timedelta(hours=1)


def run_due(now: datetime) -> str:
    """Once an hour, throw away what was kept as long as it may be; go on at the next look when
    there was more than fits in one."""
    if Sweep.objects.filter(at__gt=now - EVERY).exists():
        return ""
    gone = throw_away_what_is_old(MOST)
    if gone < MOST:
        Sweep.objects.all().delete()
        Sweep.objects.create(at=now)
    return f"{gone} rijen weggegooid waarvan de tijd om is." if gone else ""
