"""Small scans of the session of the team «own»: one that is open, one that is closed with a reply,
one that waits for its six weeks; one of a team that nobody in the cast leads or belongs to; and one
around a circle."""

from datetime import UTC, datetime, timedelta
from typing import Any

from django.utils import timezone

from leerkring.practice.gatherings.models import Session
from leerkring.practice.pulses.actions import ask_pulse, close_pulse, give_reply, hand_in
from leerkring.practice.pulses.kinds import Kind
from leerkring.practice.pulses.models import Pulse


def furnish(world: Any) -> None:
    facilitator = world.people["facilitator"]
    own, led = world.teams["own"].session, world.teams["led"].session
    was = Session.objects.filter(pk__in=[own.pk, led.pk]).values_list("pk", "starts_at")
    before = dict(was)
    _at(own, timezone.now() - timedelta(hours=2))
    closed = ask_pulse(own, Kind.AFTER, by=facilitator)
    for place in range(6):
        text = "Meer tijd om te praten." if place == 0 else ""
        hand_in(closed, mark=f"m{place}", answers=bytes([4, 5 - place % 2, 3]), text=text)
    close_pulse(closed, by=facilitator)
    give_reply(closed, text="We nemen er een half uur bij.", by=facilitator)
    waiting = ask_pulse(own, Kind.EFFECT, by=facilitator)
    _at(led, timezone.now() - timedelta(hours=2))
    opened = ask_pulse(led, Kind.AFTER, by=facilitator)
    Pulse.objects.filter(pk=opened.pk).update(closes_at=datetime(2100, 1, 1, tzinfo=UTC))
    Pulse.objects.filter(pk=waiting.pk).update(
        opens_at=datetime(2099, 1, 1, tzinfo=UTC), closes_at=datetime(2100, 1, 1, tzinfo=UTC)
    )
    for session in (own, led):
        _at(session, before[session.pk])
    circle = world.things["circles members"]
    world.things |= {
        "pulses circle": ask_pulse(circle, Kind.BEFORE, by=None, places=12),
        "pulses closed": closed,
        "pulses waiting": waiting,
        "pulses open": opened,
        "pulses before": world.teams["theirs"].session,
    }


def _at(session: Session, moment: datetime | None) -> None:
    session.plan(facilitator=session.facilitator, starts_at=moment, place=session.place)
