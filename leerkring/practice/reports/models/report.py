"""A report of a meeting, what the editor wrote in it, and who agreed."""

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.urls import reverse

from leerkring.foundation.files.models import StoredFile
from leerkring.practice.meetings.models import Meeting
from leerkring.practice.reports.chapters import ChapterKind


class ReportQuerySet(models.QuerySet["Report"]):
    def out(self) -> Self:
        return self.filter(publication__isnull=False)

    def visible_to(self, person: Any) -> Self:
        """What was brought out, for who may see the meeting."""
        return self.out().filter(meeting__in=Meeting.objects.visible_to(person).values("pk"))


class Report(models.Model):
    """Begun once per meeting. `last_by` changed it last, and does not agree with it alone."""

    meeting = models.OneToOneField(Meeting, on_delete=models.CASCADE, related_name="report")
    lead = models.TextField("in het kort", max_length=3000, blank=True)
    last_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    begun_at = models.DateTimeField(auto_now_add=True)

    objects = ReportQuerySet.as_manager()

    def __str__(self) -> str:
        return f"Verslag van {self.meeting}"

    def get_absolute_url(self) -> str:
        return reverse("reports:show", args=[self.meeting_id, self.meeting.slug])


class Part(models.Model):
    """What the editor says in a chapter, or that it stays out. Without a row it tells itself."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="parts")
    kind = models.CharField(
        max_length=12, choices=[(kind.value, kind.label) for kind in ChapterKind]
    )
    words = models.TextField("jullie woorden", max_length=5000, blank=True)
    is_left_out = models.BooleanField("laat dit weg", default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["report", "kind"], name="one_report_part_of_a_kind")
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} in {self.report}"


class Photo(models.Model):
    """A photo of the day, never without words for who cannot see it."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="photos")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    alt = models.CharField("wat is er te zien", max_length=300)
    caption = models.CharField("bijschrift", max_length=200, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(alt=""), name="report_photo_has_alt_text")
        ]

    def __str__(self) -> str:
        return self.alt


class Approval(models.Model):
    """Somebody who leads the meeting agrees with all that the report says: with this fingerprint
    of it. When anything changes, also in what the rooms tell, it holds no more."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="approvals")
    fingerprint = models.CharField(max_length=64)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["report", "fingerprint", "by"], name="one_report_approval_each"
            )
        ]

    def __str__(self) -> str:
        return f"akkoord van {self.by}"
