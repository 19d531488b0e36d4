"""Handing mails over to the mail server, each until the server says that it has it.

The rows of a room are its queue; an `Outbox` says what is the room's own: when a mail is still
wanted, and how it is written. The rest is here, once.

A mail is claimed first: its next try is put off by a lease, and only then it is handed over. Who
is killed after that leaves it to be tried again when the lease is over. So a mail is never lost;
and only if the server took it and we died before we could write that down, it is handed over again,
under the same Message-ID where the room gives it one (docs/decisions/0013-notices.md).
"""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from smtplib import SMTPDataError, SMTPRecipientsRefused
from time import monotonic
from typing import Any, Generic, TypeVar

from django.core.mail import EmailMessage, get_connection
from django.db import DatabaseError
from django.db.models import F

LEASE = timedelta(minutes=15)  # far longer than a mail server may take (EMAIL_TIMEOUT)
LONGEST_RUN = timedelta(minutes=5)  # other rooms wait, and a lease counts from when a run began
# Who greylists says "later" for five minutes, so that an earlier try is one refusal more.
FIRST_PAUSE, LONGEST_PAUSE = timedelta(minutes=5), timedelta(hours=4)
PATIENCE = timedelta(days=5)  # as long as mail servers themselves try (RFC 5321, 4.5.4.1)
SESSION = 50  # mails over one connection; some servers end it after a hundred
PERMANENT = range(500, 600)  # SMTP replies that say: never

log = logging.getLogger(__name__)
Row = TypeVar("Row", bound=Any)


class NotTaken(Exception):
    """The mail server did not say that it took the mail."""


class Unreachable(Exception):
    """No mail can be handed over now: no server, no permission, a sender that is refused."""


ABOUT_ONE_MAIL = (SMTPRecipientsRefused, SMTPDataError, NotTaken, ValueError)


def patience_is_over(row: Any, now: datetime) -> bool:
    return bool(now - row.at > PATIENCE)


def give_up(row: Any, why: str) -> None:
    row.give_up(why)


def mark_as_gone(row: Any) -> None:
    row.went()


def reason(row: Any, message: EmailMessage | None, fault: Exception) -> str:
    """What is kept of a fault."""
    return str(fault) or type(fault).__name__


@dataclass(frozen=True)
class Outbox(Generic[Row]):
    """The mails of one room. A row has `at`, and `put_off(until, why)`.

    rows        a queryset with `due(now)`, and with what writing a mail reads
    is_wanted   whether a row still says what is so; if not, it gives it up or puts it off itself
    write       the mail of a row, the same each time
    went        after it was taken: it may not go again
    refused     the server takes no mail for this address, for good
    put_off_for_good  it said "later" of this address until `is_over`
    is_over     so often or so long in vain that it is given up
    why         what may be kept of a fault; may tidy up what `write` prepared
    next_try    the field that says when; `tries`: the one that counts
    ahead       rows read at a time; more than one where what `is_wanted` reads may be minutes old
    """

    rows: Any
    is_wanted: Callable[[Row, datetime], bool]
    write: Callable[[Row], EmailMessage]
    went: Callable[[Row], None] = mark_as_gone
    refused: Callable[[Row, str], None] = give_up
    put_off_for_good: Callable[[Row, str], None] = give_up
    is_over: Callable[[Row, datetime], bool] = patience_is_over
    why: Callable[[Row, EmailMessage | None, Exception], str] = reason
    next_try: str = "next_try_at"
    tries: str = "tries"
    ahead: int = 1


def hand_over(outbox: Outbox[Any], now: datetime, most: int = 2000) -> int:
    """Hand over at most `most` mails that are due; returns how many were taken.

    When the server cannot be reached, one mail is put off and the rest stays for the next time.
    """
    due = outbox.rows.due(now).order_by(outbox.next_try, "pk")
    pks = list(due.values_list("pk", flat=True)[:most])
    if not pks:
        return 0
    server, taken, until = get_connection(), 0, monotonic() + LONGEST_RUN.total_seconds()
    try:
        for number, row in enumerate(_read(outbox, pks), start=1):
            taken += _try_one(outbox, row, server, now)
            if monotonic() > until:
                break
            if number % SESSION == 0:
                server.close()
    except Unreachable as fault:
        log.warning("de mailserver doet het niet: %s", fault)
    finally:
        server.close()
    return taken


def _read(outbox: Outbox[Any], pks: list[Any]) -> Iterator[Any]:
    for at in range(0, len(pks), outbox.ahead):
        some = pks[at : at + outbox.ahead]
        rows = outbox.rows.in_bulk(some)
        yield from (rows[pk] for pk in some if pk in rows)


def _try_one(outbox: Outbox[Any], row: Any, server: Any, now: datetime) -> bool:
    """A mail that cannot be written holds up itself alone, for as long as its lease."""
    try:
        return _hand_over_one(outbox, row, server, now)
    except (Unreachable, DatabaseError):
        raise
    except Exception:
        log.exception("mail %s is niet geschreven", row.pk)
        return False


def _hand_over_one(outbox: Outbox[Any], row: Any, server: Any, now: datetime) -> bool:
    """Raises Unreachable when there is no use in going on."""
    message = None
    if not _claim(outbox, row, now):
        return False
    if not outbox.is_wanted(row, now):
        # It cannot have gone.
        outbox.rows.filter(pk=row.pk).update(**{outbox.tries: F(outbox.tries) - 1})
        return False
    try:
        message = outbox.write(row)
        server.open()
        if not server.send_messages([message]):
            raise NotTaken("de mailserver nam de mail niet aan")
    except (OSError, NotTaken, ValueError) as fault:
        _failed(outbox, row, outbox.why(row, message, fault)[:200], fault, now)
        server.close()  # what went wrong on this connection must not reach the next mail
        if not isinstance(fault, ABOUT_ONE_MAIL):
            raise Unreachable(str(fault)) from fault
        return False
    outbox.went(row)
    return True


def _claim(outbox: Outbox[Any], row: Any, now: datetime) -> bool:
    """One statement decides who has it, on every database; and only as it was read.

    It is counted as a try here: from now on it may have gone.
    """
    seen = {name: getattr(row, name) for name in (outbox.next_try, outbox.tries)}
    tries = seen[outbox.tries] + 1
    mine = outbox.rows.due(now).filter(pk=row.pk, **seen)
    setattr(row, outbox.next_try, now + LEASE)
    setattr(row, outbox.tries, tries)
    return bool(mine.update(**{outbox.next_try: now + LEASE, outbox.tries: tries}))


def _failed(outbox: Outbox[Any], row: Any, why: str, fault: Exception, now: datetime) -> None:
    """Only an address that is refused for good, or too long in vain, is the end of it.

    A refused sender or a wrong password is our own fault: that must not end anything.
    """
    about_the_address = isinstance(fault, SMTPRecipientsRefused)
    if isinstance(fault, SMTPRecipientsRefused) and _is_for_good(fault):
        outbox.refused(row, why)
    elif outbox.is_over(row, now):
        (outbox.put_off_for_good if about_the_address else give_up)(row, why)
    else:
        row.put_off(now + pause_after(getattr(row, outbox.tries)), why)


def pause_after(tries: int) -> timedelta:
    """Five minutes after the first try, then each time twice as long, up to four hours."""
    return min(FIRST_PAUSE * 2 ** min(tries - 1, 8), LONGEST_PAUSE)


def _is_for_good(fault: SMTPRecipientsRefused) -> bool:
    """Every reply is a permanent one; "try again later" (4xx) is not."""
    return all(code in PERMANENT for code, _ in fault.recipients.values())
