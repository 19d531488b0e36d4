"""A wijkkrant in the search over everything: its widest edition, for who may read it."""

from collections.abc import Collection, Iterator
from typing import Any

from django.db.models import QuerySet

from leerkring.foundation.search.registry import PUBLIC, Found, Searchable, register
from leerkring.foundation.statements.made_once import made_once
from leerkring.loop.newspapers.models import Publication
from leerkring.loop.newspapers.paper import Paper, Story
from leerkring.loop.programmes.search import tokens_of
from leerkring.network.themes.queries import themes_in
from leerkring.network.themes.registry import register_by_words
from leerkring.practice.scans.results import Audience


def read(publication: Publication) -> Found | None:
    """A paper for the team is not found beside the same paper for everyone; one that was taken off
    the site is not found."""
    if hasattr(publication, "recall"):
        return None
    is_public = publication.audience == Audience.PUBLIC
    wider = publication.edition.publications.standing().filter(audience=Audience.PUBLIC)
    if not is_public and wider.exists():
        return None
    told = list(filter(None, words_of(publication.paper)))
    return Found(
        title=f"{publication.title}: {publication.headline}".removesuffix(": "),
        text="\n".join(map(_closed, [*told, *places_of(publication.paper)])),
        url=publication.get_absolute_url(),
        at=publication.at,
        tokens=frozenset({PUBLIC}) if is_public else _opened_by(publication),
        themes=themes_in("\n".join(told)),
    )


def _opened_by(publication: Publication) -> frozenset[str]:
    """What opens the team's page, whoever holds it by then. Of a city's paper nothing."""
    participation = publication.edition.participation
    return frozenset() if participation is None else tokens_of(participation)


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


def places_of(paper: Paper) -> Iterator[str]:
    yield from filter(None, (paper.edition.district, paper.edition.municipality))


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
register_by_words(Publication)
