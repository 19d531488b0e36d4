"""People react to a report that is out: whoever may take part in the meeting that it tells of."""

from leerkring.foundation.remarks.registry import Remarkable, register
from leerkring.practice.meetings.queries import leaders_of, who_keep_order
from leerkring.practice.meetings.rules import may_take_part
from leerkring.practice.reports.models import Report

register(
    Remarkable(
        model=Report,
        visible_to=lambda person: Report.objects.visible_to(person).select_related("meeting"),
        may_remark=lambda person, report: may_take_part(person, report.meeting),
        url=lambda report: report.get_absolute_url(),
        watchers=lambda report: leaders_of(report.meeting),
        moderators=lambda report: who_keep_order(report.meeting),
        circle=lambda report: report.meeting.circle_id,
        thread=lambda report: report.meeting,
    )
)
