"""Reads over people and places."""

import re
from collections.abc import Iterable

from django.db.models import Model

from leerkring.network.people.models import District, Organisation, Person
from leerkring.network.people.slugs import slugs

_NUMBERED = re.compile(r"^Wijk \d+[a-zA-Z]? ")


def free_slug(model: type[Model], name: str) -> str:
    """A slug for `name` that no row of `model` has yet: wijkteam, wijkteam-2, wijkteam-3 …"""
    base = slugs([name])[0]
    rows = model._default_manager.filter(slug__startswith=base)
    taken = set(rows.values_list("slug", flat=True))
    number = 1
    while (candidate := base if number == 1 else f"{base}-{number}") in taken:
        number += 1
    return candidate


def moderators() -> set[int]:
    """Numbers of who keeps order over the whole platform."""
    people = Person.objects.filter(moderates=True, is_active=True)
    return set(people.values_list("pk", flat=True))


def names_of_people() -> Iterable[str]:
    """Whole names of everybody with an account. A first name alone points at nobody for sure."""
    people = Person.objects.filter(is_active=True, name__contains=" ")
    return people.values_list("name", flat=True).iterator()


def names_of_places() -> Iterable[str]:
    """Organisations, schools among them, and districts, without the number that CBS puts first."""
    yield from Organisation.objects.values_list("name", flat=True).iterator()
    for name in District.objects.values_list("name", flat=True).iterator():
        yield _NUMBERED.sub("", name)


def newest_place() -> object:
    """Another value as soon as there is another organisation or district."""
    rows = (Organisation, District)
    return [row.objects.order_by("-pk").values_list("pk", flat=True).first() for row in rows]


def newest_person() -> object:
    """Another value as soon as somebody has come in: their name may stand in a text."""
    return Person.objects.order_by("-pk").values_list("pk", "joined_at").first()
