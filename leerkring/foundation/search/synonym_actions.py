"""Words that mean the same: agree on them, change them, drop them."""

from typing import Any

from django.db import transaction

from leerkring.foundation.activity.actions import record
from leerkring.foundation.search.models import SynonymGroup
from leerkring.foundation.search.starters import STARTERS


@transaction.atomic
def keep_synonyms(group: SynonymGroup, *, by: Any) -> None:
    group.save()
    record("search.synonyms", by=by, about=group, sentence=f"Synoniemen: {group.words}")


@transaction.atomic
def drop_synonyms(group: SynonymGroup, *, by: Any) -> None:
    record("search.synonyms", by=by, about=group, sentence=f"Geen synoniemen meer: {group.words}")
    group.delete()


@transaction.atomic
def begin_with_starters() -> int:
    """Put in the words to begin with, where nobody agreed on any; returns how many groups.

    What moderators made of them since is theirs: as long as one group is left, nothing comes back.
    """
    if SynonymGroup.objects.exists():
        return 0
    groups = [SynonymGroup(words=", ".join(words)) for words in STARTERS]
    return len(SynonymGroup.objects.bulk_create(groups))
