"""Taking in teams and areas from files; joining a team."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q

from leerkring.network.people.models import (
    District,
    Membership,
    Municipality,
    Organisation,
    Person,
    Team,
)
from leerkring.network.people.queries import free_slug
from leerkring.network.people.team_files import TeamRow, is_district_code

_MUNICIPALITY_CODE = re.compile(r"GM[0-9]{4}", re.IGNORECASE)


@transaction.atomic
def take_in_teams(rows: Sequence[TeamRow]) -> list[Team]:
    """Teams as the file has them, in its order; what is there already is brought up to date."""
    return [_take_in(row) for row in rows]


def _take_in(row: TeamRow) -> Team:
    municipality = municipality_named(row.municipality)
    team = Team.objects.filter(name__iexact=row.name, municipality=municipality).first()
    if team is None:
        team = Team(name=row.name, municipality=municipality, slug=free_slug(Team, row.name))
    team.organisation = organisation_named(row.organisation)
    team.district = district_of(row.district, municipality)
    team.size = row.members
    team.save()
    return team


def municipality_named(name: str) -> Municipality:
    """The municipality with this name or CBS code; a new one is added."""
    found = Municipality.objects.filter(Q(name__iexact=name) | Q(code__iexact=name)).first()
    if found:
        return found
    code = name.upper() if _MUNICIPALITY_CODE.fullmatch(name) else ""
    return Municipality.objects.create(
        name=code or name, slug=free_slug(Municipality, name), code=code
    )


def organisation_named(name: str) -> Organisation:
    found = Organisation.objects.filter(name__iexact=name).first()
    return found or Organisation.objects.create(name=name, slug=free_slug(Organisation, name))


def district_of(text: str, municipality: Municipality) -> District | None:
    """The district with this code, or with this name in the municipality; new ones are added."""
    if not text:
        return None
    known = District.objects.filter(
        Q(code__iexact=text) | Q(name__iexact=text, municipality=municipality)
    )
    code = text.upper() if is_district_code(text) else ""
    # of a wijk and a buurt with one name, the wijk is meant; one with a code has figures
    return known.order_by("-code").first() or District.objects.create(
        code=code, name=text, municipality=municipality
    )


@dataclass(frozen=True)
class NamedArea:
    """An area from a CBS file: a municipality (GM…) or a district (WK…, BU…) with its name."""

    code: str
    name: str
    municipality: str


@transaction.atomic
def name_areas(areas: Iterable[NamedArea]) -> None:
    """Give areas their names; new ones are added, a district only with its municipality."""
    districts = {}
    for area in areas:
        if area.code.startswith("GM"):
            _name_municipality(area.code, area.name)
        elif area.municipality:
            districts[area.code] = area
    _name_districts(districts)


def _name_municipality(code: str, name: str) -> None:
    known = Municipality.objects.filter(code=code).first()
    municipality = known or municipality_named(name)
    municipality.code = code
    if municipality.name == code and not Municipality.objects.filter(name__iexact=name):
        municipality.name = name
    municipality.save()


def _name_districts(areas: Mapping[str, NamedArea]) -> None:
    """In a fixed number of queries a thousand: a file of the whole country has 17,000 areas."""
    names = {area.municipality for area in areas.values()}
    towns = {name: municipality_named(name) for name in names}
    there, changed = set(), []
    for district in District.objects.exclude(code=""):
        area = areas.get(district.code)
        if area is None:
            continue
        there.add(district.code)
        town = towns[area.municipality]
        if (district.name, district.municipality_id) != (area.name, town.pk):
            district.name, district.municipality = area.name, town
            changed.append(district)
    District.objects.bulk_update(changed, ["name", "municipality"], batch_size=500)
    District.objects.bulk_create(
        (
            District(code=code, name=area.name, municipality=towns[area.municipality])
            for code, area in areas.items()
            if code not in there
        ),
        batch_size=1000,
    )


@transaction.atomic
def give_account(
    *, email: str, name: str, starts_programmes: bool = False, moderates: bool = False
) -> Person:
    """An account for somebody, who signs in with a code by mail.

    `starts_programmes`: whoever begins a programme names its teams, so not everybody may.
    `moderates`: looks at what is flagged on the whole platform, and edits the themes.

    Raises ValidationError with Dutch sentences: no mail address, a name too long, or an account
    that is there already.
    """
    address = email.strip().lower()
    if Person.objects.filter(email__iexact=address).exists():
        raise ValidationError(f"«{address}» heeft al een account.")
    person = Person(
        email=address,
        name=" ".join(name.split()),
        starts_programmes=starts_programmes,
        moderates=moderates,
    )
    person.set_unusable_password()
    person.full_clean()
    person.save()
    return person


@transaction.atomic
def join_team(*, person: Person, team: Team, since: date) -> Membership:
    """A person starts to work in a team; already there is fine."""
    membership, _ = Membership.objects.get_or_create(
        person=person, team=team, until=None, defaults={"since": since}
    )
    return membership


def rename(person: Person, name: str) -> Person:
    """Another name for somebody, on one line."""
    line = " ".join(name.split())
    if line != person.name:
        person.name = line
        person.save(update_fields=["name"])
    return person


@transaction.atomic
def leave_teams(person: Person, *, keep: Organisation | None, until: date) -> list[Team]:
    """End what runs in teams, but for those of the organisation `keep`. Returns what was left."""
    running = Membership.objects.filter(person=person, until=None).select_related("team")
    ended = running.exclude(team__organisation=keep) if keep else running
    left = [membership.team for membership in ended.order_by("team__name", "pk")]
    ended.update(until=until)
    return left
