"""Writing what is due out of deliveries into mails; in docs/decisions/0013-notices.md why so.

A batch of people is read and their mails are made, without a lock. Then one transaction keeps
the mails and moves their deliveries out of *waiting*, or does nothing at all. Killed anywhere, or
done by two workers at once, a delivery is in at most one mail, and waits as long as it is in none.

What is told to many is read once a batch, and written once as it stands in a digest.
"""

import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby
from typing import Any, NamedTuple

from django.contrib.auth import get_user_model
from django.db import IntegrityError, transaction
from django.db.models import CharField, Exists, OuterRef, Subquery
from django.db.models.functions import Cast

from leerkring.foundation.notifications.frequency import DIGESTS, Frequency
from leerkring.foundation.notifications.letter_actions import (
    Item,
    item_of,
    write_digest,
    write_single,
)
from leerkring.foundation.notifications.models import Delivery, Mail, Occasion
from leerkring.foundation.notifications.periods import Period, latest
from leerkring.foundation.notifications.queries import visible_to_each

BATCH = 100  # people whose mails are in memory, and in one transaction
NO_ACCOUNT = "geen account meer"
WITHDRAWN = "ingetrokken"
OUT_OF_SIGHT = "niet meer te zien"

log = logging.getLogger(__name__)


class Overtaken(Exception):
    """Another worker, or a choice of this person, was there first."""


class Told(NamedTuple):
    """A delivery that is due, and what it tells."""

    delivery: int
    person: int
    notice: int
    occasion: Occasion


@dataclass
class Batch:
    """Mails, the deliveries that go into them, and deliveries that are dropped, by why."""

    kind: Frequency
    mails: list[Mail] = field(default_factory=list)
    written: list[int] = field(default_factory=list)
    dropped: dict[str, list[int]] = field(default_factory=dict)
    items: dict[int, Item] = field(default_factory=dict)  # by occasion, made once

    def drop(self, why: str, deliveries: Iterable[int]) -> None:
        self.dropped.setdefault(why, []).extend(deliveries)

    def item(self, occasion: Occasion) -> Item:
        if occasion.pk not in self.items:
            self.items[occasion.pk] = item_of(occasion)
        return self.items[occasion.pk]


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
    after = 0
    while most > 0:
        rows = waiting.filter(person__gt=after)
        if period.key:
            # Said of both: a database does not see that this holds for the mails as well, and
            # would read those of everybody who came before.
            had = Mail.objects.filter(
                person=OuterRef("person"),
                person__gt=after,
                kind=period.frequency,
                period=period.key,
            )
            rows = rows.exclude(Exists(had))
        found = rows.order_by("person").values_list("person", flat=True)
        people = list(found.distinct()[: min(BATCH, most)])
        if not people:
            return
        yield people
        after, most = people[-1], most - len(people)


def _make(people: list[int], period: Period, now: datetime) -> Batch:
    """What cannot be said or written about somebody holds up that person alone."""
    batch = Batch(period.frequency)
    own = _told(people, period, batch)
    accounts = get_user_model()._default_manager.filter(pk__in=own).order_by("pk")
    for person in accounts.filter(is_active=False):
        batch.drop(NO_ACCOUNT, (one.delivery for one in own[person.pk]))
    active = {person: own[person.pk] for person in accounts.filter(is_active=True)}
    asked = {person: [one.occasion for one in told] for person, told in active.items()}
    for person, seen in visible_to_each(asked):
        shown = [one for one in active[person] if one.occasion.pk in seen]
        try:
            batch.mails += _write(person, shown, batch, period, now)
        except Exception:
            log.exception("mail aan persoon %s is niet geschreven", person.pk)
            continue
        batch.written += [one.delivery for one in shown]
        hidden = (one.delivery for one in active[person] if one.occasion.pk not in seen)
        batch.drop(OUT_OF_SIGHT, hidden)
    return batch


def _told(people: list[int], period: Period, batch: Batch) -> dict[int, list[Told]]:
    """What is due to each; what was taken back is dropped."""
    rows = Delivery.objects.waiting().filter(
        person__in=people, frequency=period.frequency, at__lt=period.moment
    )
    columns = ("pk", "person_id", "notice_id", "notice__occasion_id")
    due = list(rows.order_by("person", "pk").values_list(*columns))
    occasions = Occasion.objects.select_related("by").in_bulk({one[3] for one in due if one[3]})
    batch.drop(WITHDRAWN, (one[0] for one in due if one[3] not in occasions))
    told = [
        Told(pk, person, notice, occasions[occasion])
        for pk, person, notice, occasion in due
        if occasion in occasions
    ]
    return {person: list(some) for person, some in groupby(told, key=lambda one: one.person)}


def _write(
    person: Any, shown: list[Told], batch: Batch, period: Period, now: datetime
) -> list[Mail]:
    if period.frequency is Frequency.DIRECT:
        return [write_single(person, one.notice, one.occasion, now) for one in shown]
    if not shown:
        return []
    items = [batch.item(one.occasion) for one in shown]
    return [write_digest(person, period.frequency, period.key, items, now)]


@transaction.atomic
def _keep(batch: Batch, now: datetime) -> None:
    """All of it, or nothing. Raises Overtaken, or IntegrityError for a mail that is there."""
    Mail.objects.bulk_create(batch.mails)
    waiting = Delivery.objects.waiting()
    into = Mail.objects.filter(person=OuterRef("person"), kind=batch.kind)
    if batch.kind is Frequency.DIRECT:
        into = into.filter(period=Cast(OuterRef("notice"), CharField()))
    elif batch.mails:
        into = into.filter(period=batch.mails[0].period)
    mine = waiting.filter(pk__in=batch.written, frequency=batch.kind)
    if batch.written and mine.update(mail=Subquery(into.values("pk"))) != len(batch.written):
        raise Overtaken
    for why, pks in batch.dropped.items():
        waiting.filter(pk__in=pks).update(dropped_at=now, why=why)
