"""Who made a paper, and who keeps order over it."""

from leerkring.loop.newspapers.models import Publication
from leerkring.loop.programmes.models import Role
from leerkring.network.people.models import Membership, Person


def makers_of(publication: Publication) -> set[int]:
    """The team, who facilitated its session, and whoever brought it out."""
    made: set[int | None] = {publication.by_id}
    team = publication.edition.participation
    if team is not None:
        running = Membership.objects.filter(team=team.team_id, until=None)
        made |= set(running.values_list("person_id", flat=True))
        made.add(team.session.facilitator_id if team.session else None)
    return {pk for pk in made if pk is not None}


def who_keep_order(publication: Publication) -> set[int]:
    """Who coordinates its programme, and the moderators of the platform."""
    programme = publication.edition.programme_id
    roles = Role.objects.filter(programme=programme, kind=Role.Kind.COORDINATOR)
    coordinators = roles.filter(person__is_active=True).values_list("person_id", flat=True)
    moderators = Person.objects.filter(moderates=True, is_active=True)
    return {*coordinators, *moderators.values_list("pk", flat=True)}
