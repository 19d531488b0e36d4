"""Coming into a circle: by oneself, after asking, invited, or by a link."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from leerkring.foundation.language.checking_actions import count_traces
from leerkring.network.circles import entry_actions as entry
from leerkring.network.circles.forms import JoinForm
from leerkring.network.circles.models import Circle, Doorway
from leerkring.network.circles.page_queries import way_in
from leerkring.network.circles.rules import role_of
from leerkring.network.circles.views.gate import posted, tried, visible_circle


@login_required
def join(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    circle = visible_circle(request, pk)
    way = way_in(request.user, circle)
    if role_of(request.user, circle) or way in ("", "asked") or circle.is_archived:
        return redirect(circle)
    form = JoinForm(posted(request), circle=circle, person=request.user, asks=way == "ask")
    if request.method == "POST" and form.is_valid():
        if tried(request, lambda: _take(circle, way, request.user, form.said())):
            count_traces(form.decisions)
            messages.success(request, "Je verzoek is gestuurd." if way == "ask" else "Je doet mee.")
        return redirect(circle)
    context = {"circle": circle, "form": form, "way": way}
    return render(request, "circles/join.html", context, status=422 if form.errors else 200)


def _take(circle: Circle, way: str, person: Any, said: dict[str, Any]) -> None:
    if way == "invited":
        entry.accept(circle.invitations.waiting().get(person=person), **said)
    elif way == "free":
        entry.join(circle, person=person, **said)
    else:
        entry.ask_to_join(circle, person=person, **said)


@login_required
@require_POST
def decline(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    circle = visible_circle(request, pk)
    entry.settle(get_object_or_404(circle.invitations.waiting(), person=request.user))
    messages.success(request, "Je hebt bedankt voor de uitnodiging.")
    return redirect("circles:list")


@login_required
def doorway(request: HttpRequest, token: str) -> HttpResponse:
    """Whoever has the link learns of the circle, a hidden one too: that is what it is for."""
    found = Doorway.objects.open().filter(token=token).select_related("circle__closing").first()
    if found is None or found.circle.is_archived:
        raise Http404
    circle = found.circle
    if role_of(request.user, circle):
        return redirect(circle)
    form = JoinForm(posted(request), circle=circle, person=request.user)
    if request.method == "POST" and form.is_valid():
        said = form.said()
        if tried(request, lambda: entry.enter_by(found, person=request.user, **said)):
            messages.success(request, f"Je doet mee in «{circle}».")
            return redirect(circle)
        return redirect(found)
    context = {"circle": circle, "form": form, "way": "link"}
    return render(request, "circles/join.html", context, status=422 if form.errors else 200)
