"""`{% pulses_of row %}`: the small scans around a row, asked and to be asked."""

from typing import Any

from django import template
from django.db.models import Model
from django.utils import timezone

from leerkring.practice.pulses.queries import offers_of
from leerkring.practice.pulses.registry import subject_of

register = template.Library()


@register.inclusion_tag("pulses/_around.html", takes_context=True)
def pulses_of(context: dict[str, Any], row: Model) -> dict[str, Any]:
    """Put this on a page of who may read what comes out, or leads it."""
    now = timezone.now()
    return {
        "row": row,
        "about": subject_of(row._meta.label_lower).key,
        "offers": offers_of(row, context["request"].user, now),
        "now": now,
        "csrf_token": context.get("csrf_token"),
    }
