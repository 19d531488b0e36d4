"""Small rounds: about one group that is no team, and of which no answer stays behind."""

from datetime import date

from django.db import transaction

from leerkring.practice.scans.actions import keep_instrument
from leerkring.practice.scans.instruments import Instrument
from leerkring.practice.scans.models import Closing, Invitation, Response, Round


class RoundIsOpen(Exception):
    """Of an open round nothing is forgotten: what it says is not worked out yet."""


@transaction.atomic
def open_group_round(*, name: str, instrument: Instrument, members: int | None, on: date) -> Round:
    """A round in which one group is asked; `members` is how many people, where that is known."""
    longest = Round._meta.get_field("name").max_length
    round_ = Round.objects.create(
        name=name[:longest], instrument=keep_instrument(instrument), opened_on=on
    )
    Invitation.objects.create(round=round_, team=None, members=members)
    return round_


@transaction.atomic
def forget_answers(round: Round) -> int:
    """Throw away what each person answered; what the closed round says stays as it was frozen.

    Returns how many. Raises RoundIsOpen. Such a round can be read, and never worked out again: not
    for another audience, and not beside a later round.
    """
    Round.objects.select_for_update(no_key=True).get(pk=round.pk)
    if not Closing.objects.filter(round=round).exists():
        raise RoundIsOpen
    return Response.objects.filter(round=round).delete()[0]
