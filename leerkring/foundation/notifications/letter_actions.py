"""Writing mails: a single notice, or a digest. Kept nowhere yet.

The same person, kind and period give the same Message-ID every time, so that a mail that is handed
over twice can be recognised (RFC 5322, section 3.6.4: it stands for one version of one message).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from itertools import groupby
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.crypto import salted_hmac

from leerkring.foundation.notifications.frequency import Frequency
from leerkring.foundation.notifications.models import Mail, Occasion
from leerkring.foundation.notifications.registry import label_of
from leerkring.foundation.notifications.unsubscribe_actions import Scope, address_of

SALT = "leerkring.notifications.message"
LABELS = {Frequency.DAILY: "Je dagoverzicht", Frequency.WEEKLY: "Je weekoverzicht"}


@dataclass(frozen=True)
class Item:
    """An occasion as it stands in every digest that has it: made once, for many people."""

    group: str
    title: str
    html: str
    text: str


def item_of(occasion: Occasion) -> Item:
    group, label = label_of(occasion.event)
    context = {"item": occasion, "label": label, "site": settings.SITE_URL}
    html, text = _both("item", context)
    return Item(group, occasion.title, html, text)


def write_single(person: Any, notice: int, occasion: Occasion, now: datetime) -> Mail:
    """One notice (its number), in the thread of what it is about."""
    thread = _address("thread", occasion.thread)
    threading = {"In-Reply-To": thread, "References": thread}
    scope = Scope.of_event(occasion.event)
    _, label = label_of(occasion.event)
    return _mail(
        person,
        (Frequency.DIRECT, str(notice)),
        occasion.title,
        "single",
        {"item": occasion, "label": label},
        scope,
        threading,
        now,
    )


def write_digest(
    person: Any, frequency: Frequency, key: str, items: Sequence[Item], now: datetime
) -> Mail:
    """All of `items`, by group, none left out."""
    by_group = sorted(items, key=lambda item: item.group)
    groups = [(group, list(own)) for group, own in groupby(by_group, key=lambda item: item.group)]
    rest = len(by_group) - 1
    subject = f"{LABELS[frequency]}: {by_group[0].title}" + (f" en nog {rest}" if rest else "")
    context = {"groups": groups, "count": len(by_group), "name": LABELS[frequency]}
    return _mail(
        person, (frequency, key), subject, "digest", context, Scope.of_digest(frequency), {}, now
    )


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
