"""A report that is out can be flagged by who reads it."""

from leerkring.foundation.moderation.registry import Flaggable, register
from leerkring.practice.meetings.queries import leaders_of, who_keep_order
from leerkring.practice.reports.actions import take_back
from leerkring.practice.reports.models import Report

register(
    Flaggable(
        model=Report,
        label="dit verslag",
        visible_to=lambda person: Report.objects.visible_to(person).select_related("meeting"),
        moderators=lambda report: who_keep_order(report.meeting),
        hide=lambda report, by: take_back(report, by=by),
        describe=str,
        passage=lambda report: report.lead,
        url=lambda report: report.get_absolute_url(),
        stands=lambda report: hasattr(report, "publication"),
        writers=lambda report: leaders_of(report.meeting),
    )
)
