"""A person's own data: what there is of it, having all of it, and leaving."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from leerkring.foundation.activity.queries import looks_for
from leerkring.foundation.dossier.actions import ask_for_export, undo_erasure
from leerkring.foundation.dossier.models import ErasureRequest, ExportReady, ExportRequest
from leerkring.foundation.files.serving import file_response
from leerkring.site.own_data import kept_of


@never_cache
@login_required
def show(request: HttpRequest) -> HttpResponse:
    person = request.user
    asked = ExportRequest.objects.filter(person=person).select_related("ready__file").first()
    context = {
        "kept": kept_of(person),
        "asked": asked,
        "ready": ExportReady.objects.of(person, timezone.now()).select_related("file").first(),
        "leaving": ErasureRequest.objects.filter(person=person).first(),
        "looks": looks_for(person),
    }
    return render(request, "site/own_data.html", context)


@login_required
@require_POST
def export(request: HttpRequest) -> HttpResponse:
    ask_for_export(request.user)
    messages.success(
        request, "We zetten je gegevens klaar. Je krijgt een melding als het zover is."
    )
    return redirect("own_data")


@never_cache
@login_required
def file(request: HttpRequest, number: UUID) -> HttpResponse:
    """The package, for its own person, as long as it lies ready."""
    own = ExportReady.objects.of(request.user, timezone.now())
    ready = get_object_or_404(own.select_related("file"), file_id=number)
    answer: HttpResponse = file_response(ready.file, request=request)
    return answer


@login_required
@require_POST
def staying(request: HttpRequest) -> HttpResponse:
    if undo_erasure(request.user):
        messages.success(request, "Je blijft. Er is niets verwijderd.")
    return redirect("own_data")
