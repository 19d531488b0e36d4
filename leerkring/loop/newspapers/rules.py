"""Who may do what with a paper."""

from typing import Any

from leerkring.loop.newspapers.models import Edition
from leerkring.loop.programmes.rules import coordinates
from leerkring.network.people.models import Team


def may_edit(person: Any, edition: Edition) -> bool:
    """The facilitator, the team and the coordinator, as long as nothing is published, and again
    when all of it was taken off the site."""
    return may_see_desk(person, edition) and not edition.publications.standing().exists()


def may_see_desk(person: Any, edition: Edition) -> bool:
    if not person.is_authenticated or edition.participation is None:
        return False
    return (
        facilitates(person, edition)
        or works_in_team(person, edition)
        or coordinates(person, edition.programme)
    )


def may_approve(person: Any, edition: Edition) -> bool:
    """Only the team itself agrees with its paper."""
    return works_in_team(person, edition)


def may_publish(person: Any, edition: Edition, audience: str) -> bool:
    """The facilitator or the coordinator, once, and corrected again after it was taken off the
    site; that the team agrees is for `queries`."""
    if not (facilitates(person, edition) or coordinates(person, edition.programme)):
        return False
    return not edition.publications.standing().filter(audience=audience).exists()


def facilitates(person: Any, edition: Edition) -> bool:
    session = edition.participation.session if edition.participation else None
    return session is not None and session.facilitator_id == person.pk


def works_in_team(person: Any, edition: Edition) -> bool:
    if edition.participation is None:
        return False
    return Team.objects.of(person).filter(pk=edition.participation.team_id).exists()
