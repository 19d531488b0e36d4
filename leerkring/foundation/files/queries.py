"""Files that nothing leads to any more."""

from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from leerkring.foundation.files.models import StoredFile


def unused_before(moment: datetime) -> QuerySet[StoredFile]:
    """Files from before this moment to which no foreign key leads, oldest first."""
    files = StoredFile.objects.filter(at__lt=moment).order_by("at", "pk")
    for link in StoredFile._meta.related_objects:
        model: Any = link.related_model
        name = link.field.name
        files = files.exclude(Exists(model._default_manager.filter(**{name: OuterRef("pk")})))
    return files
