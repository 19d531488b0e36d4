"""A wijkkrant in the search over everything: its widest edition, for who may read it."""

from collections.abc import Collection, Iterator
from typing import Any

from django.db.models import QuerySet

from leerkring.foundation.search.registry import PUBLIC, Found, Searchable, register
from leerkring.foundation.statements.made_once import made_once
from leerkring.loop.newspapers.models import Publication
from leerkring.loop.newspapers.paper import Paper, Story
from leerkring.loop.newspapers.queries import readers_of
from leerkring.practice.scans.results import Audience


def read(publication: Publication) -> Found | None:
    """A paper for the team is not found beside the same paper for everyone."""
    is_public = publication.audience == Audience.PUBLIC
    wider = publication.edition.publications.filter(audience=Audience.PUBLIC)
    if not is_public and wider.exists():
        return None
    readers = {PUBLIC} if is_public else {f"person:{pk}" for pk in readers_of(publication)}
    return Found(
        title=f"{publication.title}: {publication.headline}".removesuffix(": "),
        text="\n".join(map(_closed, filter(None, words_of(publication.paper)))),
        url=publication.get_absolute_url(),
        at=publication.at,
        tokens=frozenset(readers),
    )


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
