"""What this room tells people about: one link, the same for everybody, once."""

from typing import Any

from django.urls import reverse

from leerkring.foundation.notifications.actions import notify
from leerkring.foundation.notifications.frequency import Frequency
from leerkring.foundation.notifications.registry import Event, register, register_visible
from leerkring.practice.pulses.models import Pulse

EFFECT = "pulses.effect"

register(
    Event(
        EFFECT,
        "Na zes weken: wat leverde een sessie of bijeenkomst op?",
        "Sessies",
        mail=Frequency.DIRECT,
    )
)


def _visible(person: Any, ids: set[str]) -> set[int]:
    rows = Pulse.objects.visible_to(person).filter(pk__in=ids)
    return set(rows.values_list("pk", flat=True))


register_visible(Pulse, _visible)


def tell_people(pulse: Pulse) -> int:
    """Tell who it is about now. Everybody gets the same link; nobody is reminded of it."""
    row = pulse.row
    return notify(
        EFFECT,
        people=pulse.subject.people(row).values_list("pk", flat=True) if row else (),
        about=pulse,
        title=f"Wat ging je anders of beter doen? ({pulse.title})",
        sentence="Drie tikken, zonder naam. Iedereen krijgt dezelfde link.",
        url=reverse("pulses:answer", args=[pulse.code]),
        circle=pulse.subject.circle(row) if row else None,
    )
