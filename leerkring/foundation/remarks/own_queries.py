"""What somebody said about what they cannot open any more, such as in a circle that they went out
of. Only their own words and the day: what it is called by now is for who may see it."""

from collections import defaultdict
from typing import Any

from django.db.models import QuerySet
from django.db.models.functions import Cast
from django.urls import reverse

from leerkring.foundation.design.left_behind import LeftBehind
from leerkring.foundation.remarks.models import Remark
from leerkring.foundation.remarks.registry import Remarkable, remarkable

MOST = 100


def own_remarks(person: Any) -> QuerySet[Remark]:
    """Those that stand and are theirs, wherever."""
    return Remark.objects.standing().filter(author=person.pk)


def remarks_left(person: Any) -> list[LeftBehind]:
    """Newest first; a query per kind of thing that they spoke of."""
    below: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for pk, label, key in own_remarks(person).values_list("pk", "about", "about_id"):
        below[label][key].append(pk)
    unseen = [
        pk
        for label, remarks in below.items()
        for key in set(remarks) - _seen(remarkable(label), label, person)
        for pk in remarks[key]
    ]
    rows = Remark.objects.filter(pk__in=sorted(unseen, reverse=True)[:MOST]).order_by("-pk")
    return [
        LeftBehind(row.text, "reactie", row.at, reverse("remarks:removal", args=[row.pk]))
        for row in rows
    ]


def _seen(entry: Remarkable | None, label: str, person: Any) -> set[str]:
    """Keys of what they spoke of and see."""
    if entry is None:
        return set()
    number = Cast("about_id", entry.model._meta.pk)
    spoken_of = own_remarks(person).filter(about=label).order_by().annotate(number=number)
    rows = entry.visible_to(person).filter(pk__in=spoken_of.values("number")).order_by()
    return {str(pk) for pk in rows.values_list("pk", flat=True)}
