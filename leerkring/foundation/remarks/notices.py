"""What this room tells about, and to whom it may be told."""

from typing import Any

from leerkring.foundation.notifications.frequency import Frequency
from leerkring.foundation.notifications.registry import (
    Event,
    register,
    register_visible,
    seen_by_everybody,
)
from leerkring.foundation.remarks.models import Remark
from leerkring.foundation.remarks.registry import remarkable

GROUP = "Reacties"


def open_to_all(ids: set[str]) -> set[int]:
    """Those that stand on what anyone who is signed in sees."""
    return {
        pk
        for label, remarks in _standing(ids).items()
        for row in seen_by_everybody(label, set(remarks))
        for pk in remarks[row]
    }


def _standing(ids: set[str]) -> dict[str, dict[str, list[int]]]:
    """Their numbers, by the kind and the key of what they are about."""
    about: dict[str, dict[str, list[int]]] = {}
    rows = Remark.objects.standing().filter(pk__in=ids)
    for pk, label, about_id in rows.values_list("pk", "about", "about_id"):
        about.setdefault(label, {}).setdefault(about_id, []).append(pk)
    return about


def visible_remarks(person: Any, ids: set[str]) -> set[int]:
    """Those that stand, on what this person may see; a query per kind of thing."""
    shown: set[int] = set()
    for label, remarks in _standing(ids).items():
        entry = remarkable(label)
        if entry is not None:
            seen = entry.visible_to(person).filter(pk__in=list(remarks))
            shown.update(
                pk for row in seen.values_list("pk", flat=True) for pk in remarks[str(row)]
            )
    return shown


register(Event("remarks.mentioned", "Iemand noemt je", GROUP, Frequency.DIRECT, personal=True))
register(
    Event("remarks.answered", "Een antwoord op je reactie", GROUP, Frequency.DIRECT, personal=True)
)
register(Event("remarks.remarked", "Een reactie op iets van jou", GROUP, Frequency.DAILY))
register_visible(Remark, visible_remarks, open_to_all)
