"""`{% coming_in circle %}`: what rooms above the circles have to show on the page of one."""

from datetime import datetime
from typing import Any

from django import template
from django.db.models import QuerySet
from django.utils import timezone

from leerkring.foundation.statements.made_once import made_once
from leerkring.network.circles.models import Circle
from leerkring.practice.meetings.models import Meeting

MOST = 4
register = template.Library()


@register.inclusion_tag("site/circle_coming.html", takes_context=True)
def coming_in(context: dict[str, Any], circle: Circle) -> dict[str, Any]:
    """Its meetings from now on, of those that the reader may see; the first first."""
    return {"meetings": _coming(context["request"].user, circle.pk, timezone.now())}


@made_once
def _coming(person: Any, circle: int, now: datetime) -> QuerySet[Meeting]:
    rows = Meeting.objects.visible_to(person).announced()
    rows = rows.filter(circle=circle, starts_at__gt=now).select_related("cancellation")
    return rows.order_by("starts_at", "pk")[:MOST]
