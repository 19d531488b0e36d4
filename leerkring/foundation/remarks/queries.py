"""Reading remarks and thanks."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Count, Model, Q, QuerySet
from django.db.models.functions import Lower

from leerkring.foundation.remarks.mentions import called
from leerkring.foundation.remarks.models import Remark, Thanks
from leerkring.foundation.statements.made_once import made_once

PAGE = 40
MOST = 400  # remarks on a page that shows the talk below many rows
Key = tuple[str, str]  # what a row is called in the tables here: its label, and its number as text


@dataclass
class Line:
    """One remark as a reader sees it, with the answers under it."""

    remark: Remark
    can_edit: bool
    answers: list["Line"] = field(default_factory=list)


@dataclass(frozen=True)
class Talk:
    """What is said about one thing: `lines` oldest first; `more` where the next page begins."""

    lines: list[Line]
    count: int
    more: int | None


def talk_about(row: Model, person: Any, now: datetime, after: int = 0) -> Talk:
    """A page of remarks in one query where nobody spoke, in two where all are on it, and else in
    three, whatever their number. Ask only about what is visible.

    `after`: the key of the last remark on the page before.
    """
    remarks = Remark.objects.on(row).select_related("author", "removal")
    first = list(remarks.filter(parent=None, pk__gt=after).order_by("pk")[: PAGE + 1])
    if not first and not after:
        return Talk([], 0, None)
    shown = first[:PAGE]
    lines = {r.pk: Line(r, r.can_be_edited_by(person, now)) for r in shown}
    answers = list(remarks.filter(parent__in=lines).order_by("pk"))
    for answer in answers:
        lines[answer.parent_id].answers.append(Line(answer, answer.can_be_edited_by(person, now)))
    kept = [line for line in lines.values() if line.answers or not line.remark.is_removed]
    more = shown[-1].pk if len(first) > PAGE else None
    is_all = not after and more is None
    count = sum(not r.is_removed for r in [*shown, *answers]) if is_all else count_of(row)
    return Talk(kept, count, more)


def count_of(row: Model) -> int:
    return Remark.objects.on(row).standing().count()


def counts_of(model: type[Model], ids: Iterable[Any]) -> dict[str, int]:
    """How many remarks stand under each row; by key as text, rows without any are left out."""
    rows = Remark.objects.standing().filter(
        about=model._meta.label_lower, about_id__in=[str(pk) for pk in ids]
    )
    return dict(rows.order_by().values_list("about_id").annotate(Count("pk")))


def talks_about(rows: Iterable[Model], person: Any, now: datetime) -> dict[Key, list[Line]]:
    """The remarks below each of these rows with the answers under them, oldest first, in one query
    for each model; what nobody spoke of is left out. At most MOST in all: the caller may say that
    there are more. Ask only about what is visible.
    """
    found = [row for label, keys in _keys(rows).items() for row in _said_about(label, keys)]
    remarks = sorted(found, key=lambda remark: remark.pk)[:MOST]
    lines = {r.pk: Line(r, r.can_be_edited_by(person, now)) for r in remarks}
    talks: dict[Key, list[Line]] = defaultdict(list)
    for line in lines.values():
        remark = line.remark
        if remark.parent_id is None:
            talks[remark.about, remark.about_id].append(line)
        elif remark.parent_id in lines:
            lines[remark.parent_id].answers.append(line)
    return {
        key: [line for line in talk if line.answers or not line.remark.is_removed]
        for key, talk in talks.items()
    }


def remarks_below(rows: list[Any]) -> list[Remark]:
    """What stands below any of these rows, in one query; at most MOST."""
    standing = Remark.objects.standing().filter(_about(rows)) if rows else Remark.objects.none()
    return list(standing.select_related("author").order_by("pk")[:MOST])


def thanks_for(row: Model, person: Any) -> tuple[int, bool]:
    """How many thanked for it, and whether this person is one of them."""
    return thanks_for_each([row], person).get(key_of(row), (0, False))


def thanks_for_each(rows: Iterable[Model], person: Any) -> dict[Key, tuple[int, bool]]:
    """The same for many, in one query for each model; what nobody thanked for is left out."""
    reader = person.pk or 0
    return {
        (label, key): (number, bool(mine))
        for label, keys in _keys(rows).items()
        for key, number, mine in _thanked(label, keys, reader)
    }


@made_once
def _said_about(label: str, keys: Collection[str]) -> QuerySet[Remark]:
    rows = Remark.objects.filter(about=label, about_id__in=keys).order_by("pk")
    return rows.select_related("author", "removal")[:MOST]


@made_once
def _thanked(label: str, keys: Collection[str], reader: int) -> QuerySet[Thanks]:
    rows = Thanks.objects.filter(about=label, about_id__in=keys).order_by()
    mine = Count("pk", filter=Q(by=reader))
    return rows.values_list("about_id").annotate(all=Count("pk"), mine=mine)


def key_of(row: Model) -> Key:
    return row._meta.label_lower, str(row.pk)


def _keys(rows: Iterable[Model]) -> dict[str, list[str]]:
    keys: dict[str, list[str]] = defaultdict(list)
    for label, pk in map(key_of, rows):
        keys[label].append(pk)
    return keys


def _about(rows: Iterable[Model]) -> Q:
    found = Q(pk__in=[])
    for label, pks in _keys(rows).items():
        found |= Q(about=label, about_id__in=pks)
    return found


def people_called_in(text: str) -> dict[str, int]:
    """Key per name, in small letters, of the active people who may be meant in a text.

    A name that two people bear is left out: nobody is told what was meant for another.
    """
    names = called(text)
    if not names:
        return {}
    people = get_user_model()._default_manager.annotate(small=Lower("name"))
    found: dict[str, int | None] = {}
    for pk, name in people.filter(small__in=names, is_active=True).values_list("pk", "small"):
        found[name] = None if name in found else pk
    return {name: pk for name, pk in found.items() if pk is not None}
