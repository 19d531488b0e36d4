"""Reports that are out, in the search over everything."""

from leerkring.foundation.search.registry import Found, Searchable, register
from leerkring.practice.meetings.queries import tokens_of
from leerkring.practice.reports.models import Report
from leerkring.practice.reports.queries import visible_ids


def read(report: Report) -> Found | None:
    if not hasattr(report, "publication"):
        return None
    meeting, account = report.meeting, report.publication.account
    return Found(
        title=f"Verslag: {account.title}",
        text="\n".join(account.texts),
        url=report.get_absolute_url(),
        at=report.publication.at,
        tokens=tokens_of(meeting),
        themes=tuple(meeting.themes.values_list("pk", flat=True)),
        circle=meeting.circle_id,
    )


register(Searchable(Report, "verslag", "Verslag", read, visible_ids))
