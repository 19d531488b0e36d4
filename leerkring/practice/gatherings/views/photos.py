"""The photo of a session."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from leerkring.practice.gatherings.actions import keep_photo
from leerkring.practice.gatherings.forms import PhotoForm
from leerkring.practice.gatherings.photos import NotAPhoto
from leerkring.practice.gatherings.views.answers import refused
from leerkring.practice.gatherings.views.gate import writable_session


@login_required
@require_POST
def save(request: HttpRequest, session_id: int) -> HttpResponse:
    session = writable_session(request, session_id)
    form = PhotoForm(request.POST, request.FILES)
    if form.is_valid():
        data = form.cleaned_data
        try:
            image = data["image"].read()
            keep_photo(session, data=image, alt=data["alt"], caption=data["caption"])
        except NotAPhoto as fault:
            form.add_error("image", str(fault))
        else:
            messages.success(request, "De foto is bewaard.")
            return redirect(session)
    return refused(request, session, form)


@login_required
def show(request: HttpRequest, session_id: int) -> HttpResponse:
    session = writable_session(request, session_id)
    if not hasattr(session, "photo"):
        raise Http404
    response = FileResponse(session.photo.image.open(), content_type="image/jpeg")
    response["Cache-Control"] = "private, max-age=300"
    return response
