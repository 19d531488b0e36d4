"""Who wrote something, as one reader may know them: a line with a name, work and a round."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from leerkring.foundation.statements.made_once import made_once
from leerkring.network.profiles.models import Profile
from leerkring.network.profiles.portraits import Portrait, portrait


@dataclass(frozen=True)
class Author:
    """What a line shows of somebody; all of it worked out, since a page has many lines."""

    name: str
    url: str
    work: str
    initials: str
    tone: int
    photo_url: str


def authors_of(people: Iterable[Any], reader: Any) -> dict[int, Author]:
    """By number of the person, in one query. Of somebody whose profile this reader may not see the
    name alone."""
    known = {person.pk: person for person in people if person is not None}
    profiles = _profiles(reader, list(known))
    for row in profiles:
        row.person = known[row.person_id]
    seen = {row.person_id: portrait(row, row.closeness) for row in profiles}
    return {pk: _author(seen.get(pk) or _alone(person)) for pk, person in known.items()}


@made_once
def _profiles(reader: Any, people: Collection[int]) -> QuerySet[Profile]:
    return (
        Profile.objects.seen_by(reader).filter(person_id__in=people).select_related("organisation")
    )


def _alone(person: Any) -> Portrait:
    return Portrait(person_id=person.pk, name=person.name or "Iemand zonder naam")


def _author(one: Portrait) -> Author:
    return Author(one.name, one.url, one.work, one.initials, one.tone, one.photo_url)
