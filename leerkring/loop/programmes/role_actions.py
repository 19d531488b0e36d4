"""Who does what in a programme: a role is given, and taken away."""

from typing import Any

from django.db import transaction

from leerkring.foundation.activity.actions import record
from leerkring.loop.programmes.models import Programme, Role


class LastCoordinator(Exception):
    """Without a coordinator nobody could ever give a role again."""


@transaction.atomic
def give_role(programme: Programme, *, person: Any, kind: str, by: Any) -> Role:
    """A role once is enough: who has it keeps it, and nothing is written down."""
    role, is_new = Role.objects.get_or_create(programme=programme, person=person, kind=kind)
    if is_new:
        sentence = f"De rol {role.get_kind_display()} is gegeven in «{programme}»."
        record("programmes.role_given", by=by, about=role, sentence=sentence)
    return role


@transaction.atomic
def end_role(role: Role, *, by: Any) -> None:
    """Raises LastCoordinator, also when two coordinators leave at the same moment."""
    programme = Programme.objects.select_for_update().get(pk=role.programme_id)
    others = programme.roles.filter(kind=Role.Kind.COORDINATOR).exclude(pk=role.pk)
    if role.kind == Role.Kind.COORDINATOR and not others.exists():
        raise LastCoordinator
    sentence = f"De rol {role.get_kind_display()} is afgenomen in «{programme}»."
    record("programmes.role_ended", by=by, about=role, sentence=sentence)
    role.delete()
