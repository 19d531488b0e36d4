"""People in the search over everything.

An entry has one audience and therefore only the words that all of it may see: of somebody whose
name everybody sees, the words that everybody sees. The list of people looks field by field, and so
finds people by more. Who is seen only by people in their circles is found by those: the circles of
that moment open the entry, and `Profile.objects.seen_by` has the last word.
"""

from collections.abc import Collection
from typing import Any

from django.db.models import QuerySet

from leerkring.foundation.search.registry import PUBLIC, SIGNED_IN, Found, Searchable, register
from leerkring.foundation.statements.made_once import made_once
from leerkring.network.profiles.models import Expertise, Profile
from leerkring.network.profiles.portraits import Named, portrait
from leerkring.network.profiles.registry import tie_tokens
from leerkring.network.profiles.visibility import Reach

AUDIENCES = {Reach.EVERYONE: PUBLIC, Reach.SIGNED_IN: SIGNED_IN}


def read(profile: Profile) -> Found | None:
    tokens = _tokens_of(profile)
    if not tokens or not profile.person.is_active:
        return None
    known = Expertise.objects.filter(profile=profile).select_related("theme")
    names = {row.theme_id: Named(row.theme.name, "") for row in known.order_by("pk")}
    seen = portrait(profile, profile.name_seen, list(names.values()))
    if seen is None:
        return None
    skills = tuple(theme.name for theme in seen.expertise)
    return Found(
        title=seen.name,
        text=" · ".join(filter(None, (seen.work, seen.place, seen.sentence, *skills))),
        url=seen.url,
        at=profile.since,
        tokens=tokens,
        themes=tuple(names) if seen.expertise else (),
        person=profile.person_id,
    )


def _tokens_of(profile: Profile) -> frozenset[str]:
    """Of who shows their name to nobody, none."""
    if profile.name_seen == Reach.TIES:
        return tie_tokens(profile.person)
    token = AUDIENCES.get(Reach(profile.name_seen))
    return frozenset({token} if token else ())


@made_once
def visible_ids(person: Any, ids: Collection[Any]) -> QuerySet[Profile, int]:
    rows = Profile.objects.seen_by(person).filter(pk__in=ids)
    return rows.values_list("pk", flat=True)


register(Searchable(Profile, "deelnemer", "Deelnemer", read, visible_ids))
