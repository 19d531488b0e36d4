"""What people chose, and what of their notices they may see now."""

import logging
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.contrib.auth import get_user_model
from django.db.models import IntegerField, QuerySet, Subquery

from leerkring.foundation.notifications.frequency import Frequency, Loudness
from leerkring.foundation.notifications.models import (
    CircleLoudness,
    DigestStop,
    Mailbox,
    Notice,
    Occasion,
    Preference,
)
from leerkring.foundation.notifications.plan import Plan, plan
from leerkring.foundation.notifications.registry import Event, seen_by, seen_by_everybody
from leerkring.foundation.statements.made_once import made_once

MOST_COUNTED = 100
PAGE = 30

log = logging.getLogger(__name__)


def plans_of(event: Event, people: Collection[int], circle: int | None) -> dict[int, Plan]:
    """Person → what becomes of this event for them; at most three queries."""
    chosen = {
        person: Plan(site, Frequency(mail))
        for person, site, mail in Preference.objects.filter(
            event=event.key, person__in=people
        ).values_list("person_id", "site", "mail")
    }
    stopped: dict[int, set[Frequency]] = defaultdict(set)
    stops = DigestStop.objects.filter(person__in=people).values_list("person_id", "frequency")
    for person, frequency in stops:
        stopped[person].add(Frequency(frequency))
    loud: dict[int, Loudness] = {}
    if circle is not None:
        rows = CircleLoudness.objects.filter(circle=circle, person__in=people)
        loud = {
            person: Loudness(word) for person, word in rows.values_list("person_id", "loudness")
        }
    return {
        person: plan(
            event, chosen.get(person), loud.get(person, Loudness.NORMAL), stopped.get(person, ())
        )
        for person in people
    }


def mailbox_of(person: Any) -> Mailbox:
    """How mail reaches this person; not in the database for who never chose."""
    return Mailbox.objects.filter(person=person).first() or Mailbox(person=person)


def unread_count(person: Any) -> int:
    """How many notices are unread, counted up to 100: one short look into one index."""
    return len(_unread(person))


@made_once
def _unread(person: Any) -> QuerySet[Notice, int]:
    return _some_unread(person).values_list("pk", flat=True)


def _some_unread(person: Any) -> QuerySet[Notice]:
    rows = Notice.objects.filter(person=person, is_on_site=True, read_at=None).order_by()
    return rows[:MOST_COUNTED]


class _Number(Subquery):
    template = "(SELECT COUNT(*) FROM (%(subquery)s) AS counted)"


def refused_and_unread(person: Any) -> tuple[Mailbox | None, int]:
    """In one look for the front page: the mailbox of who has an address that takes no mail, and
    how many notices are unread, counted up to 100."""
    for refused_at, address, unread in _refused_and_unread(person):
        box = Mailbox(person=person, refused_at=refused_at, refused_address=address or "")
        return (box if refused_at else None), unread
    return None, 0


@made_once
def _refused_and_unread(person: Any) -> QuerySet[Any, Any]:
    box = Mailbox.objects.filter(person=person, refused_at__isnull=False)
    return (
        get_user_model()
        ._default_manager.filter(pk=person)
        .values_list(
            Subquery(box.values("refused_at")),
            Subquery(box.values("refused_address")),
            _Number(_some_unread(person).values("pk"), output_field=IntegerField()),
        )
    )


def visible_of(person: Any, notices: Iterable[Notice]) -> list[Notice]:
    """Those about something that this person may see now, in the same order.

    One question to the owner of each model that they are about.
    """
    notices = list(notices)
    asked: dict[str, set[str]] = defaultdict(set)
    for notice in notices:
        asked[notice.occasion.about].add(notice.occasion.about_id)
    seen = {(about, found) for about, ids in asked.items() for found in seen_by(person, about, ids)}
    return [n for n in notices if (n.occasion.about, n.occasion.about_id) in seen]


def open_to_all(asked: Iterable[Collection[Occasion]]) -> dict[str, set[str]]:
    """By model the keys of those that anyone who is signed in sees, each model asked once."""
    ids: dict[str, set[str]] = defaultdict(set)
    for occasions in asked:
        for occasion in occasions:
            ids[occasion.about].add(occasion.about_id)
    return {about: _open_to_all(about, some) for about, some in ids.items()}


def visible_to_each(
    asked: Mapping[Any, Collection[Occasion]], everybody: Mapping[str, set[str]]
) -> Iterator[tuple[Any, set[int]]]:
    """Of every person the pks of those occasions that they may see now.

    What anyone who is signed in sees (`everybody`: `open_to_all` of these) is not asked again, the
    rest person by person. A person whose rooms cannot answer is left out.
    """
    for person, occasions in asked.items():
        closed: dict[str, set[str]] = defaultdict(set)
        for one in occasions:
            if one.about_id not in everybody[one.about]:
                closed[one.about].add(one.about_id)
        try:
            seen = {about: seen_by(person, about, some) for about, some in closed.items()}
        except Exception:
            log.exception("wat persoon %s mag zien is niet te zeggen", person.pk)
            continue
        yield (
            person,
            {
                one.pk
                for one in occasions
                if one.about_id in everybody[one.about] or one.about_id in seen.get(one.about, ())
            },
        )


def _open_to_all(about: str, ids: set[str]) -> set[str]:
    try:
        return seen_by_everybody(about, ids)
    except Exception:
        log.exception("wat iedereen van %s mag zien is niet te zeggen", about)
        return set()


@dataclass(frozen=True)
class Page:
    """Notices that may be seen now, and where the next page begins (0: nowhere)."""

    notices: list[Notice]
    after: int

    def next_url(self, url: str, more: dict[str, str]) -> str:
        return f"{url}?{urlencode(more | {'voor': str(self.after)})}" if self.after else ""


def page_of(person: Any, *, only_unread: bool = False, before: str = "") -> Page:
    """Newest first, below the notice numbered `before`."""
    rows = Notice.objects.on_site(person).select_related("occasion__by")
    if only_unread:
        rows = rows.unread()
    if before.isascii() and before.isdigit() and len(before) < 19:
        rows = rows.filter(pk__lt=int(before))
    found = list(rows[: PAGE + 1])
    after = found[PAGE - 1].pk if len(found) > PAGE else 0
    return Page(visible_of(person, found[:PAGE]), after)
