"""Writing mails: a single notice, or a digest. Kept nowhere yet.

The same person, kind and period give the same Message-ID every time, so that a mail that is handed
over twice can be recognised (RFC 5322, section 3.6.4: it stands for one version of one message).
"""

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
from leerkring.foundation.notifications.models import Mail, Notice
from leerkring.foundation.notifications.registry import label_of
from leerkring.foundation.notifications.unsubscribe_actions import Scope, address_of

SALT = "leerkring.notifications.message"
LABELS = {Frequency.DAILY: "Je dagoverzicht", Frequency.WEEKLY: "Je weekoverzicht"}


def write_single(person: Any, notice: Notice, now: datetime) -> Mail:
    """One notice, in the thread of what it is about."""
    occasion = notice.occasion
    thread = _address("thread", occasion.thread)
    threading = {"In-Reply-To": thread, "References": thread}
    scope = Scope.of_event(occasion.event)
    _, label = label_of(occasion.event)
    return _mail(
        person,
        (Frequency.DIRECT, str(notice.pk)),
        occasion.title,
        "single",
        {"item": occasion, "label": label},
        scope,
        threading,
        now,
    )


def write_digest(
    person: Any, frequency: Frequency, key: str, notices: list[Notice], now: datetime
) -> Mail:
    """All of `notices`, by group, none left out."""
    by_group = sorted(notices, key=lambda n: (label_of(n.occasion.event)[0], n.pk))
    groups = [
        (group, [(n.occasion, label_of(n.occasion.event)[1]) for n in own])
        for group, own in groupby(by_group, key=lambda n: label_of(n.occasion.event)[0])
    ]
    rest = len(notices) - 1
    first = by_group[0].occasion.title
    subject = f"{LABELS[frequency]}: {first}" + (f" en nog {rest}" if rest else "")
    context = {"groups": groups, "count": len(notices), "name": LABELS[frequency]}
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
    return Mail(
        person=person,
        kind=kind,
        period=key,
        message_id=_address(kind, f"{key}:{person.pk}"),
        subject=subject,
        text=render_to_string(f"notifications/mail/{template}.txt", context),
        html=render_to_string(f"notifications/mail/{template}.html", context),
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


def _address(kind: str, what: str) -> str:
    return f"<{kind}.{salted_hmac(SALT, f'{kind}:{what}').hexdigest()}@{_host()}>"


def _host() -> str:
    return urlsplit(settings.SITE_URL).hostname or "leerkring.invalid"
