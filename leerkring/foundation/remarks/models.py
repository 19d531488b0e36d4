"""Remarks and thanks. What they are about is named by label and key, as in `activity`."""

from datetime import datetime, timedelta
from typing import Any, Self

from django.conf import settings
from django.db import models

EDIT_WINDOW = timedelta(minutes=15)
LONGEST = 4000


class RemarkQuerySet(models.QuerySet["Remark"]):
    def on(self, row: models.Model) -> Self:
        return self.filter(about=row._meta.label_lower, about_id=str(row.pk))

    def standing(self) -> Self:
        return self.filter(removal=None)


class Remark(models.Model):
    """What somebody says about something; an answer has the remark it answers as `parent`."""

    about = models.CharField(max_length=60)
    about_id = models.CharField(max_length=40)
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.CASCADE, related_name="answers"
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="remarks"
    )
    text = models.TextField("reactie", max_length=LONGEST)
    at = models.DateTimeField(auto_now_add=True)
    edited_at = models.DateTimeField(null=True, blank=True)

    objects = RemarkQuerySet.as_manager()

    class Meta:
        ordering = ["at", "pk"]
        indexes = [models.Index(fields=["about", "about_id", "at"], name="remark_about")]

    def __str__(self) -> str:
        return self.text[:60]

    @property
    def is_removed(self) -> bool:
        return hasattr(self, "removal")

    def can_be_edited_by(self, person: Any, now: datetime) -> bool:
        """By who wrote it, for a quarter of an hour: then others have read it as it was."""
        return (
            person.pk is not None
            and self.author_id == person.pk
            and not self.is_removed
            and now - self.at <= EDIT_WINDOW
        )


class Removal(models.Model):
    """A remark was taken away: its place stays, its text is gone for readers."""

    remark = models.OneToOneField(Remark, on_delete=models.CASCADE, related_name="removal")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    by_author = models.BooleanField(default=False)
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return "door de schrijver weggehaald" if self.by_author else "door een moderator weggehaald"


class Thanks(models.Model):
    """Somebody is glad that this was written."""

    about = models.CharField(max_length=60)
    about_id = models.CharField(max_length=40)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="thanks_given"
    )
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name_plural = "thanks"
        constraints = [
            models.UniqueConstraint(fields=["about", "about_id", "by"], name="thanked_once")
        ]

    def __str__(self) -> str:
        return f"dank voor {self.about} {self.about_id}"
