"""Promises that others may see can be found; what people keep to themselves is in no index."""

from collections.abc import Collection
from datetime import datetime, time
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from leerkring.foundation.search.registry import PUBLIC, Found, Searchable, register
from leerkring.foundation.statements.made_once import made_once
from leerkring.network.themes.queries import themes_in
from leerkring.network.themes.registry import register_by_words
from leerkring.practice.commitments.models import Commitment, Sight


def read(commitment: Commitment) -> Found | None:
    if commitment.sight == Sight.OWN:
        return None
    token = PUBLIC if commitment.sight == Sight.PUBLIC else f"circle:{commitment.circle_id}"
    learnt = list(commitment.look_backs.exclude(learnt="").values_list("learnt", flat=True))
    return Found(
        title=commitment.text,
        text="\n".join([commitment.owner, commitment.who, *learnt]),
        url=commitment.get_absolute_url(),
        at=timezone.make_aware(datetime.combine(commitment.made_on, time(12))),
        tokens=frozenset({token}),
        themes=themes_in("\n".join([commitment.text, *learnt])),
        circle=commitment.circle_id,
        owner=commitment.person_id,
    )


@made_once
def visible_ids(person: Any, ids: Collection[Any]) -> QuerySet[Commitment, int]:
    seen = Commitment.objects.visible_to(person).filter(pk__in=ids)
    return seen.values_list("pk", flat=True)


register(Searchable(Commitment, "voornemen", "Voornemen", read, visible_ids))
register_by_words(Commitment)
