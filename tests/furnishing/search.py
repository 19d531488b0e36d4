"""One group of words that mean the same."""

from typing import Any

from leerkring.foundation.search.models import SynonymGroup

WORDS = "wijkteam, buurtteam, lokaal team"


def furnish(world: Any) -> None:
    SynonymGroup.objects.get_or_create(words=WORDS)
