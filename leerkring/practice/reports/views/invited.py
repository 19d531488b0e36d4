"""The report for who was invited without an account: behind the link in their mail."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from leerkring.foundation.files.serving import file_response
from leerkring.practice.attendance.views.gate import behind_link
from leerkring.practice.meetings.models import Invitation, Meeting
from leerkring.practice.reports.models import Photo
from leerkring.practice.reports.views.gate import publication_for
from leerkring.practice.reports.views.pages import as_pdf


@behind_link
def show(request: HttpRequest, invitation: Invitation, token: str) -> HttpResponse:
    publication = publication_for(request, invitation.meeting)
    context = {
        "meeting": invitation.meeting,
        "publication": publication,
        "account": publication.account.leading(_doors(invitation.meeting, token)),
        "token": token,
    }
    return render(request, "reports/invited.html", context)


def _doors(meeting: Meeting, token: str) -> dict[str, str]:
    """Where somebody without an account opens what was brought, by where others do."""
    return {
        reverse("meetings:file", args=[meeting.pk, meeting.slug, pk, "bestand"]): reverse(
            "attendance:invited_file", args=[token, pk, "bestand"]
        )
        for pk in meeting.materials.exclude(file=None).values_list("pk", flat=True)
    }


@behind_link
def pdf(request: HttpRequest, invitation: Invitation, token: str) -> HttpResponse:
    publication = publication_for(request, invitation.meeting)
    return as_pdf(publication, publication.account)


@behind_link
def photo(request: HttpRequest, invitation: Invitation, token: str, number: UUID) -> HttpResponse:
    pictures = publication_for(request, invitation.meeting).account.pictures
    if str(number) not in {picture.file for picture in pictures}:
        raise Http404
    photos = Photo.objects.select_related("file")
    found = get_object_or_404(photos, report__meeting=invitation.meeting, file=number)
    response: HttpResponse = file_response(found.file, request=request)
    return response
