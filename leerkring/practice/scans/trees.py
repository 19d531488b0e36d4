"""The tree over which a round is released: person, team, organisation, municipality."""

from collections.abc import Sequence
from dataclasses import dataclass

from leerkring.practice.scans.results import UnitKind
from leerkring.practice.scans.snapshot import RoundUnit

ROOT = "alle gemeenten"  # no slug: no municipality can have it


@dataclass(frozen=True)
class TeamPlace:
    """A team with its place: keys are slugs, unique among their own kind."""

    key: str
    name: str
    organisation: str
    organisation_name: str
    municipality: str
    municipality_name: str
    members: int | None


def organisation_key(municipality: str, organisation: str) -> str:
    """An organisation counts per municipality, so that every unit has one parent."""
    return f"{municipality}/{organisation}"


def tree(places: Sequence[TeamPlace]) -> tuple[RoundUnit, ...]:
    """All units from the top down; above several municipalities stands one root.

    The order of `places` is no matter: where a choice of what to withhold is free, it falls the
    same way whoever asks.
    """
    places = sorted(places, key=_by_name)
    municipalities = {place.municipality: place.municipality_name for place in places}
    several = len(municipalities) > 1
    units = []
    if several:
        units.append(_unit(ROOT, "Alle gemeenten", UnitKind.MUNICIPALITY, None, places))
    for key, name in municipalities.items():
        inside = [place for place in places if place.municipality == key]
        parent = ROOT if several else None
        units.append(_unit(key, name, UnitKind.MUNICIPALITY, parent, inside))
        organisations = {place.organisation: place.organisation_name for place in inside}
        for organisation, organisation_name in organisations.items():
            teams = [place for place in inside if place.organisation == organisation]
            unit = organisation_key(key, organisation)
            units.append(_unit(unit, organisation_name, UnitKind.ORGANISATION, key, teams))
            units.extend(
                RoundUnit(team.key, team.name, UnitKind.TEAM, unit, team.members) for team in teams
            )
    return tuple(units)


def _by_name(place: TeamPlace) -> tuple[str, ...]:
    """Names and not keys: a slug may have got a number since the file was read."""
    names = (place.municipality_name, place.organisation_name, place.name)
    return (*(name.casefold() for name in names), place.key)


def _unit(
    key: str, name: str, kind: UnitKind, parent: str | None, places: Sequence[TeamPlace]
) -> RoundUnit:
    sizes = [place.members for place in places]
    members = None if None in sizes else sum(size for size in sizes if size is not None)
    return RoundUnit(key, name, kind, parent, members)
