"""A meeting like an earlier one."""

from typing import Any

from django.db import transaction

from leerkring.practice.meetings.actions import Plan, make_meeting
from leerkring.practice.meetings.models import Material, Meeting, Role
from leerkring.practice.meetings.programme_actions import copy_programme

PRACTICAL = ("place", "address", "reachable", "places", "guests_each", "form_code")


@transaction.atomic
def copy_meeting(source: Meeting, plan: Plan, *, by: Any) -> Meeting:
    """Programme, roles, place and material of an earlier meeting; nothing that people answered:
    no invitations, no replies, no questions. It remembers what it follows."""
    meeting = make_meeting(plan, by=by)
    for name in PRACTICAL:
        setattr(meeting, name, getattr(source, name))
    meeting.follows = source
    meeting.save()
    blocks = copy_programme(source, meeting)
    for role in source.roles.exclude(person=by, kind=Role.Kind.ORGANISER):
        Role.objects.get_or_create(meeting=meeting, person_id=role.person_id, kind=role.kind)
    Material.objects.bulk_create(
        Material(
            meeting=meeting,
            block=blocks.get(row.block_id),
            title=row.title,
            file_id=row.file_id,
            link=row.link,
            captions_id=row.captions_id,
        )
        for row in source.materials.all()
    )
    return meeting
