"""The report as readers see it: the page, on paper, and its photos."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from leerkring.foundation.design.templatetags.dutch import datum
from leerkring.foundation.files.serving import file_response
from leerkring.network.circles.views.gate import out_of_sight
from leerkring.practice.meetings.rules import may_lead
from leerkring.practice.meetings.views.gate import known
from leerkring.practice.reports.chapters import Account
from leerkring.practice.reports.models import Photo, Publication
from leerkring.practice.reports.queries import begun_report, circles_of, photos_on_paper
from leerkring.practice.reports.rules import may_edit
from leerkring.practice.reports.typesetting import typeset_report
from leerkring.practice.reports.views.gate import publication_for


def show(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    meeting = known(request, pk)
    if meeting is None:
        return out_of_sight(request)
    report = begun_report(meeting)
    if not (report and hasattr(report, "publication")) and may_edit(request.user, meeting):
        return redirect("reports:desk", pk, meeting.slug)
    publication = publication_for(request, meeting)
    context = {
        "meeting": meeting,
        "publication": publication,
        "account": publication.whole.told_to(circles_of(request.user)),
        "may_edit": may_edit(request.user, meeting),
    }
    return render(request, "reports/show.html", context)


def pdf(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    meeting = known(request, pk)
    if meeting is None:
        return out_of_sight(request)
    publication = publication_for(request, meeting)
    return as_pdf(publication, publication.whole.told_to(circles_of(request.user)))


def as_pdf(publication: Publication, account: Account) -> HttpResponse:
    slug = publication.report.meeting.slug
    headers = {"Content-Disposition": f'inline; filename="verslag-{slug}.pdf"'}
    content = typeset_report(
        account,
        day=publication.at.date(),
        day_in_words=datum(publication.at),
        photos=photos_on_paper(publication.report),
    )
    return HttpResponse(content, content_type="application/pdf", headers=headers)


def photo(request: HttpRequest, pk: int, slug: str, number: UUID) -> HttpResponse:
    """Of what was brought out; who works on the report sees the others too."""
    meeting = known(request, pk)
    if meeting is None:
        return out_of_sight(request)
    photos = Photo.objects.select_related("file").filter(report__meeting=meeting)
    found = get_object_or_404(photos, file=number)
    if not may_lead(request.user, meeting):
        shown = publication_for(request, meeting).account.pictures
        if str(number) not in {picture.file for picture in shown}:
            raise Http404
    response: HttpResponse = file_response(found.file, request=request)
    return response
