"""Who waits for which mail: a turn for each kind of mail, and for each day that people chose."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, Q

from leerkring.foundation.notifications.frequency import Frequency
from leerkring.foundation.notifications.models import Delivery, Mail, Mailbox
from leerkring.foundation.notifications.models.mailbox import GOING, HELD, MONDAY, UNUSUAL
from leerkring.foundation.notifications.periods import Period, latest

BATCH = 100  # people whose mails are in memory, and in one transaction


@dataclass(frozen=True)
class Turn:
    """A period, and for whom: who has a mailbox of this kind, or (`without`) who has none.

    While nobody chose anything there is nothing to ask of mailboxes (`boxes` is None).
    """

    period: Period
    boxes: Q | None = None
    without: bool = True


def turns(now: datetime) -> list[Turn]:
    """At once, this day, and this week for each day that it begins on for somebody."""
    days = Mailbox.objects.filter(UNUSUAL).order_by().values_list("day", flat=True).distinct()
    chosen = set(days)
    at_once = Period(Frequency.DIRECT, "", now)
    daily, weekly = (latest(kind, now) for kind in (Frequency.DAILY, Frequency.WEEKLY))
    if not chosen:
        return [Turn(at_once), Turn(daily), Turn(weekly)]
    return [
        Turn(at_once, HELD),
        Turn(daily, HELD),
        Turn(weekly, UNUSUAL),
        *(
            Turn(latest(Frequency.WEEKLY, now, day), GOING & Q(day=day), without=False)
            for day in sorted(chosen - {MONDAY})
        ),
    ]


def people_waiting(turn: Turn, most: int) -> Iterator[list[int]]:
    """Batches of people with something to hear, each person once, in a fixed order.

    Who has had this digest waits for the next: what was told late is in that one.
    """
    period = turn.period
    waiting = Delivery.objects.waiting().filter(frequency=period.frequency, at__lt=period.moment)
    after = 0
    while most > 0:
        # Said of all three: a database does not see that this holds for the others as well, and
        # would read those of everybody who came before.
        mine = {"person": OuterRef("person"), "person__gt": after}
        rows = waiting.filter(person__gt=after)
        if period.key:
            had = Mail.objects.filter(**mine, kind=period.frequency, period=period.key)
            rows = rows.exclude(Exists(had))
        if turn.boxes is not None:
            box = Exists(Mailbox.objects.filter(turn.boxes, **mine))
            rows = rows.exclude(box) if turn.without else rows.filter(box)
        found = rows.order_by("person").values_list("person", flat=True)
        people = list(found.distinct()[: min(BATCH, most)])
        if not people:
            return
        yield people
        after, most = people[-1], most - len(people)
