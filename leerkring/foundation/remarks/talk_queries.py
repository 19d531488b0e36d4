"""Who takes part in a talk."""

from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Model

from leerkring.foundation.remarks.models import Remark
from leerkring.foundation.remarks.registry import Remarkable


def names_in_talk(
    person: Any, row: Model, entry: Remarkable, answering: Remark | None
) -> list[str]:
    """Of who writes, of whose it is, and of whom is answered: they know that they are meant."""
    ids = {person.pk, *entry.watchers(row)} | ({answering.author_id} if answering else set())
    people = get_user_model()._default_manager.filter(pk__in=ids - {None})
    return list(people.values_list("name", flat=True))
