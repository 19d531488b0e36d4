"""What this room does by itself: telling people of the effect question, closing what is over,
forgetting open answers after a year. Each step is a transaction of its own, done once."""

from datetime import datetime, timedelta

from django.db import transaction

from leerkring.practice.pulses.actions import close_pulse
from leerkring.practice.pulses.kinds import Kind
from leerkring.practice.pulses.models import OpenAnswer, Pulse
from leerkring.practice.pulses.notices import tell_people

KEEP_OPEN_ANSWERS = timedelta(days=365)


def run_due(now: datetime) -> str:
    told = sum(_tell(pk, now) for pk in _untold(now))
    over = Pulse.objects.filter(closes_at__lte=now, round__closing=None)
    closed = [close_pulse(pulse, by=None) for pulse in over]
    OpenAnswer.objects.filter(pulse__round__closing__at__lte=now - KEEP_OPEN_ANSWERS).delete()
    said = []
    if told:
        said.append(f"{told} {'groep' if told == 1 else 'groepen'} gevraagd naar het effect.")
    if closed:
        said.append(f"{len(closed)} korte peiling{'en' * (len(closed) > 1)} gesloten.")
    return " ".join(said)


def _untold(now: datetime) -> list[int]:
    """Effect questions that are open and of which people do not know yet."""
    waiting = Pulse.objects.filter(kind=Kind.EFFECT, told_at=None, round__closing=None)
    open_now = waiting.filter(opens_at__lte=now, closes_at__gt=now)
    return list(open_now.values_list("pk", flat=True))


@transaction.atomic
def _tell(pk: int, now: datetime) -> bool:
    """Telling and writing down that it is told are one step: killed halfway, neither is done."""
    rows = Pulse.objects.select_for_update(of=("self",), no_key=True)
    pulse = rows.filter(pk=pk, told_at=None).first()
    if pulse is None:
        return False
    tell_people(pulse)
    Pulse.objects.filter(pk=pk).update(told_at=now)
    return True
