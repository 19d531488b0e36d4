"""What this room does by itself: where themes got other names, look again which texts say them."""

from datetime import datetime, timedelta

from leerkring.foundation.search.actions import read_again
from leerkring.network.themes.models import NewNames
from leerkring.network.themes.registry import by_words

# What was being put in the index while a name changed was read with the names from before, and
# is there to be found a moment later.
A_MOMENT = timedelta(minutes=1)
AT_ONCE = 500


def run_due(now: datetime) -> str:
    """A part each time, what was read longest ago first; killed halfway, the next goes on."""
    newest = NewNames.objects.order_by("at").last()
    if newest is None or now < newest.at + A_MOMENT:
        return ""
    read = read_again(by_words(), before=newest.at + A_MOMENT, at_once=AT_ONCE)
    if read < AT_ONCE:
        NewNames.objects.filter(at__lte=newest.at).delete()
    return f"Van {read} stukken opnieuw gekeken over welke thema's ze gaan." if read else ""
