"""Reading papers: the rack, a paper as a page, and in print."""

from hashlib import sha256

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import get_conditional_response
from django.utils.text import slugify

from leerkring.loop.newspapers.models import Publication
from leerkring.loop.newspapers.queries import newest_papers
from leerkring.loop.newspapers.views.gate import out_of_sight


def index(request: HttpRequest) -> HttpResponse:
    return render(request, "newspapers/list.html", {"papers": newest_papers(request.user)})


def show(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    papers = Publication.objects.visible_to(request.user).select_related("edition")
    publication = papers.filter(pk=pk).first()
    if publication is None:
        return out_of_sight(request)
    context = {"publication": publication, "paper": publication.paper}
    return render(request, "newspapers/page.html", context)


def photo(request: HttpRequest, pk: int) -> HttpResponse:
    """Asked for anew each time: a corrected paper may come with another at the same address."""
    publication = Publication.objects.visible_to(request.user).filter(pk=pk).first()
    if publication is None:
        return out_of_sight(request)
    picture = publication.paper.picture
    if picture is None:
        return HttpResponse(status=404)
    response = HttpResponse(picture.jpeg, content_type="image/jpeg")
    response["Cache-Control"] = "private, no-cache"
    response["ETag"] = f'"{sha256(picture.jpeg).hexdigest()[:32]}"'
    return get_conditional_response(request, etag=response["ETag"], response=response)


def pdf(request: HttpRequest, pk: int, slug: str) -> HttpResponse | FileResponse:
    publications = Publication.objects.visible_to(request.user).defer("content")
    publication = publications.filter(pk=pk).first()
    if publication is None:
        return out_of_sight(request)
    name = f"{slugify(publication.title) or 'krant'}.pdf"
    return FileResponse(publication.pdf.open(), content_type="application/pdf", filename=name)
