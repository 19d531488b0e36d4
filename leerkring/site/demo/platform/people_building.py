"""The people of the demo get in: accounts, profiles, what they know and follow. In bulk, because
one by one through `keep_profile` would take most of the time that a demo may take to build."""

import random
from datetime import date, datetime

from leerkring.network.people.actions import organisation_named
from leerkring.network.people.models import Organisation, Person
from leerkring.network.profiles.models import Expertise, Profile
from leerkring.network.profiles.names import folded
from leerkring.network.profiles.visibility import FIELDS, Reach
from leerkring.network.themes.models import Following, Theme
from leerkring.site.demo.platform.cast import Member, employers, others, writers
from leerkring.site.demo.platform.moments import as_given, moment

LONGEST_THERE = 425  # days
NO_PASSWORD = "!"  # what Django takes for: signs in some other way  # noqa: S105


def add_people(cast: dict[str, Person], themes: dict[str, Theme], today: date) -> dict[str, Person]:
    """Everybody, the cast among them, by key."""
    members = [*writers().values(), *others()]
    since = {member.key: _since(member, today) for member in members}
    new = [member for member in members if not member.is_cast]
    with as_given((Person, "joined_at")):
        made = Person.objects.bulk_create(
            Person(
                email=member.email,
                name=member.name,
                password=NO_PASSWORD,
                introduction=member.sentence,
                joined_at=since[member.key],
            )
            for member in new
        )
    everybody = cast | {member.key: person for member, person in zip(new, made, strict=True)}
    work = {key: organisation_named(one.name) for key, one in employers().items()}
    with as_given((Profile, "since")):
        profiles = Profile.objects.bulk_create(
            _profile(member, everybody[member.key], work, since=since[member.key])
            for member in members
        )
    Expertise.objects.bulk_create(
        Expertise(profile=profile, theme=themes[name])
        for member, profile in zip(members, profiles, strict=True)
        for name in member.expertise
    )
    Following.objects.bulk_create(
        Following(person=everybody[member.key], theme=themes[name])
        for member in members
        for name in member.follows
    )
    return everybody


def _since(member: Member, today: date) -> datetime:
    """Who writes was there before the first piece; the others came in the course of the year."""
    draw = random.Random(member.email)  # noqa: S311
    days = LONGEST_THERE + draw.randrange(30)
    return moment(today, days if member.key in writers() else draw.randrange(2, days), member.email)


def _profile(
    member: Member, person: Person, work: dict[str, Organisation], since: object
) -> Profile:
    return Profile(
        person=person,
        sort_name="".join(f" {word}" for word in folded(member.name).split()),
        organisation=work[member.employer.key],
        position=member.position,
        sector=member.sector,
        region=member.employer.region,
        sentence=member.sentence,
        questions_a_month=member.questions,
        since=since,
        **{field.column: int(reach) for field, reach in zip(FIELDS, _reaches(member), strict=True)},
    )


def _reaches(member: Member) -> list[Reach]:
    """Who sees which field: everything, what is usual, less, or only who shares a circle."""
    if member.seen == "open":
        return [Reach.NOBODY if f.name == "email" else Reach.EVERYONE for f in FIELDS]
    if member.seen == "gewoon":
        return [field.default for field in FIELDS]
    if member.seen == "kringen":
        shown = {"name": Reach.SIGNED_IN, "organisation": Reach.SIGNED_IN, "email": Reach.NOBODY}
        return [shown.get(field.name, Reach.TIES) for field in FIELDS]
    return [Reach.NOBODY if field.name == "email" else Reach.TIES for field in FIELDS]
