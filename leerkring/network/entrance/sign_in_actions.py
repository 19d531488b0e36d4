"""Where somebody is signed in: kept by device and day, and ended from any other browser."""

from datetime import date
from importlib import import_module
from typing import Any

from django.conf import settings
from django.utils import timezone

from leerkring.network.entrance.devices import device_of
from leerkring.network.entrance.models import SignIn

KEY = "entrance_sign_in"


def note_sign_in(request: Any) -> None:
    """Remember this browser as one in which its person is signed in."""
    session = request.session
    if session.session_key is None:
        session.create()
    today = timezone.localdate()
    SignIn.objects.update_or_create(
        session_key=session.session_key,
        defaults={
            "person": request.user,
            "device": device_of(request.headers.get("User-Agent", "")),
            "seen_on": today,
        },
    )
    _mark(session, today)


def note_visit(request: Any) -> None:
    """Once a day, and when the session got another name, write down that it was seen.

    A browser that was never noted is left alone: most requests cost nothing here.
    """
    session, today = request.session, timezone.localdate()
    mark = session.get(KEY)
    if not mark or mark == _mark_of(session.session_key, today):
        return
    SignIn.objects.filter(session_key=mark[0]).update(
        session_key=session.session_key, seen_on=today
    )
    _mark(session, today)


def end_sign_in(sign_in: SignIn) -> None:
    """That browser has to sign in again."""
    _sessions(sign_in.session_key).delete()
    sign_in.delete()


def end_sign_ins(person: Any, *, but: str = "") -> int:
    """End them all, except perhaps the session named `but`. Returns how many."""
    rows = list(SignIn.objects.filter(person=person).exclude(session_key=but))
    for row in rows:
        end_sign_in(row)
    return len(rows)


def forget_sign_in(session_key: str | None) -> None:
    """This browser signs out by itself."""
    SignIn.objects.filter(session_key=session_key or "").delete()


def _sessions(key: str) -> Any:
    return import_module(settings.SESSION_ENGINE).SessionStore(key)


def _mark_of(key: str | None, today: date) -> list[str]:
    return [key or "", today.isoformat()]


def _mark(session: Any, today: date) -> None:
    session[KEY] = _mark_of(session.session_key, today)
