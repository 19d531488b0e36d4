"""Who may do what with a pulse."""

from typing import Any

from django.db.models import Model

from leerkring.practice.pulses.models import Pulse
from leerkring.practice.pulses.registry import subject_of


def leads(person: Any, row: Model) -> bool:
    """Whether this person leads it: asks, closes, reads open answers, replies."""
    subject = subject_of(row._meta.label_lower)
    if not person.is_authenticated:
        return False
    return subject.runs(row, person) or subject.rows_led_by(person).filter(pk=row.pk).exists()


def may_reply(person: Any, pulse: Pulse) -> bool:
    """After closing: before that nobody knows what was said."""
    return pulse.is_closed and leads(person, pulse.row)
