"""Reads over people, for many at once."""

from collections.abc import Iterable

from leerkring.network.people.models import Membership, Organisation, Person
from leerkring.network.profiles.models import Profile


def organisations_of(people: Iterable[Person]) -> dict[int, Organisation]:
    """Person → for whom they work: what the profile says, or that of their team now."""
    ids = [person.pk for person in people]
    teams = Membership.objects.filter(person__in=ids, until=None).order_by("pk")
    profiles = Profile.objects.filter(person__in=ids, organisation__isnull=False)
    found = {
        row.person_id: row.team.organisation for row in teams.select_related("team__organisation")
    }
    return found | {
        row.person_id: row.organisation
        for row in profiles.select_related("organisation")
        if row.organisation is not None
    }
