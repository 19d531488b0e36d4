"""A paper that is out can be flagged by who reads it. A city's paper repeats what teams said."""

from typing import Any

from django.urls import reverse

from leerkring.foundation.moderation.registry import Flaggable, Stays, register
from leerkring.loop.newspapers.blacking import texts_of
from leerkring.loop.newspapers.makers_queries import makers_of, who_hear_of, who_keep_order
from leerkring.loop.newspapers.models import Publication
from leerkring.loop.newspapers.queries import public_papers
from leerkring.loop.newspapers.recalling_actions import recall, redact
from leerkring.practice.gatherings.models import Session

NOTES = "In de aantekeningen van de sessie, waaruit deze krant is gemaakt, blijft het staan."


def where_it_is_mended(publication: Any) -> str:
    """At the desk; of a city's paper a new number comes from the page of the programme."""
    edition = publication.edition
    if edition.participation_id is not None:
        return str(edition.get_absolute_url())
    return reverse("programme", args=[edition.programme_id, edition.programme.slug])


def what_stays(publication: Any, person: Any) -> Stays | None:
    """What the team wrote down itself: to be changed by who may write there."""
    participation = publication.edition.participation
    if participation is None or participation.session is None:
        return None
    writes = Session.objects.writable_by(person).filter(pk=participation.session_id).exists()
    if writes:
        return Stays(NOTES, str(participation.session.get_absolute_url()))
    return Stays(f"{NOTES} Alleen het team en de gespreksleider komen daarbij: vraag het hun.")


def beside(publication: Any) -> Any:
    """For a team's paper those of the city, and the other way round. What this number says for
    others goes with it anyway."""
    edition = publication.edition
    if edition.participation_id is None:
        return public_papers(edition.programme).select_related("edition")
    cities = Publication.objects.standing().select_related("edition")
    return cities.filter(edition__programme=edition.programme_id, edition__participation=None)


register(
    Flaggable(
        model=Publication,
        label="deze wijkkrant",
        visible_to=lambda person: Publication.objects.visible_to(person).select_related("edition"),
        moderators=who_keep_order,
        hide=lambda publication, by: recall(publication, by=by),
        describe=lambda publication: publication.name,
        passage=lambda publication: "\n".join(texts_of(publication.paper)),
        url=lambda publication: publication.get_absolute_url(),
        stands=lambda publication: not hasattr(publication, "recall"),
        writers=makers_of,
        hears=who_hear_of,
        redact=redact,
        beside=beside,
        stays=what_stays,
        effect="De krant gaat van de site, tot het team haar heeft aangepast en opnieuw ja zegt.",
        gone="haalde {yours} van de site",
        mended_at=where_it_is_mended,
    )
)
