"""Reads over people and places."""

from django.db.models import Model

from leerkring.network.people.slugs import slugs


def free_slug(model: type[Model], name: str) -> str:
    """A slug for `name` that no row of `model` has yet: wijkteam, wijkteam-2, wijkteam-3 …"""
    base = slugs([name])[0]
    rows = model._default_manager.filter(slug__startswith=base)
    taken = set(rows.values_list("slug", flat=True))
    number = 1
    while (candidate := base if number == 1 else f"{base}-{number}") in taken:
        number += 1
    return candidate
