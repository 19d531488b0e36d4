"""What profiles ask of programmes: which roles stay when somebody leaves for another job."""

from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone

from leerkring.loop.programmes.models import Role
from leerkring.loop.programmes.role_actions import end_role, give_role

HANDOVER = "Je rollen in programma's"


@dataclass(frozen=True)
class Held:
    """A role, as a list names it to whose it is."""

    role: Role

    @property
    def pk(self) -> int:
        return self.role.pk

    def __str__(self) -> str:
        return f"{self.role.get_kind_display()} in {self.role.programme}"


def held_by(person: Any) -> list[Held]:
    """Of programmes that are not over yet."""
    roles = Role.objects.filter(person=person, programme__ends_on__gte=timezone.localdate())
    rows = roles.select_related("programme").order_by("programme__starts_on", "pk")
    return [Held(role) for role in rows]


@transaction.atomic
def hand_to(held: Held, person: Any) -> None:
    """First given, then ended: a programme is never without a coordinator."""
    role = held.role
    give_role(role.programme, person=person, kind=role.kind, by=role.person)
    end_role(role, by=role.person)
