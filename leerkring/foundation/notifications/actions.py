"""Telling people, and their reading it."""

import re
from collections.abc import Callable, Collection, Iterable
from datetime import datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import Model, Q
from django.utils import timezone

from leerkring.foundation.language.turning import without_turning
from leerkring.foundation.notifications.frequency import Frequency
from leerkring.foundation.notifications.models import Delivery, Notice, Occasion
from leerkring.foundation.notifications.plan import Plan
from leerkring.foundation.notifications.queries import plans_of, visible_of
from leerkring.foundation.notifications.registry import event_named, visible_rule

# What can begin a second header in a mail.
_UNWANTED = re.compile("[\x00-\x1f\x7f\u2028\u2029]+")


@transaction.atomic
def notify(
    event: str,
    *,
    people: Iterable[int],
    about: Model,
    title: str,
    sentence: str = "",
    quote: str = "",
    url: str,
    by: Any | None = None,
    circle: int | None = None,
    once: str = "",
    thread: Model | None = None,
) -> int:
    """Tell `people` (ids) of one thing, each at most once; returns how many were told.

    Call it inside the transaction of what it tells of. Who did it (`by`) is not told, and neither
    is who is told already: a second call with the same event, about and `once` reaches only those
    whom the first did not. Put in `once` what sets two occasions about the same thing apart.
    `title` and `sentence` name no person: who it was is shown from `by`, so that a name can be
    forgotten; leave `by` out where nobody may know. `sentence` is in the site's own words; what
    people wrote comes after it as `quote`: of what is closed it is in no mail, unless its reader
    wants that. `circle` is that in which it stands, whoever else may read it. `thread` is what its
    mails belong to in a mail program, `about` unless given. `url` is a path on this site.

    Raises UnknownEvent, NoVisibleRule, and ValueError for an address elsewhere.
    """
    kind = event_named(event)
    visible_rule(about._meta.label_lower)
    if not url.startswith("/") or url.startswith("//"):
        raise ValueError(f"{url!r} is no path on this site")
    told = set(people) - {by.pk if by else None}
    if not told:
        return 0
    now = timezone.now()
    own, whole = one_line(sentence, 600), one_line(f"{sentence} {quote}", 600)
    occasion, is_new = Occasion.objects.get_or_create(
        event=event,
        about=about._meta.label_lower,
        about_id=str(about.pk),
        once=once,
        defaults={
            "thread": _thread_of(thread or about),
            "title": one_line(title, 200),
            "sentence": whole,
            "own_words": len(own) if quote else len(whole),
            "url": url,
            "by": by,
            "circle": circle,
            "at": now,
        },
    )
    if not is_new:
        Occasion.objects.select_for_update().get(pk=occasion.pk)
        told -= set(occasion.notices.values_list("person_id", flat=True))
    return _tell(occasion, plans_of(kind, _with_an_account(told), circle), now)


def _with_an_account(people: set[int]) -> set[int]:
    active = get_user_model()._default_manager.filter(pk__in=people, is_active=True)
    return set(active.values_list("pk", flat=True))


def _tell(occasion: Occasion, plans: dict[int, Plan], now: datetime) -> int:
    wanted = {person: plan for person, plan in sorted(plans.items()) if not plan.is_nothing}
    notices = Notice.objects.bulk_create(
        Notice(person_id=person, occasion=occasion, at=now, is_on_site=plan.site)
        for person, plan in wanted.items()
    )
    Delivery.objects.bulk_create(
        Delivery(
            person_id=notice.person_id,
            notice=notice,
            at=now,
            frequency=wanted[notice.person_id].mail,
        )
        for notice in notices
        if wanted[notice.person_id].mail is not Frequency.NEVER
    )
    return len(notices)


def one_line(text: str, longest: int) -> str:
    """`text` on one line that cannot pose as another, cut at a word where it is too long."""
    line = " ".join(without_turning(_UNWANTED.sub(" ", text[: 4 * longest])).split())
    if len(line) <= longest:
        return line
    return line[: longest - 1].rsplit(" ", 1)[0] + "…"


def withdraw(about: Model, repeats: Callable[[str], bool] | None = None) -> None:
    """Take back every notice about something that is gone, and all that was told in its thread;
    mails that are on their way stay.

    Where it stays itself, `repeats` says whether a title or an address in its thread repeats what
    may not be told any more: only that goes.
    """
    itself = Q(about=about._meta.label_lower, about_id=str(about.pk))
    rows = Occasion.objects.filter(itself | Q(thread=_thread_of(about)))
    if repeats is not None:
        told = rows.exclude(itself).values_list("pk", "title", "url")
        again = [pk for pk, title, url in told if repeats(title) or repeats(url)]
        rows = Occasion.objects.filter(itself | Q(pk__in=again))
    rows.delete()


def retell(
    about: Model,
    *,
    quote: str,
    events: Collection[str],
    title: str = "",
    was: str = "",
    sentence: str = "",
    moved: tuple[str, str] = ("", ""),
) -> None:
    """What people wrote reads otherwise now: so does what waits for a digest.

    `events` are those that quote it, after a `sentence` in the site's own words where that changes
    too. The title of all changes, and their address from the one into the other; so do those of
    what was told below it, in its thread, and repeats its title: that which it `was`, or else the
    longest of which was told itself.
    """
    itself = Q(about=about._meta.label_lower, about_id=str(about.pk))
    rows = Occasion.objects.filter(itself | Q(thread=_thread_of(about)))
    told = list(rows.select_for_update(of=("self",)))
    own = {occasion.title for occasion in told if _is_about(occasion, about)}
    before = [one_line(was, 200), *sorted(own, key=len, reverse=True)]
    for occasion in told:
        if _is_about(occasion, about) and occasion.event in events:
            _say_otherwise(occasion, one_line(sentence, 600) or occasion.unquoted, quote)
        old = next((one for one in before if one and _repeats(occasion.title, one)), "")
        if title and old:
            occasion.title = one_line(occasion.title.removesuffix(old) + title, 200)
        occasion.url = occasion.url.replace(*moved) if moved[0] else occasion.url
        occasion.save(update_fields=["sentence", "own_words", "title", "url"])


def _repeats(title: str, old: str) -> bool:
    """At its end, as words of their own: «Het verslag van Kwibus»."""
    return f" {title}".endswith(f" {old}")


def _is_about(occasion: Occasion, row: Model) -> bool:
    return (occasion.about, occasion.about_id) == (row._meta.label_lower, str(row.pk))


def _say_otherwise(occasion: Occasion, own: str, quote: str) -> None:
    occasion.sentence = one_line(f"{own} {quote}", 600)
    occasion.own_words = len(own)


def _thread_of(root: Model) -> str:
    return f"{root._meta.label_lower}:{root.pk}"


def settle_unseen(person: Any, *, circle: int) -> int:
    """Of what somebody was told in a circle, what they may not see any more waits for nobody: it
    does not count as unread. Returns how many those were."""
    told = Notice.objects.filter(person=person, read_at=None, occasion__circle=circle)
    waiting = list(told.select_related("occasion"))
    seen = {notice.pk for notice in visible_of(person, waiting)}
    unseen = [notice.pk for notice in waiting if notice.pk not in seen]
    return Notice.objects.filter(pk__in=unseen).update(read_at=timezone.now())


def read_all(person: Any) -> int:
    return Notice.objects.on_site(person).unread().update(read_at=timezone.now())
