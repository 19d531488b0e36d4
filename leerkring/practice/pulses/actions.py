"""What happens to a pulse: it is asked, answers come in, it closes, and is replied to."""

import secrets
import uuid
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

from django.db import transaction
from django.db.models import Model
from django.utils import timezone

from leerkring.foundation.activity.actions import record
from leerkring.practice.pulses.kinds import TOPICS, Kind, instrument_for
from leerkring.practice.pulses.models import OpenAnswer, Pulse, Receipt, Reply, ThemeReply
from leerkring.practice.pulses.queries import newest, result_of
from leerkring.practice.pulses.registry import choosings, closings, subject_of
from leerkring.practice.pulses.windows import may_ask, window
from leerkring.practice.scans.actions import close_round, take_in_answer
from leerkring.practice.scans.group_actions import forget_answers, open_group_round

PLACES_UNKNOWN = 25  # of a group whose size nobody gave
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that is misread from a screen
CODE_LENGTH = 10  # 49 bits


class NotNow(Exception):
    """Beforehand is before it begins; afterwards is not; and nothing is asked of who are done."""


class TooLate(Exception):
    """The pulse is closed, or not open yet."""


class Full(Exception):
    """There are as many answers as places."""


@transaction.atomic
def ask_pulse(
    row: Model,
    kind: Kind,
    *,
    by: Any | None,
    places: int | None = None,
    topics: Sequence[str] = TOPICS,
) -> Pulse:
    """Ask the people around a row of a registered model, in one step.

    Asked already, it is the same pulse again; where there is no one moment, only until it closes.
    `places`: how many answers at most, otherwise as many as there are people. `topics` are those of
    a question round. Raises NotNow, and KeyError for a model that nobody registered.
    """
    subject = subject_of(row._meta.label_lower)
    row = subject.model._default_manager.select_for_update(of=("self",)).get(pk=row.pk)
    known, begins, now = newest(row, kind), subject.begins(row), timezone.now()
    if known and (begins is not None or not known.is_closed):
        return known
    if not (subject.is_open(row) and may_ask(kind, now, begins)):
        raise NotNow
    opens_at, closes_at = window(kind, now, begins)
    words, size = subject.words, subject.size(row)
    title = subject.title(row)[: Pulse._meta.get_field("title").max_length]
    pulse = Pulse.objects.create(
        about=subject.label,
        about_id=row.pk,
        title=title,
        number=known.number + 1 if known else 1,
        kind=kind,
        round=open_group_round(
            name=f"{kind.words.label}, {title}",
            instrument=instrument_for(kind, topics, this=words.this, the=words.the),
            members=size,
            on=timezone.localdate(opens_at),
        ),
        code="".join(secrets.choice(LETTERS) for _ in range(CODE_LENGTH)),
        asked_by=by,
        opens_at=opens_at,
        closes_at=closes_at,
        may_quote=words.reported and kind is Kind.AFTER,
        places=places or size or PLACES_UNKNOWN,
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
    take_in_answer(round=pulse.round, team=None, answers=answers)
    if text:
        texts = [text, *pulse.open_answers.values_list("text", flat=True)]
        pulse.open_answers.all().delete()
        OpenAnswer.objects.bulk_create(OpenAnswer(pulse=pulse, text=each) for each in sorted(texts))


@transaction.atomic
def close_pulse(pulse: Pulse, *, by: Any | None) -> None:
    """Freeze what it says, once, and throw away what each person tapped; rooms above hear of it.

    Closed already, nothing changes. Of a pulse that few answered nothing is told, and their open
    answers are gone.
    """
    pulse = _held(pulse)
    if pulse.is_closed:
        return
    close_round(pulse.round, by=by)
    forget_answers(pulse.round)
    pulse.receipts.all().delete()
    if not result_of(pulse).is_shown:
        pulse.open_answers.all().delete()
    for closing in closings():
        closing(pulse)


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
def sort_into_themes(
    pulse: Pulse, themes: Mapping[uuid.UUID, str], fates: Mapping[uuid.UUID, str] | None = None
) -> None:
    """Give open answers their theme, by hand, and say which come in the report; an answer that is
    not there keeps what it has. Only what people wrote knowing so comes in a report; rooms above
    hear of the choice."""
    rows = list(pulse.open_answers.select_for_update().filter(pk__in=themes))
    for row in rows:
        row.theme = themes[row.pk]
        if pulse.may_quote and fates:
            row.fate = fates.get(row.pk, row.fate)
    OpenAnswer.objects.bulk_update(rows, ["theme", "fate"])
    for choosing in choosings():
        choosing(pulse)


@transaction.atomic
def reply_to_themes(pulse: Pulse, replies: Mapping[str, str], *, by: Any) -> None:
    """What comes of each theme; without words nothing is said of it any more."""
    for theme, text in replies.items():
        if text:
            said = {"text": text, "by": by}
            ThemeReply.objects.update_or_create(pulse=pulse, theme=theme, defaults=said)
        else:
            pulse.theme_replies.filter(theme=theme).delete()
    record("pulses.replied", by=by, about=pulse, sentence=f"Er staat een antwoord bij «{pulse}».")


def _held(pulse: Pulse) -> Pulse:
    """The pulse as it is now; nobody else changes it meanwhile.

    Read after the lock: what a waiting query joined to the locked row may be older than the row.
    """
    Pulse.objects.select_for_update(no_key=True).get(pk=pulse.pk)
    return Pulse.objects.with_all().get(pk=pulse.pk)
