"""Choosing how one's mail comes; mail that waits while it may not come, and comes again.

Nothing that waits is lost and nothing comes twice: a pause leaves deliveries where they are, and
when it is over one digest holds them all (docs/decisions/0013-notices.md).
"""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from leerkring.foundation.notifications.frequency import Frequency
from leerkring.foundation.notifications.models import Delivery, Mail, Mailbox
from leerkring.foundation.notifications.models.mailbox import UNUSUAL, over_on
from leerkring.foundation.notifications.periods import Period, after_pause, latest
from leerkring.foundation.notifications.waiting_queries import Turn


def choose_mail(person: Any, *, day: int, quotes_closed: bool, paused_until: date | None) -> None:
    """No date ends a pause now, as `mail_again`."""
    box, _ = Mailbox.objects.get_or_create(person=person)
    box.day, box.quotes_closed = day, quotes_closed
    if paused_until is not None or box.paused_until is not None:
        box.paused_until = paused_until or _today(timezone.now())
    box.save(update_fields=["day", "quotes_closed", "paused_until"])


@transaction.atomic
def mail_again(person: Any) -> None:
    """The pause is over, or the address is good now: what waited comes in one digest."""
    for box in Mailbox.objects.select_for_update().filter(person=person):
        _release(box, timezone.now())


@transaction.atomic
def hold(person: Any) -> None:
    """A mail server takes no mail for this address: no more until it is another, or until this
    person says that it is good. The first time counts."""
    Mailbox.objects.get_or_create(person=person)
    Mailbox.objects.filter(person=person, refused_at=None).update(
        refused_at=timezone.now(), refused_address=person.email
    )


def gather(now: datetime) -> Turn | None:
    """Whose pause is over: all that waits for them goes into one digest, in this turn."""
    if not Mailbox.objects.filter(UNUSUAL).exists():
        return None
    with transaction.atomic():
        for box in Mailbox.objects.select_for_update(of=("self",)).of_another_address():
            _release(box, now)
    over = Mailbox.objects.over_on(_today(now))
    if not over.exists():
        return None
    rows = Delivery.objects.waiting().filter(person__in=over.values("person"), at__lt=now)
    rows.exclude(frequency=Frequency.WEEKLY).update(frequency=Frequency.WEEKLY)
    return Turn(after_pause(now), over_on(_today(now)), without=False)


def end_pauses(period: Period) -> None:
    """Of whom nothing waits any more, or who had this digest: from now on as before."""
    mine = {"person": OuterRef("person")}
    waits = Delivery.objects.waiting().filter(**mine, at__lt=period.moment)
    had = Mail.objects.filter(**mine, kind=period.frequency, period=period.key)
    over = Mailbox.objects.over_on(_today(period.moment))
    over.filter(~Q(Exists(waits)) | Q(Exists(had))).update(paused_until=None)


def _release(box: Mailbox, now: datetime) -> None:
    """What was in a mail that the server refused for good waits again: nobody has it."""
    if box.refused_at is not None:
        Delivery.objects.filter(
            person=box.person_id,
            mail__tries__gt=0,
            mail__given_up_at__gte=box.refused_at,
        ).update(mail=None, frequency=Frequency.WEEKLY)
    is_pausing_still = box.paused_until is not None and box.refused_at is not None
    if not is_pausing_still:
        box.paused_until = _today(now)
    box.refused_at, box.refused_address = None, ""
    box.save(update_fields=["paused_until", "refused_at", "refused_address"])


def _today(now: datetime) -> date:
    """A day begins at seven, with its digest."""
    return latest(Frequency.DAILY, now).moment.date()
