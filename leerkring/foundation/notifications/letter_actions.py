"""Writing mails: a single notice, or a digest. Kept nowhere yet.

The same person, kind and period give the same Message-ID every time, so that a mail that is handed
over twice can be recognised (RFC 5322, section 3.6.4: it stands for one version of one message).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from functools import cached_property
from itertools import groupby
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.crypto import salted_hmac

from leerkring.foundation.notifications.frequency import Frequency
from leerkring.foundation.notifications.models import Mail, Occasion
from leerkring.foundation.notifications.periods import ends_a_pause
from leerkring.foundation.notifications.registry import label_of
from leerkring.foundation.notifications.standing import Surroundings
from leerkring.foundation.notifications.unsubscribe_actions import Scope, address_of

SALT = "leerkring.notifications.message"
LABELS = {Frequency.DAILY: "Je dagoverzicht", Frequency.WEEKLY: "Je weekoverzicht"}
AFTER_PAUSE = "Wat er was toen je geen mail kreeg"


@dataclass(frozen=True)
class Item:
    """An occasion as whoever may read the same of it reads it in a mail.

    `subject` is empty where the mail's subject may not tell of it: that stands on locked screens
    and in the records of mail servers, where a hidden circle should not be.
    """

    occasion: Occasion
    group: str
    label: str
    circle: str
    themes: str
    sentence: str
    is_cut: bool
    subject: str

    @cached_property
    def in_digest(self) -> tuple[str, str]:
        """(HTML, text), made once for all digests."""
        return _both("item", {"item": self, "site": settings.SITE_URL})


def item_of(occasion: Occasion, around: Surroundings, circle: str, *, quotes: bool) -> Item:
    """`circle` is its name, "" for who may not know; `quotes`: also what is closed."""
    group, label = label_of(occasion.event)
    sentence = occasion.sentence
    if around.is_closed(occasion) and not quotes:
        sentence = occasion.unquoted
    return Item(
        occasion,
        group,
        label,
        circle,
        ", ".join(around.themes_of(occasion)),
        sentence,
        is_cut=sentence != occasion.sentence,
        subject="" if around.is_hidden(occasion) else occasion.title,
    )


def write_single(person: Any, notice: int, item: Item, now: datetime) -> Mail:
    """One notice (its number), in the thread of what it is about."""
    occasion = item.occasion
    thread = _address("thread", occasion.thread)
    threading = {"In-Reply-To": thread, "References": thread}
    return _mail(
        person,
        (Frequency.DIRECT, str(notice)),
        item.subject or item.label or "Iets nieuws voor je",
        "single",
        {"item": item},
        Scope.of_event(occasion.event),
        threading,
        now,
    )


def write_digest(
    person: Any, frequency: Frequency, key: str, items: Sequence[Item], now: datetime
) -> Mail:
    """All of `items`, by group, none left out."""
    by_group = sorted(items, key=lambda item: item.group)
    groups = [(group, list(own)) for group, own in groupby(by_group, key=lambda item: item.group)]
    name = AFTER_PAUSE if ends_a_pause(key) else LABELS[frequency]
    subject = f"{name}: {_what_is_in_it([item.subject for item in by_group])}"
    context = {"groups": groups, "count": len(by_group), "name": name}
    return _mail(
        person, (frequency, key), subject, "digest", context, Scope.of_digest(frequency), {}, now
    )


def _what_is_in_it(subjects: Sequence[str]) -> str:
    """The first that a subject may name, and how many more."""
    first, rest = next(filter(None, subjects), ""), len(subjects) - 1
    if first:
        return first + (f" en nog {rest}" if rest else "")
    return f"{len(subjects)} nieuwe dingen" if rest else "iets nieuws"


def _mail(
    person: Any,
    period: tuple[Frequency, str],
    subject: str,
    template: str,
    context: dict[str, Any],
    scope: Scope,
    threading: dict[str, str],
    now: datetime,
) -> Mail:
    kind, key = period
    context |= {
        "person": person,
        "site": settings.SITE_URL,
        "unsubscribe": (away := address_of(person, scope)),
        "settings_url": settings.SITE_URL + reverse("notifications:settings"),
    }
    html, text = _both(template, context)
    return Mail(
        person=person,
        kind=kind,
        period=key,
        message_id=_address(kind, f"{key}:{person.pk}"),
        subject=subject,
        text=text,
        html=html,
        headers={
            "Date": format_datetime(now),
            "List-Id": f"Leerkring <{scope.list_name}.{_host()}>",
            "List-Unsubscribe": f"<{away}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            "Auto-Submitted": "auto-generated",
            **threading,
        },
        at=now,
        next_try_at=now,
    )


def _both(template: str, context: dict[str, Any]) -> tuple[str, str]:
    return (
        render_to_string(f"notifications/mail/{template}.html", context),
        render_to_string(f"notifications/mail/{template}.txt", context),
    )


def _address(kind: str, what: str) -> str:
    return f"<{kind}.{salted_hmac(SALT, f'{kind}:{what}').hexdigest()}@{_host()}>"


def _host() -> str:
    return urlsplit(settings.SITE_URL).hostname or "leerkring.invalid"
