"""The demo does not wait for Monday: what would go by mail until then goes now."""

from datetime import datetime, timedelta

from leerkring.foundation.notifications import tasks
from leerkring.foundation.notifications.frequency import Frequency
from leerkring.foundation.notifications.models import Mail
from leerkring.foundation.notifications.periods import latest

WEEK = timedelta(weeks=1)


def send_until_monday(now: datetime) -> str:
    """Send everything up to the first Monday of which no overview was made; says how many."""
    made = set(Mail.objects.filter(kind=Frequency.WEEKLY).values_list("period", flat=True))
    moment = now + WEEK
    while latest(Frequency.WEEKLY, moment).key in made:
        moment += WEEK
    return tasks.run_due(moment)
