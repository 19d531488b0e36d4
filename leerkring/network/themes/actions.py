"""What is done with themes: made, renamed, given synonyms, merged, followed."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from leerkring.foundation.activity.actions import record
from leerkring.foundation.search.actions import forget, index
from leerkring.network.themes.models import Following, NewNames, Theme, ThemeName, folded
from leerkring.network.themes.queries import free_address, theme_named
from leerkring.network.themes.registry import relinkers
from leerkring.network.themes.starter import StarterTheme

Kind = ThemeName.Kind


@transaction.atomic
def add_theme(name: str, *, by: Any, description: str = "", synonyms: Iterable[str] = ()) -> Theme:
    """Raises ValidationError when one of the names already leads to a theme."""
    line = _line(name)
    refuse_taken([line, *synonyms])
    slug = free_address(line)
    theme = Theme.objects.create(name=line, slug=slug, description=description.strip())
    ThemeName.objects.create(
        theme=theme, name=line, folded=folded(line), slug=slug, kind=Kind.CURRENT
    )
    _add_names(theme, synonyms, Kind.SYNONYM)
    NewNames.objects.create(at=timezone.now())
    index(theme)
    record("themes.added", by=by, about=theme, sentence=f"Het thema «{theme}» is toegevoegd.")
    return theme


@transaction.atomic
def describe(theme: Theme, *, description: str, synonyms: Iterable[str], by: Any) -> None:
    """What it is about, and its other words. A former name is an address, and stays."""
    theme = _living(theme)
    wanted = {folded(name): _line(name) for name in synonyms if folded(name)}
    refuse_taken(wanted.values(), of=theme)
    theme.description = description.strip()
    theme.save(update_fields=["description"])
    gone, _ = theme.names.filter(kind=Kind.SYNONYM).exclude(folded__in=wanted).delete()
    there = set(theme.names.values_list("folded", flat=True))
    new = [line for key, line in wanted.items() if key not in there]
    _add_names(theme, new, Kind.SYNONYM)
    if gone or new:
        NewNames.objects.create(at=timezone.now())
    index(theme)
    record("themes.described", by=by, about=theme, sentence=f"Het thema «{theme}» is bijgewerkt.")


@transaction.atomic
def rename(theme: Theme, name: str, *, by: Any) -> Theme:
    """The old name and its address go on leading here. A name it had before comes back."""
    theme, line = _living(theme), _line(name)
    if line == theme.name:
        return theme
    refuse_taken([line], of=theme)
    before = theme.name
    theme.names.filter(kind=Kind.CURRENT).update(kind=Kind.FORMER)
    own = theme.names.filter(folded=folded(line)).first()
    if own is None:
        own = ThemeName(theme=theme, folded=folded(line), slug=free_address(line))
    own.name, own.kind = line, Kind.CURRENT
    own.save()
    theme.name, theme.slug = line, own.slug
    theme.save(update_fields=["name", "slug"])
    sentence = f"Het thema «{before}» heet nu «{line}»."
    NewNames.objects.create(at=timezone.now())
    index(theme)
    record("themes.renamed", by=by, about=theme, sentence=sentence)
    return theme


@transaction.atomic
def merge(theme: Theme, *, into: Theme, by: Any) -> Theme:
    """One theme of two: names, addresses, followers and what rooms above linked move along.

    Raises ValidationError when both are one, or one of them was merged before.
    """
    if theme.pk == into.pk:
        raise ValidationError("Kies een ander thema om mee samen te voegen.")
    # in the order of their numbers, so that two merges cannot wait for each other
    locked = {t.pk: t for t in _locked([theme.pk, into.pk])}
    if len(locked) < 2:
        raise ValidationError("Dit thema is al samengevoegd met een ander.")
    old, new = locked[theme.pk], locked[into.pk]
    old.names.filter(kind=Kind.CURRENT).update(kind=Kind.FORMER)
    old.names.update(theme=new)
    Theme.objects.filter(merged_into=old).update(merged_into=new)
    here = Following.objects.filter(theme=new).values("person")
    Following.objects.filter(theme=old, person__in=here).delete()
    Following.objects.filter(theme=old).update(theme=new)
    for relink in relinkers():
        relink(old.pk, new.pk)
    old.merged_into = new
    old.save(update_fields=["merged_into"])
    sentence = f"Het thema «{old}» is samengevoegd met «{new}»."
    forget(old)
    NewNames.objects.create(at=timezone.now())
    index(new)
    record("themes.merged", by=by, about=new, sentence=sentence)
    return new


def follow(theme: Theme, *, person: Any) -> None:
    Following.objects.get_or_create(theme=theme, person=person)


def unfollow(theme: Theme, *, person: Any) -> None:
    Following.objects.filter(theme=theme, person=person).delete()


def refuse_taken(names: Iterable[str], *, of: Theme | None = None) -> None:
    """Raises ValidationError with a sentence for each name that leads to another theme."""
    faults, seen = [], set()
    for name in names:
        found = theme_named(name)
        if found is not None and (of is None or found.pk != of.pk):
            faults.append(f"«{_line(name)}» hoort al bij het thema «{found}».")
        elif of is None and folded(name) in seen:
            faults.append(f"«{_line(name)}» staat er twee keer.")
        seen.add(folded(name))
    if faults:
        raise ValidationError(faults)


def _add_names(theme: Theme, names: Iterable[str], kind: Any) -> None:
    for name in map(_line, names):
        ThemeName.objects.create(
            theme=theme, name=name, folded=folded(name), slug=free_address(name), kind=kind
        )


def _living(theme: Theme) -> Theme:
    found = _locked([theme.pk])
    if not found:
        raise ValidationError("Dit thema is samengevoegd met een ander.")
    return found[0]


def _locked(ids: list[int]) -> list[Theme]:
    rows = Theme.objects.current().filter(pk__in=ids).order_by("pk")
    return list(rows.select_for_update(of=("self",)))


def _line(name: str) -> str:
    return " ".join(name.split())


@transaction.atomic
def add_starters(starters: Iterable[StarterTheme], *, by: Any = None) -> list[Theme]:
    """These themes, in their order; one of which the name leads somewhere already is that theme."""
    return [
        theme_named(one.name)
        or add_theme(one.name, description=one.description, synonyms=one.synonyms, by=by)
        for one in starters
    ]
