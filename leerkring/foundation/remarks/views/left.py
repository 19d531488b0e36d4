"""One's own remarks on what one cannot open any more."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from leerkring.foundation.remarks import actions
from leerkring.foundation.remarks.models import Remark
from leerkring.foundation.remarks.own_queries import remarks_left


@login_required
def index(request: HttpRequest) -> HttpResponse:
    return render(request, "remarks/left.html", {"left": remarks_left(request.user)})


def taken_away(request: HttpRequest, remark: Remark) -> HttpResponse:
    """Taking one's own away there; nothing of what it is about is shown."""
    back = reverse("remarks:left")
    if request.method != "POST":
        context = {"title": "Je reacties", "what": "deze reactie", "back": back, "own": True}
        return render(request, "moderation/removal.html", context)
    actions.remove(remark, by=request.user)
    messages.success(request, "De reactie is weggehaald.")
    return redirect(back)
