"""Who may do what in a programme."""

from typing import Any

from leerkring.loop.programmes.models import Participation, Programme, Role


def may_start(person: Any) -> bool:
    """Whoever begins a programme names its teams, so it takes an account that may."""
    return person.is_authenticated and person.starts_programmes


def coordinates(person: Any, programme: Programme) -> bool:
    if not person.is_authenticated:
        return False
    return Role.objects.filter(
        person=person, programme=programme, kind=Role.Kind.COORDINATOR
    ).exists()


def advises(person: Any, programme: Programme) -> bool:
    """Any role in the programme: coordinator or training adviser."""
    if not person.is_authenticated:
        return False
    return Role.objects.filter(person=person, programme=programme).exists()


def may_overrule(person: Any, participation: Participation) -> bool:
    """The team decides about its own session: its members, or the facilitator for them."""
    return Participation.objects.involving(person).filter(pk=participation.pk).exists()


def takes_in_files(person: Any, programme: Programme) -> bool:
    """Once: a round that has been taken in is closed, and a new round is a new programme."""
    return programme.round_id is None and coordinates(person, programme)
