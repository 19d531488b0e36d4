"""Who was at a meeting, for whoever took part in it too: to agree something with."""

from typing import Any

from django.utils import timezone

from leerkring.network.people.models import Membership
from leerkring.network.profiles.models import Profile
from leerkring.practice.meetings.models import Meeting
from leerkring.practice.meetings.rules import may_take_part
from leerkring.practice.meetings.subject_queries import everybody_of, people_of


def houses_at(person: Any, number: int) -> dict[int, int | None] | None:
    """Of who was asked and has an account, or does something there, the organisation for which they
    are there. None for whoever may not take part, and for who was not asked, said no or stayed away
    themselves: in a meeting that everybody sees names are not for everybody.
    """
    rows = Meeting.objects.visible_to(person).announced().filter(starts_at__lte=timezone.now())
    meeting = rows.filter(pk=number).first()
    if meeting is None or not may_take_part(person, meeting):
        return None
    if not people_of(meeting).filter(pk=person.pk).exists():
        return None
    asked = meeting.invitations.filter(person__isnull=False)
    houses = dict(asked.values_list("person_id", "organisation_id"))
    found = {one.pk: houses.get(one.pk) for one in everybody_of(meeting)}
    silent = [pk for pk, house in found.items() if house is None]
    teams = Membership.objects.filter(person__in=silent, until=None).order_by("pk")
    works = Profile.objects.filter(person__in=silent, organisation__isnull=False)
    found |= dict(teams.values_list("person_id", "team__organisation_id"))
    return found | dict(works.values_list("person_id", "organisation_id"))
