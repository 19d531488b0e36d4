"""The doors to a report: readers of what is out, and who works on it."""

from django.http import Http404, HttpRequest

from leerkring.practice.meetings.models import Meeting
from leerkring.practice.meetings.views.gate import led_meeting
from leerkring.practice.reports.models import Publication, Report
from leerkring.practice.reports.queries import begun_report
from leerkring.practice.reports.rules import has_begun


def edited_meeting(request: HttpRequest, pk: int) -> Meeting:
    """For an organiser or the chair, once it has begun."""
    meeting = led_meeting(request, pk)
    if not has_begun(meeting):
        raise Http404
    return meeting


def edited_report(request: HttpRequest, pk: int) -> Report:
    report = begun_report(edited_meeting(request, pk))
    if report is None:
        raise Http404
    return report


def publication_for(request: HttpRequest, meeting: Meeting) -> Publication:
    """What was brought out of a meeting that this person may see."""
    publications = Publication.objects.select_related("report__meeting", "by")
    publication = publications.filter(report__meeting=meeting).first()
    if publication is None:
        raise Http404
    return publication
