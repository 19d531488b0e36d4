"""Who may do what with a pulse."""

from typing import Any

from leerkring.practice.gatherings.models import Session
from leerkring.practice.pulses.models import Pulse
from leerkring.practice.pulses.registry import led_by


def leads(person: Any, session: Session) -> bool:
    """Whether this person leads the session: asks, closes, reads open answers, replies."""
    if not person.is_authenticated:
        return False
    return session.facilitator_id == person.pk or led_by(person).filter(pk=session.pk).exists()


def may_reply(person: Any, pulse: Pulse) -> bool:
    """After closing: before that nobody knows what was said."""
    return pulse.is_closed and leads(person, pulse.session)
