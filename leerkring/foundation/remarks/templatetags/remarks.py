"""`{% remarks_of row %}`: what is said about something, with a form; `{% thanks_of row %}`."""

from typing import Any

from django import template
from django.utils import timezone

from leerkring.foundation.remarks.forms import RemarkForm
from leerkring.foundation.remarks.queries import talk_about, thanks_for
from leerkring.foundation.remarks.registry import remarkable

register = template.Library()


@register.inclusion_tag("remarks/_remarks.html", takes_context=True)
def remarks_of(context: dict[str, Any], row: Any) -> dict[str, Any]:
    """Put this only on a page of who may see `row`."""
    request, about = context["request"], row._meta.label_lower
    entry = remarkable(about)
    asked = request.GET.get("reacties", "")
    after = int(asked) if asked.isdecimal() and len(asked) < 19 else 0
    may = bool(entry and request.user.is_authenticated and entry.may_remark(request.user, row))
    return {
        "request": request,
        "about": about,
        "about_id": row.pk,
        "talk": talk_about(row, request.user, timezone.now(), after),
        "may_remark": may,
        "moderates": may and entry is not None and request.user.pk in entry.moderators(row),
        "form": RemarkForm() if may else None,
        "csrf_token": context.get("csrf_token"),
        "user": request.user,
    }


@register.inclusion_tag("remarks/_thanks.html", takes_context=True)
def thanks_of(context: dict[str, Any], row: Any) -> dict[str, Any]:
    request = context["request"]
    count, mine = thanks_for(row, request.user)
    return {
        "about": row._meta.label_lower,
        "about_id": row.pk,
        "count": count,
        "mine": mine,
        "user": request.user,
        "csrf_token": context.get("csrf_token"),
    }
