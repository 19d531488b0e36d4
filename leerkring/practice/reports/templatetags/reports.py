"""`{% report_of meeting %}`: the door to the report on the page of a meeting."""

from typing import Any

from django import template

from leerkring.practice.meetings.models import Meeting
from leerkring.practice.reports.models import Publication
from leerkring.practice.reports.rules import may_edit

register = template.Library()


@register.inclusion_tag("reports/_door.html", takes_context=True)
def report_of(context: dict[str, Any], meeting: Meeting) -> dict[str, Any]:
    publication = Publication.objects.filter(report__meeting=meeting).first()
    return {
        "meeting": meeting,
        "publication": publication,
        "may_edit": may_edit(context["request"].user, meeting),
    }
