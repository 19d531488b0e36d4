"""What somebody holds because of a job, and who could take it over."""

from typing import Any

from leerkring.network.profiles.models import Profile
from leerkring.network.profiles.registry import Handover, handovers

MOST_HEIRS = 200


def held_by(person: Any) -> list[tuple[Handover, list[Any]]]:
    """What there is to hand over, by kind; kinds of which there is nothing are left out."""
    kinds = [(kind, list(kind.things_of(person))) for kind in handovers()]
    return [(kind, things) for kind, things in kinds if things]


def heirs_of(person: Any, kind: Handover, thing: Any) -> list[Profile]:
    """Who may take this over, of whom this person sees the name: `heirs`, or colleagues."""
    seen = Profile.objects.seen_by(person).exclude(person=person)
    if kind.heirs is not None:
        rows = seen.filter(person_id__in=kind.heirs(thing))
    else:
        own = Profile.objects.filter(person=person).values("organisation")
        rows = seen.showing("organisation").filter(organisation__in=own)
    return list(rows.with_work().order_by("sort_name", "person_id")[:MOST_HEIRS])
