"""What this room does by itself."""

from datetime import datetime

from leerkring.network.circles.models import Circle
from leerkring.network.circles.queries import without_guides
from leerkring.network.circles.vacancy_actions import fill_vacancy, note_vacancy

AT_ONCE = 50


def run_due(now: datetime) -> str:
    """See which circles lost their last guide, by leaving or with an account, and which found
    one; each on its own, so that stopping halfway loses nothing."""
    left = without_guides()
    for circle in Circle.objects.exclude(vacancy=None).exclude(pk__in=left.values("pk"))[:AT_ONCE]:
        fill_vacancy(circle)
    lost = list(left.filter(vacancy=None).order_by("pk")[:AT_ONCE])
    for circle in lost:
        note_vacancy(circle, now=now)
    if not lost:
        return ""
    return f"{len(lost)} {'groep heeft' if len(lost) == 1 else 'groepen hebben'} geen begeleider."
