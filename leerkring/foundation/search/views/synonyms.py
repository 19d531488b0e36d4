"""Moderators agree on words that mean the same."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from leerkring.foundation.search.forms import SynonymForm
from leerkring.foundation.search.models import SynonymGroup
from leerkring.foundation.search.rules import may_edit_synonyms
from leerkring.foundation.search.synonym_actions import drop_synonyms, keep_synonyms


def _group(request: HttpRequest, pk: int | None) -> SynonymGroup:
    """The group to work on, a new one without a number; 404 for who may not."""
    if not may_edit_synonyms(request.user):
        raise Http404
    return get_object_or_404(SynonymGroup, pk=pk) if pk else SynonymGroup()


@login_required
@require_http_methods(["GET", "POST"])
def groups(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """All groups, with a form to add one or, given its number, to change one."""
    group = _group(request, pk)
    form = SynonymForm(request.POST or None, instance=group)
    if request.method == "POST" and form.is_valid():
        keep_synonyms(form.instance, by=request.user)
        messages.success(request, f"Deze woorden vinden elkaar nu: {form.instance.words}.")
        return redirect("search:synonyms")
    context = {
        "form": form,
        "group": SynonymGroup.objects.filter(pk=pk).first() if pk else None,
        "groups": SynonymGroup.objects.all(),
        "path": [("Zoeken", reverse("search:show")), ("Synoniemen", "")],
    }
    return render(request, "search/synonyms.html", context, status=422 if form.errors else 200)


@login_required
@require_POST
def drop(request: HttpRequest, pk: int) -> HttpResponse:
    group = _group(request, pk)
    drop_synonyms(group, by=request.user)
    messages.success(request, f"Deze woorden vinden elkaar niet meer: {group.words}.")
    return redirect("search:synonyms")
