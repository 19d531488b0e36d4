"""A report that is out can be flagged by who reads it; it repeats what people brought, promised and
told elsewhere."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Model

from leerkring.foundation.moderation.redacting_actions import redacting
from leerkring.foundation.moderation.registry import Flaggable, register, register_talk
from leerkring.practice.commitments.models import Commitment
from leerkring.practice.meetings.models import BroughtQuestion, Meeting
from leerkring.practice.meetings.queries import leaders_of, who_keep_order
from leerkring.practice.reports.actions import take_back
from leerkring.practice.reports.models import Report


def texts_of(report: Any) -> str:
    if not hasattr(report, "publication"):
        return str(report.lead)
    account = report.publication.account
    return "\n\n".join([account.title, *account.texts])


def parts_of(report: Any) -> list[tuple[Any, tuple[str, ...]]]:
    """What the editor says in it, the words with the photos, and all that was brought out."""
    rows: list[tuple[Any, tuple[str, ...]]] = [(part, ("words",)) for part in report.parts.all()]
    for photo in report.photos.select_related("file"):
        rows += [(photo, ("alt", "caption")), (photo.file, ("alt", "name"))]
    if hasattr(report, "publication"):
        rows.append((report.publication, ("content",)))
    return rows


def meeting_of(row: Model) -> int | None:
    """By its number, where this is or belongs to a meeting."""
    if isinstance(row, Meeting):
        return row.pk
    if isinstance(row, BroughtQuestion):
        return row.meeting_id
    return row.meeting if isinstance(row, Commitment) else None


def reports_that_tell(rows: list[Model]) -> Iterable[Report]:
    meetings = {meeting for row in rows if (meeting := meeting_of(row)) is not None}
    reports = (
        Report.objects.out().filter(meeting__in=meetings) if meetings else Report.objects.none()
    )
    return reports.select_related("meeting", "publication")


register_talk(reports_that_tell)
register(
    Flaggable(
        model=Report,
        label="dit verslag",
        visible_to=lambda person: Report.objects.visible_to(person).select_related("meeting"),
        moderators=lambda report: who_keep_order(report.meeting),
        hide=lambda report, by: take_back(report, by=by),
        describe=str,
        passage=texts_of,
        url=lambda report: report.get_absolute_url(),
        stands=lambda report: hasattr(report, "publication"),
        writers=lambda report: leaders_of(report.meeting),
        redact=redacting("lead", also=parts_of),
        beside=lambda report: [report.meeting, *report.meeting.questions.filter(hidden_at=None)],
    )
)
