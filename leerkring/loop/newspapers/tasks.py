"""What this room does by itself."""

from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef

from leerkring.loop.newspapers.actions import look_whether_it_holds
from leerkring.loop.newspapers.models import Edition, Publication

EVERY = timedelta(minutes=1)
AT_ONCE = 30


def run_due(now: datetime) -> str:
    """Look whether agreements with papers that are not out yet, or not any more, still hold, those
    first at which was looked longest ago. The same look twice finds the same."""
    out = Publication.objects.standing().filter(edition=OuterRef("pk"))
    waiting = Edition.objects.filter(~Exists(out), participation__isnull=False)
    due = waiting.filter(approvals__looked_at__lt=now - EVERY).order_by("approvals__looked_at")
    for pk in dict.fromkeys(due.values_list("pk", flat=True)[:AT_ONCE]):
        look_whether_it_holds(Edition.objects.get(pk=pk), now=now)
    return ""
