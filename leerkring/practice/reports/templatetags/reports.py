"""`{% report_of meeting %}`: the door to the report on the page of a meeting; and
`{% report_for_invited meeting token %}` on the page behind the link in a mail."""

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


@register.inclusion_tag("reports/_invited_door.html")
def report_for_invited(meeting: Meeting, token: str) -> dict[str, Any]:
    publication = Publication.objects.filter(report__meeting=meeting).first()
    return {"publication": publication, "token": token}
