"""What is kept of a person, read from the registry."""

from datetime import date, datetime
from typing import Any

from django.db.models import Model
from django.db.models.constants import LOOKUP_SEP

from leerkring.foundation.privacy.registry import registered

AS_IT_IS = (bool, int, float, str, dict, list, type(None))


def export_of(person: Any) -> list[dict[str, Any]]:
    """All that is kept of this person: `{label, why, rows}` per kind; empty kinds are left out.

    Values are what JSON can hold; moments are written as ISO 8601 does.
    """
    kinds = []
    for entry in registered():
        says = {name: _says(entry.model, name) for name in entry.fields}
        rows = [
            {
                name: _plain(says[name].get(value, value) if says[name] else value)
                for name, value in row.items()
            }
            for row in entry.rows_of(person).order_by("pk").values(*entry.fields)
        ]
        if rows:
            kinds.append({"kind": entry.key, "label": entry.label, "why": entry.why, "rows": rows})
    return kinds


def _says(model: type[Model], path: str) -> dict[Any, Any]:
    """What the codes of this field are called for people; empty where it holds none."""
    found: Any = model
    for part in path.split(LOOKUP_SEP):
        found = (getattr(found, "related_model", None) or found)._meta.get_field(part)
    return dict(getattr(found, "flatchoices", ()))


def _plain(value: Any) -> Any:
    if isinstance(value, datetime | date):
        return value.isoformat()
    return value if isinstance(value, AS_IT_IS) else str(value)
