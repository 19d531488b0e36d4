"""Thanking, and taking it back."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from leerkring.foundation.remarks import actions
from leerkring.foundation.remarks.views.gate import visible_row


@login_required
@require_POST
def thank(request: HttpRequest, about: str, about_id: str) -> HttpResponse:
    entry, row = visible_row(request, about, about_id)
    if request.POST.get("terug"):
        actions.take_back_thanks(row, by=request.user)
    else:
        actions.thank(row, by=request.user)
    return redirect(f"{entry.url(row)}#dank")
