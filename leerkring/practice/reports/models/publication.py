"""What was brought out of a report."""

from django.conf import settings
from django.db import models

from leerkring.practice.reports.chapters import Account
from leerkring.practice.reports.models.report import Report
from leerkring.practice.reports.models.standing import gone_of
from leerkring.practice.reports.sources import without


class Publication(models.Model):
    """What readers see. Bringing it out again replaces it; taking it back deletes the row. Words
    that are hidden or withdrawn where they were said go at once: see `sources`."""

    report = models.OneToOneField(Report, on_delete=models.CASCADE, related_name="publication")
    content = models.JSONField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.report)

    @property
    def account(self) -> Account:
        """What everybody reads who sees the meeting."""
        return self.whole.told_to()

    @property
    def whole(self) -> Account:
        """As it was brought out, without photos and words that were taken away since; with what
        was said to a circle."""
        account = Account.from_json(self.content)
        return without(account, gone_of(account)).only(
            {str(number) for number in self.report.photos.values_list("file_id", flat=True)}
        )
