"""What people chose, and what of their notices they may see now."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from leerkring.foundation.notifications.frequency import Frequency, Loudness
from leerkring.foundation.notifications.models import (
    CircleLoudness,
    DigestStop,
    Notice,
    Preference,
)
from leerkring.foundation.notifications.plan import Plan, plan
from leerkring.foundation.notifications.registry import Event, seen_by

MOST_COUNTED = 100
PAGE = 30


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


def unread_count(person: Any) -> int:
    """How many notices are unread, counted up to 100: one short look into one index."""
    return Notice.objects.filter(person=person, is_on_site=True, read_at=None)[
        :MOST_COUNTED
    ].count()


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
