"""Who may work on a report, and when it may go out."""

from typing import Any

from django.utils import timezone

from leerkring.practice.meetings.models import Meeting
from leerkring.practice.meetings.queries import leaders_of
from leerkring.practice.meetings.rules import may_lead
from leerkring.practice.reports.chapters import Account
from leerkring.practice.reports.models import Report


def may_edit(person: Any, meeting: Meeting) -> bool:
    """An organiser or the chair of the day, once the meeting has begun."""
    return may_lead(person, meeting) and has_begun(meeting)


def has_begun(meeting: Meeting) -> bool:
    return meeting.is_announced and not meeting.is_cancelled and meeting.starts_at <= timezone.now()


def may_agree(person: Any, report: Report) -> bool:
    """Somebody else than who wrote last; who leads alone agrees alone."""
    leaders = leaders_of(report.meeting)
    return person.pk in leaders and (person.pk != report.last_by_id or leaders == {person.pk})


def is_agreed(report: Report, account: Account) -> bool:
    """With all that it says now."""
    return report.approvals.filter(fingerprint=account.fingerprint).exists()
