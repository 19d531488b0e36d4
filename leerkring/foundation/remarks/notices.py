"""What this room tells about, and to whom it may be told."""

from typing import Any

from leerkring.foundation.notifications.frequency import Frequency
from leerkring.foundation.notifications.registry import Event, register, register_visible
from leerkring.foundation.remarks.models import Remark
from leerkring.foundation.remarks.registry import remarkable

GROUP = "Reacties"


def visible_remarks(person: Any, ids: set[str]) -> set[int]:
    """Those that stand, on what this person may see; a query per kind of thing."""
    about: dict[str, dict[str, list[int]]] = {}
    rows = Remark.objects.standing().filter(pk__in=ids)
    for pk, label, about_id in rows.values_list("pk", "about", "about_id"):
        about.setdefault(label, {}).setdefault(about_id, []).append(pk)
    shown: set[int] = set()
    for label, remarks in about.items():
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
register_visible(Remark, visible_remarks)
