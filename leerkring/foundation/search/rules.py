"""Who may do what here."""

from typing import Any


def may_edit_synonyms(person: Any) -> bool:
    """Moderators: what means the same, means so for everybody."""
    return bool(getattr(person, "moderates", False))
