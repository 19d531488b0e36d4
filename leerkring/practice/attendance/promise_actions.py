"""A guest promises something, looks back on it, or takes it away; and is asked once, by mail."""

from datetime import date, datetime
from itertools import groupby

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from leerkring.practice.attendance.models import NO_ADDRESS, GuestPromise, Letter, Reply
from leerkring.practice.attendance.promise_queries import MOST_EACH
from leerkring.practice.meetings.models import Invitation

BATCH = 500


@transaction.atomic
def keep_promise(invitation: Invitation, *, sentence: str, look_back_on: date) -> GuestPromise:
    """Raises ValidationError: there are three already. The invitation is locked before counting."""
    locked = Invitation.objects.select_for_update(of=("self",)).get(pk=invitation.pk)
    if locked.promises.count() >= MOST_EACH:
        raise ValidationError(f"Je hebt er al {MOST_EACH}. Haal er eerst een weg.")
    return GuestPromise.objects.create(
        invitation=locked, sentence=sentence, look_back_on=look_back_on
    )


@transaction.atomic
def change_promise(promise: GuestPromise, *, sentence: str, look_back_on: date) -> None:
    """Raises ValidationError when it was asked about or looked back on meanwhile."""
    locked = GuestPromise.objects.select_for_update(of=("self",)).get(pk=promise.pk)
    if not locked.may_change:
        raise ValidationError("Hier is al naar gevraagd. De woorden blijven zoals ze zijn.")
    locked.sentence, locked.look_back_on = sentence, look_back_on
    locked.save(update_fields=["sentence", "look_back_on"])


def look_back(promise: GuestPromise, *, outcome: str, learnt: str) -> None:
    """How it went; said again, the newest counts."""
    promise.outcome, promise.learnt = outcome, learnt
    promise.save(update_fields=["outcome", "learnt"])


@transaction.atomic
def queue_promises(now: datetime) -> int:
    """A letter to each guest whose day is there, about all of that day. A promise is marked with
    it, so that none is asked about twice, also after the letter itself was thrown away."""
    rows = GuestPromise.objects.to_ask(timezone.localdate(now))
    rows = rows.filter(
        invitation__meeting__announcement__isnull=False, invitation__meeting__cancellation=None
    )
    rows = rows.exclude(invitation__email__endswith=NO_ADDRESS)
    rows = rows.exclude(invitation__reply__says=Reply.Says.NO)
    rows = rows.select_for_update(of=("self",)).select_related("invitation__meeting")
    due = list(rows.order_by("look_back_on", "invitation__meeting", "pk")[:BATCH])
    made = 0
    for (day, meeting), own in groupby(due, lambda p: (p.look_back_on, p.invitation.meeting)):
        asked = {one.invitation_id: one.invitation for one in own}
        made += Letter.objects.put_in_line(
            meeting, asked.values(), Letter.Kind.PROMISE, 0, now, turn=day.toordinal()
        )
    GuestPromise.objects.filter(pk__in=[one.pk for one in due]).update(asked_at=now)
    return made
