"""A promise is made, changed, looked back on, or taken away."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from leerkring.foundation.activity.actions import record
from leerkring.foundation.notifications.actions import withdraw
from leerkring.foundation.search.actions import forget, index
from leerkring.network.circles.models import Circle
from leerkring.network.people.models import Organisation, Team
from leerkring.practice.commitments.models import (
    SIX_WEEKS,
    Commitment,
    Contact,
    LookBack,
    Outcome,
    Sight,
)
from leerkring.practice.commitments.registry import taken_back


class LookedBackAlready(Exception):
    """Somebody said how it went: its words stay as they are, and it ends once."""


@transaction.atomic
def make_commitment(
    *,
    text: str,
    person: Any | None = None,
    team: Team | None = None,
    organisation: Organisation | None = None,
    who: str = "",
    look_back_on: date | None = None,
    sight: str = Sight.OWN,
    circle: Circle | None = None,
    meeting: int | None = None,
    companion: Any | None = None,
    contacts: Iterable[int] = (),
    by: Any | None = None,
) -> Commitment:
    """Write down what a person, a team or an organisation (one of them) means to do from tomorrow
    on. Without a day we look back after six weeks. `meeting` is the number of a meeting; `contacts`
    are the people of the organisation who are asked how it went, by their numbers.
    """
    day = look_back_on or timezone.localdate() + SIX_WEEKS
    commitment = Commitment.objects.create(
        text=text,
        person=person,
        team=team,
        organisation=organisation,
        who=who,
        look_back_on=day,
        sight=sight,
        circle=circle,
        meeting=meeting,
        companion=companion,
        made_by=by,
        ask_on=day,
    )
    Contact.objects.bulk_create(
        Contact(commitment=commitment, person_id=pk) for pk in sorted(set(contacts))
    )
    index(commitment)
    return commitment


@transaction.atomic
def change_commitment(
    commitment: Commitment,
    *,
    text: str,
    look_back_on: date,
    who: str = "",
    sight: str = Sight.OWN,
    circle: Circle | None = None,
) -> None:
    """Other words, another day or other readers, until it is looked back on.

    Raises LookedBackAlready.
    """
    locked = Commitment.objects.select_for_update(of=("self",)).get(pk=commitment.pk)
    if locked.look_backs.exists():
        raise LookedBackAlready
    if look_back_on != locked.look_back_on:
        commitment.ask_on = look_back_on
    commitment.text, commitment.who, commitment.look_back_on = text, who, look_back_on
    commitment.sight, commitment.circle = sight, circle
    commitment.save()
    index(commitment)
    taken_back(commitment.meeting)


@transaction.atomic
def look_back(
    commitment: Commitment,
    *,
    outcome: str,
    by: Any,
    learnt: str = "",
    next_on: date | None = None,
    now: datetime | None = None,
) -> LookBack:
    """How it went. What goes on is asked about again, after six weeks or on `next_on`; after any
    other outcome nobody asks again. Raises LookedBackAlready.
    """
    now = now or timezone.now()
    locked = Commitment.objects.select_for_update(of=("self",)).get(pk=commitment.pk)
    if locked.look_backs.ending().exists():
        raise LookedBackAlready
    day = None
    if outcome == Outcome.UNDER_WAY:
        day = next_on or timezone.localdate(now) + SIX_WEEKS
    made = LookBack.objects.create(
        commitment=commitment, outcome=outcome, learnt=learnt, by=by, at=now, next_on=day
    )
    commitment.ask_on, commitment.look_back_on = day, day or locked.look_back_on
    commitment.save(update_fields=["ask_on", "look_back_on"])
    index(commitment)
    record("commitments.looked_back", by=by, about=commitment, sentence="Teruggekeken.")
    return made


@transaction.atomic
def take_away(commitment: Commitment) -> None:
    forget(commitment)
    withdraw(commitment)
    commitment.delete()
    taken_back(commitment.meeting)


@transaction.atomic
def hide(commitment: Commitment, *, by: Any) -> None:
    """Out of sight of all but whose it is: a moderator decided so."""
    Commitment.objects.filter(pk=commitment.pk).update(sight=Sight.OWN)
    commitment.sight = Sight.OWN
    index(commitment)
    taken_back(commitment.meeting)
    record("commitments.hidden", by=by, about=commitment, sentence="Een voornemen afgeschermd.")
