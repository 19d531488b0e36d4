"""What happens to a pulse: it is asked, answers come in, it closes, and is replied to."""

import secrets
import uuid
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

from django.db import transaction
from django.utils import timezone

from leerkring.foundation.activity.actions import record
from leerkring.practice.gatherings.models import Session
from leerkring.practice.pulses.kinds import TOPICS, Kind, instrument_for
from leerkring.practice.pulses.models import OpenAnswer, Pulse, Receipt, Reply
from leerkring.practice.pulses.queries import result_of
from leerkring.practice.pulses.windows import may_ask, window
from leerkring.practice.scans.actions import close_round, open_round, take_in_answer

PLACES_UNKNOWN = 25  # of a team whose size nobody gave
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that is misread from a screen
CODE_LENGTH = 10  # 49 bits


class NotNow(Exception):
    """Beforehand is before the session begins; afterwards is not."""


class TooLate(Exception):
    """The pulse is closed, or not open yet."""


class Full(Exception):
    """There are as many answers as places."""


@transaction.atomic
def ask_pulse(
    session: Session,
    kind: Kind,
    *,
    by: Any | None,
    places: int | None = None,
    topics: Sequence[str] = TOPICS,
) -> Pulse:
    """Ask the people of a session, in one step; asked already, it is the same pulse again.

    `places`: how many answers at most, otherwise as many as the team has members. `topics` are
    those of a question round. Raises NotNow.
    """
    session = Session.objects.select_for_update(of=("self",)).get(pk=session.pk)
    known = Pulse.objects.filter(session=session, kind=kind).first()
    if known:
        return known
    now = timezone.now()
    if not may_ask(kind, now, session.starts_at):
        raise NotNow
    opens_at, closes_at = window(kind, now, session.starts_at)
    pulse = Pulse.objects.create(
        session=session,
        kind=kind,
        round=open_round(
            name=f"{kind.words.label}, sessie van {session.team}",
            instrument=instrument_for(kind, topics),
            teams=[session.team],
            on=timezone.localdate(opens_at),
        ),
        code="".join(secrets.choice(LETTERS) for _ in range(CODE_LENGTH)),
        asked_by=by,
        opens_at=opens_at,
        closes_at=closes_at,
        places=places or session.team.size or PLACES_UNKNOWN,
    )
    record("pulses.asked", by=by, about=pulse, sentence=f"«{pulse}» is gevraagd.")
    return pulse


@transaction.atomic
def hand_in(pulse: Pulse, *, mark: str, answers: bytes, text: str) -> None:
    """Take in what one person sent; the same `mark` again changes nothing.

    `text` is masked already. Open answers are all written anew, under new names and in the order
    of the alphabet, so that no row tells which of them came last, or with which answers.
    Raises TooLate and Full.
    """
    pulse = _held(pulse)
    name = sha256(f"{pulse.code}:{mark}".encode()).hexdigest()
    if Receipt.objects.filter(pk=name).exists():
        return
    if not pulse.takes_answers(timezone.now()):
        raise TooLate
    if pulse.receipts.count() >= pulse.places:
        raise Full
    Receipt.objects.create(pk=name, pulse=pulse)
    take_in_answer(round=pulse.round, team=pulse.session.team, answers=answers)
    if text:
        texts = [text, *pulse.open_answers.values_list("text", flat=True)]
        pulse.open_answers.all().delete()
        OpenAnswer.objects.bulk_create(OpenAnswer(pulse=pulse, text=each) for each in sorted(texts))


@transaction.atomic
def close_pulse(pulse: Pulse, *, by: Any | None) -> None:
    """Freeze what it says, once; closed already, nothing changes.

    Of a pulse that few answered nothing is told, and their open answers are gone.
    """
    pulse = _held(pulse)
    if pulse.is_closed:
        return
    close_round(pulse.round, by=by)
    pulse.receipts.all().delete()
    if not result_of(pulse).is_shown:
        pulse.open_answers.all().delete()


@transaction.atomic
def take_back(pulse: Pulse, *, by: Any | None) -> None:
    """No effect question after all; only as long as it waits. Raises TooLate."""
    pulse = _held(pulse)
    if not pulse.is_waiting(timezone.now()):
        raise TooLate
    record("pulses.taken_back", by=by, about=pulse, sentence=f"«{pulse}» gaat niet door.")
    pulse.delete()


@transaction.atomic
def give_reply(pulse: Pulse, *, text: str, by: Any) -> Reply:
    """Say what comes of it, for everybody who has the link; it may be said better later."""
    reply, _ = Reply.objects.update_or_create(pulse=pulse, defaults={"text": text, "by": by})
    record("pulses.replied", by=by, about=pulse, sentence=f"Er staat een antwoord bij «{pulse}».")
    return reply


@transaction.atomic
def sort_into_themes(pulse: Pulse, themes: Mapping[uuid.UUID, str]) -> None:
    """Give open answers their theme, by hand; an answer that is not there keeps the one it has."""
    rows = list(pulse.open_answers.select_for_update().filter(pk__in=themes))
    for row in rows:
        row.theme = themes[row.pk]
    OpenAnswer.objects.bulk_update(rows, ["theme"])


def _held(pulse: Pulse) -> Pulse:
    """The pulse as it is now; nobody else changes it meanwhile.

    Read after the lock: what a waiting query joined to the locked row may be older than the row.
    """
    Pulse.objects.select_for_update(no_key=True).get(pk=pulse.pk)
    return Pulse.objects.with_all().get(pk=pulse.pk)
