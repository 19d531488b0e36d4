"""What this room tells people about: one link, the same for a whole team, once."""

from typing import Any

from django.urls import reverse

from leerkring.foundation.notifications.actions import notify
from leerkring.foundation.notifications.frequency import Frequency
from leerkring.foundation.notifications.registry import Event, register, register_visible
from leerkring.network.people.models import Membership
from leerkring.practice.pulses.models import Pulse

EFFECT = "pulses.effect"

register(
    Event(
        EFFECT,
        "Na zes weken: wat leverde de sessie van je team op?",
        "Sessies",
        mail=Frequency.DIRECT,
    )
)


def _visible(person: Any, ids: set[str]) -> set[int]:
    rows = Pulse.objects.visible_to(person).filter(pk__in=ids)
    return set(rows.values_list("pk", flat=True))


register_visible(Pulse, _visible)


def tell_team(pulse: Pulse) -> int:
    """Tell who is in the team now. Everybody gets the same link; nobody is reminded of it."""
    team = pulse.session.team
    members = Membership.objects.filter(team=team, until=None)
    return notify(
        EFFECT,
        people=members.values_list("person_id", flat=True),
        about=pulse,
        title=f"Wat ging je anders of beter doen na de sessie van {team}?",
        sentence="Drie tikken, zonder naam. Iedereen in het team krijgt dezelfde link.",
        url=reverse("pulses:answer", args=[pulse.code]),
    )
