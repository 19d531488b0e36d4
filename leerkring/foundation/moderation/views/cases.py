"""What waits for a moderator, and deciding about it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from leerkring.foundation.moderation.actions import decide
from leerkring.foundation.moderation.forms import DecisionForm
from leerkring.foundation.moderation.looking_actions import open_matter
from leerkring.foundation.moderation.queries import open_cases


@login_required
def queue(request: HttpRequest) -> HttpResponse:
    """Everybody may look; who moderates nothing finds nothing."""
    return render(request, "moderation/queue.html", {"cases": open_cases(request.user)})


@login_required
def case(request: HttpRequest, about: str, about_id: str) -> HttpResponse:
    found = open_matter(request.user, about, about_id)
    if found is None or not found.flags:
        raise Http404
    sent = request.POST if request.method == "POST" else None
    form = DecisionForm(sent, has_writer=bool(found.entry.told(found.row)))
    if request.method == "POST" and form.is_valid():
        decide(found, by=request.user, **form.cleaned_data)
        messages.success(request, "Besloten. Wie het meldde en wie het schreef horen het.")
        return redirect("moderation:queue")
    status = 422 if form.errors else 200
    context = {"case": found, "form": form, "opens": found.opens_for(request.user)}
    return render(request, "moderation/case.html", context, status=status)
