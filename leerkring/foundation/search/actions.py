"""Put things in the index, take them out, build it anew."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from django.apps import apps
from django.db import transaction
from django.db.models import Model
from django.utils import timezone

from leerkring.foundation.search.lexemes import LONGEST_TEXT, lexemes_of
from leerkring.foundation.search.matching import write_signs
from leerkring.foundation.search.models import Entry
from leerkring.foundation.search.registry import Found, searchables

AT_ONCE = 500
COLUMNS = ["kind", "title", "text", "url", "at", "person", "owner", "owned", "read_at"]


def index(obj: Model) -> None:
    """Put a thing in the index as it is now. Call it inside the transaction that changes it."""
    index_many([obj])


def forget(obj: Model) -> None:
    """Take a thing out of the index; before or after it is deleted."""
    Entry.objects.filter(about=obj._meta.label_lower, about_id=str(obj.pk)).delete()


def index_many(objs: Iterable[Model]) -> int:
    """Put things in the index; those that are not to be found (now) go out. Returns how many
    are in.
    """
    count, batch = 0, []
    for obj in objs:
        batch.append(obj)
        if len(batch) == AT_ONCE:
            count += _index_batch(batch)
            batch = []
    return count + _index_batch(batch)


@transaction.atomic
def _index_batch(objs: list[Model]) -> int:
    now = timezone.now()
    entries, signs, gone = [], [], []
    for obj in {(obj._meta.label_lower, str(obj.pk)): obj for obj in objs}.values():
        kind, found = _read(obj)
        if found is None:
            gone.append(obj)
            continue
        entries.append(_entry(obj, kind, found, now))
        signs.append(
            lexemes_of(
                found.title,
                found.text,
                tokens=found.tokens,
                kind=kind,
                themes=found.themes,
                circle=found.circle,
                at=found.at,
            )
        )
    kept = Entry.objects.bulk_create(
        entries,
        update_conflicts=True,
        unique_fields=["about", "about_id"],
        update_fields=COLUMNS,
    )
    write_signs([(entry.pk, words) for entry, words in zip(kept, signs, strict=True)])
    for obj in gone:
        forget(obj)
    return len(entries)


def _read(obj: Model) -> tuple[str, Found | None]:
    """The first of its kinds that wants it."""
    for kind in searchables(obj._meta.label_lower):
        found = kind.read(obj)
        if found is not None:
            return kind.kind, found
    return "", None


def _entry(obj: Model, kind: str, found: Found, now: datetime) -> Entry:
    return Entry(
        about=obj._meta.label_lower,
        about_id=str(obj.pk),
        kind=kind,
        title=found.title.replace("\x00", "")[:300],
        text=found.text.replace("\x00", "")[:LONGEST_TEXT],
        url=found.url,
        at=found.at,
        person_id=found.person,
        owner_id=found.owner,
        owned=found.owner is not None,
        read_at=now,
    )


@transaction.atomic
def read_again(about: Iterable[str], *, before: datetime, at_once: int = AT_ONCE) -> int:
    """Of the things of these models, by label, that were put in the index before a moment, the
    first so many again; what is no longer there goes out. Returns how many it looked at.
    """
    old = Entry.objects.filter(about__in=list(about), read_at__lt=before).order_by("read_at", "pk")
    entries: dict[str, dict[str, int]] = {}
    for pk, label, about_id in old.values_list("pk", "about", "about_id")[:at_once]:
        entries.setdefault(label, {})[about_id] = pk
    for label, numbers in entries.items():
        there = list(apps.get_model(label)._default_manager.filter(pk__in=numbers))
        index_many(there)
        gone = numbers.keys() - {str(thing.pk) for thing in there}
        Entry.objects.filter(pk__in=[numbers[pk] for pk in gone]).delete()
    return sum(map(len, entries.values()))


@transaction.atomic
def read_in() -> int:
    """Put in what was there before it could be found: all of a model of which nothing is in yet.
    Stopped halfway, nothing of it is in, so that the next time does it all.
    """
    known = set(Entry.objects.order_by().values_list("about", flat=True).distinct())
    new = {kind.model for kind in searchables() if kind.about not in known}
    found = sorted(new, key=lambda model: model._meta.label)
    return sum(_index_batch(batch) for model in found for batch in _batches(model))


def read_left_out() -> int:
    """Put in single things that are not in and may be found by now, though nobody changed them
    since. What is in stays as it is; stopped halfway, the next time does the rest.
    """
    models = sorted({kind.model for kind in searchables()}, key=lambda model: model._meta.label)
    return sum(_index_batch(batch) for model in models for batch in _not_in(model))


def _not_in(model: type[Any]) -> Iterator[list[Any]]:
    entries = Entry.objects.filter(about=model._meta.label_lower)
    known = set(entries.values_list("about_id", flat=True))
    rows = model._default_manager.order_by("pk")
    left = [pk for pk in rows.values_list("pk", flat=True) if str(pk) not in known]
    for start in range(0, len(left), AT_ONCE):
        yield list(rows.filter(pk__in=left[start : start + AT_ONCE]))


def _batches(model: type[Any]) -> Iterator[list[Any]]:
    last = None
    while True:
        rows = model._default_manager.order_by("pk")
        batch = list((rows if last is None else rows.filter(pk__gt=last))[:AT_ONCE])
        if not batch:
            return
        yield batch
        last = batch[-1].pk
