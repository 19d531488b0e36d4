"""Who looked into something closed."""

from typing import Any

from leerkring.foundation.activity.registry import Look, registered_looks

MOST = 50


def looks_for(person: Any) -> list[Look]:
    """The newest looks into what this person has a part in; the rooms keep them."""
    found = [look for looks in registered_looks() for look in looks(person)]
    return sorted(found, key=lambda look: look.at, reverse=True)[:MOST]
