"""`{% pulses_of session %}`: the small scans of a session, asked and to be asked."""

from typing import Any

from django import template
from django.utils import timezone

from leerkring.practice.gatherings.models import Session
from leerkring.practice.pulses.queries import offers_of

register = template.Library()


@register.inclusion_tag("pulses/_session.html", takes_context=True)
def pulses_of(context: dict[str, Any], session: Session) -> dict[str, Any]:
    """Put this on a page of who may see `session`: its team, or who leads it."""
    now = timezone.now()
    return {
        "session": session,
        "offers": offers_of(session, context["request"].user, now),
        "now": now,
        "csrf_token": context.get("csrf_token"),
    }
