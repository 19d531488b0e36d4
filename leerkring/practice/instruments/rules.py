"""Who may do what with instruments."""

from typing import Any


def may_edit(person: Any) -> bool:
    """Those who begin programmes, and those who moderate. Everybody who signed in may read."""
    return bool(
        person.is_authenticated
        and person.is_active
        and (person.starts_programmes or person.moderates)
    )
