"""Who made a paper, and who keeps order over it."""

from leerkring.loop.newspapers.models import Publication
from leerkring.loop.programmes.models import Role
from leerkring.network.people.models import Membership
from leerkring.network.people.queries import moderators


def makers_of(publication: Publication) -> set[int]:
    """The team, and who facilitated its session. Who brought out a team's paper wrote none of it:
    mostly that is who coordinates the programme, and a flag would reach nobody. Of a city's paper
    whoever brought it out, as long as others keep order over it."""
    participation = publication.edition.participation
    if participation is None:
        others = who_keep_order(publication) - {publication.by_id}
        return {publication.by_id} - {None} if others else set()
    running = Membership.objects.filter(team=participation.team_id, until=None)
    made = set(running.values_list("person_id", flat=True))
    session = participation.session
    return {*made, session.facilitator_id if session else None} - {None}


def who_hear_of(publication: Publication) -> set[int]:
    """Who made it, and who brought it out."""
    return {*makers_of(publication), publication.by_id} - {None}


def who_keep_order(publication: Publication) -> set[int]:
    """Who coordinates its programme, and the moderators of the platform."""
    programme = publication.edition.programme_id
    roles = Role.objects.filter(programme=programme, kind=Role.Kind.COORDINATOR)
    coordinators = roles.filter(person__is_active=True).values_list("person_id", flat=True)
    return {*coordinators, *moderators()}
