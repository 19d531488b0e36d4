"""Reads over themes."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Count, Q, QuerySet

from leerkring.foundation.statements.made_once import made_once
from leerkring.network.people.queries import free_slug
from leerkring.network.themes.models import Following, Theme, ThemeName, folded
from leerkring.network.themes.recognition import themes_said

MOST_COUNTED = 100
RESERVED = frozenset({"beheer"})  # what else stands in an address there


def theme_named(text: str) -> Theme | None:
    """The living theme with this name, synonym or former name, however it is written."""
    found = ThemeName.objects.filter(folded=folded(text)).select_related("theme").first()
    return found.theme if found else None


def theme_at(slug: str) -> Theme | None:
    """The living theme to which this address, an old one among them, leads."""
    found = _at(slug)
    return found[0].theme if found else None


@made_once
def _at(slug: str) -> QuerySet[ThemeName]:
    return ThemeName.objects.filter(slug=slug).select_related("theme")


def themes_in(text: str) -> tuple[int, ...]:
    """Ids of the living themes that a text names, by whatever name they have or had. A room that
    puts these in the index registers its model with `registry.register_by_words`.
    """
    return themes_said(text, _every_name()) if text else ()


@made_once
def _every_name() -> QuerySet[ThemeName]:
    return ThemeName.objects.order_by().values_list("theme_id", "name")


def names_by_row(model: Any, ids: Iterable[str]) -> dict[str, list[str]]:
    """Of rows with `themes`, by their key as text, what those are called."""
    links = model.themes.through.objects
    owner = model.themes.field.m2m_field_name()
    rows = links.filter(**{f"{owner}__in": list(ids)}).order_by("theme__name")
    found: dict[str, list[str]] = {}
    for pk, name in rows.values_list(f"{owner}_id", "theme__name"):
        found.setdefault(str(pk), []).append(name)
    return found


def followers_of(theme_ids: Iterable[int]) -> set[int]:
    """Who follows at least one of these themes, as ids of persons."""
    rows = Following.objects.filter(theme__in=list(theme_ids), person__is_active=True)
    return set(rows.values_list("person_id", flat=True))


def following_count(theme: Theme) -> int:
    """At most MOST_COUNTED + 1: of a theme that everybody follows, the number tells nobody more."""
    return len(_active_followers(theme.pk))


@made_once
def _active_followers(theme: int) -> QuerySet[Following, int]:
    rows = Following.objects.filter(theme=theme, person__is_active=True)
    return rows.values_list("pk", flat=True)[: MOST_COUNTED + 1]


def followed_by(person: object) -> set[int]:
    """Ids of the themes that this person follows; none for who has not signed in."""
    if not getattr(person, "is_authenticated", False):
        return set()
    return set(_followed_by(person))


@made_once
def _followed_by(person: Any) -> QuerySet[Following, int]:
    return Following.objects.filter(person=person).values_list("theme_id", flat=True)


def vocabulary() -> QuerySet[Theme]:
    """Every living theme with its names at hand and `followers`, how many follow it."""
    active = Q(followings__person__is_active=True)
    counted = Theme.objects.current().annotate(followers=Count("followings", filter=active))
    return counted.prefetch_related("names")


def free_address(name: str) -> str:
    """An address that no name of any theme has or had."""
    slug = free_slug(ThemeName, name)
    return slug if slug not in RESERVED else free_slug(ThemeName, f"{name} thema")
