"""Writing what is due out of deliveries into mails; in docs/decisions/0013-notices.md why so.

A batch of people is read and their mails are made, without a lock. Then one transaction keeps
the mails and moves their deliveries out of *waiting*, or does nothing at all. Killed anywhere, or
done by two workers at once, a delivery is in at most one mail, and waits as long as it is in none.
"""

import logging
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Exists, OuterRef

from leerkring.foundation.notifications.frequency import DIGESTS, Frequency
from leerkring.foundation.notifications.letter_actions import write_digest, write_single
from leerkring.foundation.notifications.models import Delivery, Mail
from leerkring.foundation.notifications.periods import Period, latest
from leerkring.foundation.notifications.queries import visible_of

BATCH = 100  # people whose mails are in memory, and in one transaction
NO_ACCOUNT = "geen account meer"
WITHDRAWN = "ingetrokken"
OUT_OF_SIGHT = "niet meer te zien"

log = logging.getLogger(__name__)


class Overtaken(Exception):
    """Another worker, or a choice of this person, was there first."""


@dataclass
class Batch:
    """Mails with the deliveries they hold, and deliveries that are dropped, by why."""

    mails: list[tuple[Mail, list[int]]] = field(default_factory=list)
    dropped: dict[str, list[int]] = field(default_factory=dict)


def write_due(now: datetime, most: int = 2000) -> int:
    """Write the mails of at most `most` people a kind; returns how many were written."""
    at_once = Period(Frequency.DIRECT, "", now)
    periods = [at_once, *(latest(frequency, now) for frequency in DIGESTS)]
    return sum(_write_period(period, now, most) for period in periods)


def _write_period(period: Period, now: datetime, most: int) -> int:
    written = 0
    for people in _people_waiting(period, most):
        batch = _make(people, period, now)
        try:
            _keep(batch, now)
        except (IntegrityError, Overtaken):
            continue  # nothing was kept: what still waits is there the next time
        written += len(batch.mails)
    return written


def _people_waiting(period: Period, most: int) -> Iterator[list[int]]:
    """Batches of people with something to hear, each person once, in a fixed order.

    Who has had this digest waits for the next: what was told late is in that one.
    """
    waiting = Delivery.objects.waiting().filter(frequency=period.frequency, at__lt=period.moment)
    if period.key:
        had = Mail.objects.filter(
            person=OuterRef("person"), kind=period.frequency, period=period.key
        )
        waiting = waiting.exclude(Exists(had))
    after = 0
    while most > 0:
        rows = waiting.filter(person__gt=after).order_by("person").values_list("person", flat=True)
        people = list(rows.distinct()[: min(BATCH, most)])
        if not people:
            return
        yield people
        after, most = people[-1], most - len(people)


def _make(people: list[int], period: Period, now: datetime) -> Batch:
    """What somebody's rooms cannot answer holds up that person alone, until they can."""
    rows = Delivery.objects.waiting().filter(
        person__in=people, frequency=period.frequency, at__lt=period.moment
    )
    rows = rows.select_related("person", "notice__occasion__by").order_by("person", "pk")
    batch = Batch()
    for person, own in groupby(rows, key=lambda delivery: delivery.person):
        try:
            mails, dropped = _make_for(person, list(own), period, now)
        except Exception:
            log.exception("mail aan persoon %s is niet geschreven", person.pk)
            continue
        batch.mails += mails
        for why, pks in dropped.items():
            batch.dropped.setdefault(why, []).extend(pks)
    return batch


def _make_for(
    person: Any, own: list[Delivery], period: Period, now: datetime
) -> tuple[list[tuple[Mail, list[int]]], dict[str, list[int]]]:
    if not person.is_active:
        return [], {NO_ACCOUNT: [delivery.pk for delivery in own]}
    pk_of = {delivery.notice: delivery.pk for delivery in own if delivery.notice}
    seen = visible_of(person, pk_of)
    dropped = {
        WITHDRAWN: [delivery.pk for delivery in own if not delivery.notice],
        OUT_OF_SIGHT: [pk for notice, pk in pk_of.items() if notice not in set(seen)],
    }
    if period.frequency is Frequency.DIRECT:
        mails = [(write_single(person, notice, now), [pk_of[notice]]) for notice in seen]
    elif seen:
        mail = write_digest(person, period.frequency, period.key, seen, now)
        mails = [(mail, [pk_of[notice] for notice in seen])]
    else:
        mails = []
    return mails, dropped


@transaction.atomic
def _keep(batch: Batch, now: datetime) -> None:
    """All of it, or nothing. Raises Overtaken, or IntegrityError for a mail that is there."""
    Mail.objects.bulk_create(mail for mail, _ in batch.mails)
    waiting = Delivery.objects.waiting()
    for mail, pks in batch.mails:
        if waiting.filter(pk__in=pks, frequency=mail.kind).update(mail=mail) != len(pks):
            raise Overtaken
    for why, pks in batch.dropped.items():
        waiting.filter(pk__in=pks).update(dropped_at=now, why=why)
