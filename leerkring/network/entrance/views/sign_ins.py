"""Where somebody is signed in, and signing out from there."""

from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from leerkring.network.entrance.models import SignIn
from leerkring.network.entrance.sign_in_actions import end_sign_in, end_sign_ins, note_sign_in

AT_ONCE = 50


@never_cache
@login_required
def show(request: HttpRequest) -> HttpResponse:
    here = request.session.session_key
    if not SignIn.objects.filter(session_key=here, person=request.user).exists():
        note_sign_in(request)
    rows = SignIn.objects.running(request.user, timezone.localdate())[:AT_ONCE]
    return render(request, "entrance/sign_ins/list.html", {"rows": rows, "here": here})


@login_required
@require_POST
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """One of them; of others they are out of sight."""
    row = get_object_or_404(SignIn, pk=pk, person=request.user)
    if row.session_key == request.session.session_key:
        row.delete()
        logout(request)
        return redirect("account_login")
    end_sign_in(row)
    messages.success(request, f"Je bent afgemeld op: {row.device}.")
    return redirect("entrance:sign_ins")


@login_required
@require_POST
def end_all(request: HttpRequest) -> HttpResponse:
    """Everywhere, or everywhere but here."""
    if request.POST.get("ook") == "hier":
        end_sign_ins(request.user)
        logout(request)
        return redirect("account_login")
    end_sign_ins(request.user, but=request.session.session_key or "")
    messages.success(request, "Je bent overal afgemeld, behalve hier.")
    return redirect("entrance:sign_ins")
