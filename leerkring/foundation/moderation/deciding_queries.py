"""Who decides about what was flagged: never who wrote it, and never who flagged it."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth import get_user_model

from leerkring.foundation.moderation.models import Flag
from leerkring.foundation.moderation.registry import Flaggable


def deciders(entry: Flaggable, row: Any, reporters: Iterable[int | None]) -> set[int]:
    """Ids of who may decide about a row that these people flagged.

    Where its own moderators all wrote or flagged it, the other moderators of the platform.
    """
    barred = {*entry.writers(row), *reporters}
    return entry.moderators(row) - barred or _moderators_of_the_platform() - barred


def reporters_of(about: str, about_id: Any) -> set[int]:
    """Ids of who flagged this and did not hear of it yet."""
    flags = Flag.objects.open().about_one(about, about_id)
    return {pk for pk in flags.values_list("by_id", flat=True) if pk}


def _moderators_of_the_platform() -> set[int]:
    people = get_user_model()._default_manager.filter(moderates=True, is_active=True)
    return set(people.values_list("pk", flat=True))
