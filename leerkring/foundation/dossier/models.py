"""What a person asked for: everything about them, or to be forgotten."""

from datetime import datetime, timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone

from leerkring.foundation.files.models import StoredFile

KEPT_READY = timedelta(days=7)
TO_THINK_IT_OVER = timedelta(days=7)
NEXT_TRY = timedelta(minutes=15)


class ClaimedQuerySet(models.QuerySet["models.Model"]):
    def claim(self, pk: int, now: datetime) -> bool:
        """Put the next try off in one UPDATE: of two workers one gets it, and what a killed
        worker had claimed comes round again."""
        due = self.filter(pk=pk, next_try_at__lte=now)
        return bool(due.update(next_try_at=now + NEXT_TRY))


class ExportRequest(models.Model):
    """Somebody wants to have all that is kept of them. One at a time."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+"
    )
    asked_at = models.DateTimeField(default=timezone.now)
    next_try_at = models.DateTimeField(default=timezone.now, db_index=True)

    objects = ClaimedQuerySet.as_manager()

    def __str__(self) -> str:
        return f"gegevens gevraagd op {self.asked_at:%d-%m-%Y}"

    @property
    def is_ready(self) -> bool:
        return hasattr(self, "ready")


class ReadyQuerySet(models.QuerySet["ExportReady"]):
    def of(self, person: object, now: datetime) -> Self:
        """What this person may fetch now; nobody fetches another's."""
        return self.filter(request__person=person, until__gt=now)


class ExportReady(models.Model):
    """The package was made; it lies there until a moment, for its person only."""

    request = models.OneToOneField(ExportRequest, on_delete=models.CASCADE, related_name="ready")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    until = models.DateTimeField(db_index=True)

    objects = ReadyQuerySet.as_manager()

    def __str__(self) -> str:
        return f"op te halen tot {self.until:%d-%m-%Y}"


class ErasureRequest(models.Model):
    """Somebody wants to leave, with what is to become of each kind; taking the row away undoes it.

    The row goes with the person: that it was done stands in the record, without who.
    """

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+"
    )
    asked_at = models.DateTimeField(default=timezone.now)
    choices = models.JSONField(default=dict, help_text="per kind what the person chose")
    due_at = models.DateTimeField()
    next_try_at = models.DateTimeField(db_index=True, help_text="not before `due_at`")

    objects = ClaimedQuerySet.as_manager()

    def __str__(self) -> str:
        return f"vertrekt op {self.due_at:%d-%m-%Y}"
