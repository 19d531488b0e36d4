"""The number of unread notices, for the top of every page."""

from typing import Any

from django.http import HttpRequest

from leerkring.foundation.notifications.queries import unread_count


def unread_notices(request: HttpRequest) -> dict[str, Any]:
    """Context processor: `unread_notices` is counted only where a template calls for it."""

    def count() -> int:
        person = getattr(request, "user", None)
        return unread_count(person) if person and person.is_authenticated else 0

    return {"unread_notices": count}
