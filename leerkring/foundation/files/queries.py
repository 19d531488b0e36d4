"""Files that nothing leads to any more."""

from collections.abc import Collection
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet, TextField
from django.db.models.functions import Cast

from leerkring.foundation.files.models import StoredFile
from leerkring.foundation.files.registry import written_references


def unused_before(moment: datetime) -> QuerySet[StoredFile]:
    """Files from before this moment to which no foreign key leads, oldest first."""
    files = StoredFile.objects.filter(at__lt=moment).order_by("at", "pk")
    for link in StoredFile._meta.related_objects:
        model: Any = link.related_model
        name = link.field.name
        files = files.exclude(Exists(model._default_manager.filter(**{name: OuterRef("pk")})))
    return files


def written_down(numbers: Collection[UUID]) -> set[UUID]:
    """Those of these files whose number stands in a text that was registered."""
    found: set[UUID] = set()
    for model, field in written_references():
        rows = model._default_manager.annotate(as_text=Cast(field, TextField()))
        for number in numbers:
            if number not in found and rows.filter(as_text__contains=str(number)).exists():
                found.add(number)
    return found
