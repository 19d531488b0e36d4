"""Writing what is due out of deliveries into mails; in docs/decisions/0013-notices.md why so.

A batch of people is read and their mails are made, without a lock. Then one transaction keeps
the mails and moves their deliveries out of *waiting*, or does nothing at all. Killed anywhere, or
done by two workers at once, a delivery is in at most one mail, and waits as long as it is in none.

What is told to many is read once a batch, and written once as it stands in a digest.
"""

import logging
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby
from typing import Any, NamedTuple

from django.contrib.auth import get_user_model
from django.db import IntegrityError, transaction
from django.db.models import CharField, OuterRef, Subquery
from django.db.models.functions import Cast

from leerkring.foundation.notifications.frequency import Frequency
from leerkring.foundation.notifications.letter_actions import (
    Item,
    item_of,
    write_digest,
    write_single,
)
from leerkring.foundation.notifications.mailbox_actions import end_pauses, gather
from leerkring.foundation.notifications.models import Delivery, Mail, Mailbox, Occasion
from leerkring.foundation.notifications.periods import Period
from leerkring.foundation.notifications.queries import open_to_all, visible_to_each
from leerkring.foundation.notifications.standing import Surroundings, surroundings
from leerkring.foundation.notifications.waiting_queries import Turn, people_waiting, turns

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
    around: Surroundings = field(default_factory=Surroundings)
    quoting: Collection[int] = ()  # people who want to read in a mail what is closed
    items: dict[tuple[int, str, bool], Item] = field(default_factory=dict)  # each made once

    def drop(self, why: str, deliveries: Iterable[int]) -> None:
        self.dropped.setdefault(why, []).extend(deliveries)

    def item(self, person: int, occasion: Occasion) -> Item:
        """An occasion as it stands in every digest of whoever may read the same of it."""
        circle = self.around.circle_for(person, occasion)
        key = (occasion.pk, circle, person in self.quoting)
        if key not in self.items:
            self.items[key] = item_of(occasion, self.around, circle, quotes=key[2])
        return self.items[key]


def write_due(now: datetime, most: int = 2000) -> int:
    """Write the mails of at most `most` people a kind; returns how many were written."""
    written = 0
    if (over := gather(now)) is not None:
        written += _write_turn(over, now, most)
        end_pauses(over.period)
    return written + sum(_write_turn(turn, now, most) for turn in turns(now))


def _write_turn(turn: Turn, now: datetime, most: int) -> int:
    written = 0
    for people in people_waiting(turn, most):
        batch = _make(people, turn.period, now)
        try:
            _keep(batch, now)
        except (IntegrityError, Overtaken):
            continue  # nothing was kept: what still waits is there the next time
        written += len(batch.mails)
    return written


def _make(people: list[int], period: Period, now: datetime) -> Batch:
    """What cannot be said or written about somebody holds up that person alone."""
    batch = Batch(period.frequency)
    own = _told(people, period, batch)
    accounts = get_user_model()._default_manager.filter(pk__in=own).order_by("pk")
    for person in accounts.filter(is_active=False):
        batch.drop(NO_ACCOUNT, (one.delivery for one in own[person.pk]))
    active = {person: own[person.pk] for person in accounts.filter(is_active=True)}
    asked = {person: [one.occasion for one in told] for person, told in active.items()}
    everybody = open_to_all(asked.values())
    occasions = {one.pk: one for told in asked.values() for one in told}
    batch.around = surroundings(occasions.values(), list(own), everybody)
    batch.quoting = set(
        Mailbox.objects.filter(person__in=own, quotes_closed=True).values_list("person", flat=True)
    )
    for person, seen in visible_to_each(asked, everybody):
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
        return [
            write_single(person, one.notice, batch.item(person.pk, one.occasion), now)
            for one in shown
        ]
    if not shown:
        return []
    items = [batch.item(person.pk, one.occasion) for one in shown]
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
