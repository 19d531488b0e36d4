"""Partners promise each other something, and say how it went."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from leerkring.foundation.activity.actions import record
from leerkring.network.circles.models import Circle
from leerkring.network.people.models import Organisation
from leerkring.practice.agreements.models import (
    Agreement,
    Confirmation,
    Contact,
    Ending,
    Refusal,
    Removal,
    Side,
)
from leerkring.practice.agreements.models.scoring import WEEKS
from leerkring.practice.agreements.notices import tell_decided, tell_proposed
from leerkring.practice.agreements.rules import asked_on


class NotNow(Exception):
    """It was decided, scored, answered or settled already, or it is not time yet."""


class NobodySpeaks(Exception):
    """Both partners need somebody who speaks for them; whoever makes it is one of them."""


@dataclass(frozen=True)
class Promised:
    """What is promised. In the words of a page: wat, wat mag je verwachten, en als het misgaat."""

    task: str
    expectation: str
    escalate_when: str = ""
    escalate_to: str = ""
    circle: Circle | None = None
    is_for_circle: bool = False
    meeting: int | None = None


@transaction.atomic
def promise(
    promised: Promised,
    *,
    promiser: Organisation | None,
    receiver: Organisation,
    promising: Iterable[Any],
    receiving: Iterable[Any],
    by: Any,
    now: datetime | None = None,
) -> Agreement:
    """`promiser` promises it, or `receiver` asks for it and waits for a yes: as `by` is one of
    those who promise, or one of those who receive. Without a promiser somebody of the circle
    promises it for themselves. Raises NobodySpeaks.
    """
    givers, takers = list(promising), list(receiving)
    if not givers or not takers or by not in (*givers, *takers):
        raise NobodySpeaks
    agreement = Agreement.objects.create(
        **vars(promised),
        promiser=promiser,
        receiver=receiver,
        made_by=by,
        made_at=now or timezone.now(),
    )
    sides = [(person, Side.PROMISES) for person in givers]
    sides += [(person, Side.RECEIVES) for person in takers if person not in givers]
    Contact.objects.bulk_create(
        Contact(agreement=agreement, person=person, side=side) for person, side in sides
    )
    record("agreements.made", by=by, about=agreement, sentence="Een afspraak gemaakt.")
    if by in givers:
        confirm(agreement, by=by, now=now)
    else:
        tell_proposed(agreement, by=by)
    return agreement


@transaction.atomic
def confirm(agreement: Agreement, *, by: Any, now: datetime | None = None) -> Confirmation:
    """Yes, we promise it; the weeks begin. Raises NotNow."""
    fresh = _waiting(agreement)
    made = Confirmation.objects.create(agreement=fresh, by=by, at=now or timezone.now())
    agreement.confirmation = made
    agreement.score_from = agreement.ask_on = asked_on(agreement, WEEKS[0])
    agreement.save(update_fields=["score_from", "ask_on"])
    tell_decided(made)
    record("agreements.confirmed", by=by, about=agreement, sentence="Een afspraak bevestigd.")
    return made


@transaction.atomic
def refuse(agreement: Agreement, *, by: Any, text: str = "") -> Refusal:
    """No, we do not promise that. Raises NotNow."""
    fresh = _waiting(agreement)
    made = Refusal.objects.create(agreement=fresh, by=by, text=text, at=timezone.now())
    tell_decided(made)
    return made


def _waiting(agreement: Agreement) -> Agreement:
    Agreement.objects.select_for_update(of=("self",)).get(pk=agreement.pk)
    fresh = Agreement.objects.with_parties().get(pk=agreement.pk)
    if not fresh.is_open_proposal:
        raise NotNow
    return fresh


@transaction.atomic
def end(agreement: Agreement, *, by: Any, text: str = "") -> Ending:
    """It no longer holds: nobody is asked about it any more. Raises NotNow."""
    Agreement.objects.select_for_update(of=("self",)).get(pk=agreement.pk)
    made, is_new = Ending.objects.get_or_create(
        agreement=agreement, defaults={"by": by, "text": text, "at": timezone.now()}
    )
    if not is_new:
        raise NotNow
    Agreement.objects.filter(pk=agreement.pk).update(score_from=None, ask_on=None, bring_up_at=None)
    record("agreements.ended", by=by, about=agreement, sentence="Een afspraak beëindigd.")
    return made


@transaction.atomic
def put_out_of_sight(agreement: Agreement, *, by: Any) -> None:
    """After a flag: nobody reads it any more, or is asked about it. Twice is fine."""
    Agreement.objects.select_for_update(of=("self",)).get(pk=agreement.pk)
    _, is_new = Removal.objects.get_or_create(
        agreement=agreement, defaults={"by": by, "at": timezone.now()}
    )
    if is_new:
        Agreement.objects.filter(pk=agreement.pk).update(
            score_from=None, ask_on=None, bring_up_at=None
        )
        record("agreements.removed", by=by, about=agreement, sentence="Een afspraak weggehaald.")


@transaction.atomic
def add_contact(agreement: Agreement, *, person: Any, side: str, by: Any) -> Contact:
    """Somebody more speaks for that side; who is on a side stays on it."""
    made, is_new = Contact.objects.get_or_create(
        agreement=agreement, person=person, defaults={"side": side}
    )
    if is_new:
        record("agreements.contact", by=by, about=agreement, sentence="Een contactpersoon erbij.")
    return made
