"""Which remarks a person may see: those on what they may see."""

from typing import Any

from django.db.models import CharField, Model, Q, QuerySet
from django.db.models.functions import Cast

from leerkring.foundation.remarks.models import Remark
from leerkring.foundation.remarks.registry import Remarkable, all_remarkable, remarkable


def visible_to(person: Any) -> QuerySet[Remark]:
    """Remarks that stand, on what this person may see. For models with a number as their key."""
    seen = Q(pk__in=[])
    for about, entry in all_remarkable():
        rows = entry.visible_to(person).order_by().annotate(as_text=Cast("pk", CharField()))
        seen |= Q(about=about, about_id__in=rows.values("as_text"))
    return Remark.objects.standing().filter(seen)


def what_it_is_about(remark: Remark) -> tuple[Remarkable, Model] | None:
    """The row that a remark is about, whoever asks; None when it is gone."""
    entry = remarkable(remark.about)
    row = entry and entry.model._default_manager.filter(pk=remark.about_id).first()
    return (entry, row) if entry and row else None


def moderators_of(remark: Remark) -> set[int]:
    found = what_it_is_about(remark)
    return found[0].moderators(found[1]) if found else set()


def url_of(remark: Remark) -> str:
    found = what_it_is_about(remark)
    return f"{found[0].url(found[1])}#reactie-{remark.pk}" if found else "/"
