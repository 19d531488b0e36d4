"""Who looked into something closed."""

from typing import Any

from leerkring.foundation.activity.models import LOOK, Activity
from leerkring.foundation.activity.registry import Look, registered_looks

MOST = 50


def looks_for(person: Any) -> list[Look]:
    """The newest looks into what is this person's, or what they have a part in."""
    found = [look for looks in (_at, *registered_looks()) for look in looks(person)]
    return sorted(found, key=lambda look: look.at, reverse=True)[:MOST]


def _at(person: Any) -> list[Look]:
    rows = Activity.objects.filter(
        about=person._meta.label_lower, about_id=str(person.pk), verb__startswith=LOOK
    )
    newest = rows.select_related("by").order_by("-at")[:MOST]
    return [Look(row.at, str(row.by or ""), "gegevens van jou", row.sentence) for row in newest]
