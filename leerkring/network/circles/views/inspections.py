"""A moderator asks to look into a closed circle. The page says nothing of the circle itself."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from leerkring.network.circles.forms import InspectionForm
from leerkring.network.circles.inspection_actions import look_in
from leerkring.network.circles.models import Circle
from leerkring.network.circles.rules import may_look_in
from leerkring.network.circles.views.gate import posted, tried


@login_required
def ask(request: HttpRequest, pk: int) -> HttpResponse:
    circle = get_object_or_404(Circle, pk=pk)
    if not may_look_in(request.user, circle):
        raise Http404
    form = InspectionForm(posted(request))
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        if tried(request, lambda: look_in(circle, person=request.user, reason=reason)):
            messages.success(request, "Je kunt 24 uur meelezen. De eigenaars hebben bericht.")
        return redirect(circle)
    context = {"form": form, "number": pk}
    return render(request, "circles/inspection.html", context, status=422 if form.errors else 200)
