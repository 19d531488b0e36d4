"""A moderator asks to look into a circle, or takes one over that nobody guides any more.

These pages say nothing of a circle that the moderator may not know of.
"""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from leerkring.foundation.language.checking_actions import count_traces
from leerkring.network.circles.forms import InspectionForm
from leerkring.network.circles.inspection_actions import look_in, take_over
from leerkring.network.circles.models import Circle
from leerkring.network.circles.moderating_forms import TakeoverForm
from leerkring.network.circles.queries import without_guides
from leerkring.network.circles.rules import may_look_in, may_take_over
from leerkring.network.circles.views.gate import posted, tried

MOST = 100


@login_required
def ask(request: HttpRequest, pk: int) -> HttpResponse:
    circle = get_object_or_404(Circle, pk=pk)
    if not may_look_in(request.user, circle):
        raise Http404
    form = InspectionForm(posted(request))
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        count_traces(form.decisions)
        if tried(request, lambda: look_in(circle, person=request.user, reason=reason)):
            messages.success(request, "Je kunt 24 uur meelezen. De eigenaars hebben bericht.")
        return redirect(circle)
    context = {"form": form, "number": pk}
    return render(request, "circles/inspection.html", context, status=422 if form.errors else 200)


@login_required
def unguided(request: HttpRequest) -> HttpResponse:
    """Circles in which nobody is left who guides; of a hidden one only its number."""
    if not request.user.moderates:
        raise Http404
    circles = without_guides()[:MOST]
    known = set(Circle.objects.visible_to(request.user).filter(pk__in=[c.pk for c in circles]))
    context = {"circles": [(circle, circle in known) for circle in circles]}
    return render(request, "circles/unguided.html", context)


@login_required
def takeover(request: HttpRequest, pk: int) -> HttpResponse:
    circle = get_object_or_404(Circle, pk=pk)
    if not may_take_over(request.user, circle):
        raise Http404
    form = TakeoverForm(posted(request))
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        count_traces(form.decisions)
        if tried(request, lambda: take_over(circle, person=request.user, reason=reason)):
            messages.success(request, "Je bent nu eigenaar. Zoek iemand uit de groep die het wil.")
            return redirect("circles:people", circle.pk, circle.slug)
    context = {"form": form, "number": pk}
    return render(request, "circles/takeover.html", context, status=422 if form.errors else 200)
