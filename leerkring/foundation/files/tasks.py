"""What this room does by itself: throw away what nothing leads to."""

from datetime import datetime, timedelta

from leerkring.foundation.files.actions import forget_stray_bytes, throw_away
from leerkring.foundation.files.models import Sweep
from leerkring.foundation.files.queries import unused_before

KEPT_UNUSED = timedelta(days=1)
EVERY = timedelta(hours=1)
MOST = 5000
AT_ONCE = 200


def run_due(now: datetime) -> str:
    """Once an hour. Files that nobody used within a day go, a few hundred at a time; and so do
    bytes that no row tells of, which stay behind when somebody's form failed half-way.
    """
    if Sweep.objects.filter(at__gt=now - EVERY).exists():
        return ""
    old = now - KEPT_UNUSED
    # One of the 256 folders an hour: a walk of at most a few thousand names. Before the rows go,
    # or bytes that still wait for the end of this transaction would be counted twice.
    gone = forget_stray_bytes(f"{int(now.timestamp() // 3600) % 256:02x}", before=old)
    numbers = list(unused_before(old).values_list("pk", flat=True)[:MOST])
    for start in range(0, len(numbers), AT_ONCE):
        gone += throw_away(numbers[start : start + AT_ONCE])
    Sweep.objects.all().delete()
    Sweep.objects.create(at=now)
    return f"{gone} bestanden weggegooid waar niets naar verwijst." if gone else ""
