"""A wijkkrant in the search over everything: its widest edition, for who may read it."""

from collections.abc import Collection, Iterator
from typing import Any

from django.db.models import QuerySet

from leerkring.foundation.search.registry import (
    PUBLIC,
    Found,
    Searchable,
    register,
    register_tokens,
)
from leerkring.foundation.statements.made_once import made_once
from leerkring.loop.newspapers.models import Publication
from leerkring.loop.newspapers.paper import Paper, Story
from leerkring.loop.programmes.models import Role
from leerkring.network.people.models import Membership
from leerkring.practice.scans.results import Audience


def read(publication: Publication) -> Found | None:
    """A paper for the team is not found beside the same paper for everyone."""
    is_public = publication.audience == Audience.PUBLIC
    wider = publication.edition.publications.filter(audience=Audience.PUBLIC)
    if not is_public and wider.exists():
        return None
    return Found(
        title=f"{publication.title}: {publication.headline}".removesuffix(": "),
        text="\n".join(map(_closed, filter(None, words_of(publication.paper)))),
        url=publication.get_absolute_url(),
        at=publication.at,
        tokens=frozenset({PUBLIC} if is_public else _opened_by(publication)),
    )


def _opened_by(publication: Publication) -> Iterator[str]:
    """The team, whoever is in it by then; who coordinates, and who facilitates its session. Of a
    city's paper nobody."""
    team = publication.edition.participation
    if team is not None:
        yield f"team:{team.team_id}"
        roles = Role.objects.filter(programme=team.programme_id, kind=Role.Kind.COORDINATOR)
        people = set(roles.values_list("person", flat=True))
        people.add(team.session.facilitator_id if team.session else None)
        yield from (f"person:{pk}" for pk in people - {None})


def tokens_held_by(person: Any) -> set[str]:
    return {f"team:{pk}" for pk in _teams_of(person)}


@made_once
def _teams_of(person: Any) -> QuerySet[Membership, int]:
    return Membership.objects.filter(person=person, until=None).values_list("team", flat=True)


def words_of(paper: Paper) -> Iterator[str]:
    """What people wrote and said in it, in the order of the page; no figures, and not what stands
    in every paper."""
    yield from _told(paper.lead)
    for section in paper.sections:
        for story in section.stories:
            yield from _told(story)
    for quote in paper.quotes:
        yield quote.text
    for promise in paper.promises:
        yield promise.text
    yield paper.edition.district
    yield paper.edition.municipality


def _told(story: Story) -> tuple[str, ...]:
    return story.headline, story.text


def _closed(text: str) -> str:
    """As a sentence, for what follows it on the same line in a list of what was found."""
    return text if text[-1] in ".!?…" else f"{text}."


@made_once
def visible_ids(person: Any, ids: Collection[Any]) -> QuerySet[Publication, int]:
    seen = Publication.objects.visible_to(person).filter(pk__in=ids)
    return seen.values_list("pk", flat=True)


register(Searchable(Publication, "krant", "Krant", read, visible_ids))
register_tokens(tokens_held_by)
