"""A meeting like an earlier one: one's own as a whole, of others what one may see of it."""

from typing import Any

from django.db import transaction

from leerkring.practice.meetings.actions import Plan, make_meeting
from leerkring.practice.meetings.models import (
    Audience,
    Block,
    Material,
    Meeting,
    Role,
    Strand,
)
from leerkring.practice.meetings.programme_actions import copy_programme

OPEN = (Audience.PUBLIC, Audience.SIGNED_IN)
PRACTICAL = ("place", "address", "reachable", "places", "guests_each", "form_code")


@transaction.atomic
def borrow_programme(source: Meeting, plan: Plan, *, by: Any) -> Meeting:
    """What everybody who sees a meeting of others reads of its programme: titles, kinds, lengths,
    the sessions beside each other. No people, script or place; material only of an open one."""
    meeting = make_meeting(plan, by=by)
    meeting.form_code = source.form_code
    meeting.save()
    found: dict[int, Block] = {}
    for row in source.blocks.prefetch_related("strands"):
        block = found[row.pk] = Block.objects.create(
            meeting=meeting,
            position=row.position,
            kind=row.kind,
            title=row.title,
            minutes=row.minutes,
        )
        Strand.objects.bulk_create(
            Strand(block=block, position=one.position, title=one.title, places=one.places)
            for one in row.strands.all()
        )
    if source.audience in OPEN:
        _copy_material(source, meeting, found)
    return meeting


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
    _copy_material(source, meeting, blocks)
    return meeting


def _copy_material(source: Meeting, meeting: Meeting, blocks: dict[int, Block]) -> None:
    """Where it lay before: with the same block, or the same one of its sessions."""
    strands = {
        (strand.block_id, strand.position): strand
        for strand in Strand.objects.filter(block__meeting=meeting)
    }

    def lies_with(row: Material) -> dict[str, Any]:
        block, strand = blocks.get(row.block_id or 0), row.strand
        at = (block.pk, strand.position) if block and strand else None
        return {"block": block, "strand": strands.get(at) if at else None}

    Material.objects.bulk_create(
        Material(
            meeting=meeting,
            **lies_with(row),
            title=row.title,
            file_id=row.file_id,
            link=row.link,
            captions_id=row.captions_id,
        )
        for row in source.materials.select_related("strand")
    )
