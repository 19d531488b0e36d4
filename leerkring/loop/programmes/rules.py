"""Who may do what in a programme."""

from typing import Any

from leerkring.loop.programmes.models import Participation, Programme, Role

ADVISING = frozenset({Role.Kind.COORDINATOR, Role.Kind.ADVISER})


def may_start(person: Any) -> bool:
    """Whoever begins a programme names its teams, so it takes an account that may."""
    return person.is_authenticated and person.starts_programmes


def coordinates(person: Any, programme: Programme) -> bool:
    if not person.is_authenticated:
        return False
    return Role.objects.filter(
        person=person, programme=programme, kind=Role.Kind.COORDINATOR
    ).exists()


def roles_of(person: Any, programme: Programme) -> frozenset[str]:
    """Everything that somebody does in a programme, in one query."""
    if not person.is_authenticated:
        return frozenset()
    kinds = Role.objects.filter(person=person, programme=programme).values_list("kind", flat=True)
    return frozenset(kinds)


def advises(person: Any, programme: Programme) -> bool:
    """Coordinator or training adviser."""
    return not ADVISING.isdisjoint(roles_of(person, programme))


def has_results(programme: Programme) -> bool:
    return programme.round is not None and programme.round.is_closed


def takes_out_answers(person: Any, programme: Programme) -> bool:
    """An analyst, after closing, and only from outside: nobody reads the rows of their own team."""
    return (
        has_results(programme)
        and Role.Kind.ANALYST in roles_of(person, programme)
        and stands_outside(person, programme)
    )


def sees_every_team(person: Any, programme: Programme) -> bool:
    """The released figures of all teams of a closed round, beside each other."""
    return coordinates(person, programme) or takes_out_answers(person, programme)


def stands_outside(person: Any, programme: Programme) -> bool:
    """Neither coordinates, nor works in one of the teams, nor facilitates one."""
    return (
        not coordinates(person, programme)
        and not Participation.objects.involving(person).filter(programme=programme).exists()
    )


def may_overrule(person: Any, participation: Participation) -> bool:
    """The team decides about its own session: its members, or the facilitator for them."""
    return Participation.objects.involving(person).filter(pk=participation.pk).exists()


def takes_in_files(person: Any, programme: Programme) -> bool:
    """Once: a round that has been taken in is closed, and a new round is a new programme."""
    return programme.round_id is None and coordinates(person, programme)
