"""Words that mean the same: agree on them, change them, drop them."""

from typing import Any

from django.db import transaction

from leerkring.foundation.activity.actions import record
from leerkring.foundation.search.models import SynonymGroup


@transaction.atomic
def keep_synonyms(group: SynonymGroup, *, by: Any) -> None:
    group.save()
    record("search.synonyms", by=by, about=group, sentence=f"Synoniemen: {group.words}")


@transaction.atomic
def drop_synonyms(group: SynonymGroup, *, by: Any) -> None:
    record("search.synonyms", by=by, about=group, sentence=f"Geen synoniemen meer: {group.words}")
    group.delete()
