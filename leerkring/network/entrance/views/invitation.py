"""What an invitation link opens."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from leerkring.network.entrance.actions import NoLongerOpen, accept
from leerkring.network.entrance.forms import AddressForm
from leerkring.network.entrance.models import InvitationLink
from leerkring.network.entrance.queries import links_taken_by
from leerkring.network.entrance.views.arriving import remember_link
from leerkring.network.entrance.views.join import send_to


@never_cache
def show(request: HttpRequest, token: str) -> HttpResponse:
    """Go on, sign in first, or begin as somebody new: one link for all three."""
    link = get_object_or_404(InvitationLink.objects.select_related("by"), token=token)
    taken = request.user.is_authenticated and link.pk in links_taken_by(request.user)
    if not taken and not link.is_open(timezone.localdate()):
        return render(request, "entrance/invitation/over.html", status=410)
    form = AddressForm(request.POST or None)
    if not request.user.is_authenticated:
        remember_link(request, link)
        if request.method == "POST" and form.is_valid() and send_to(request, form):
            return redirect("entrance:code")
    context = {"link": link, "form": form}
    status = 422 if form.errors else 200
    return render(request, "entrance/invitation/show.html", context, status=status)


@login_required
@require_POST
def take(request: HttpRequest, token: str) -> HttpResponse:
    link = get_object_or_404(InvitationLink, token=token)
    try:
        accept(link, person=request.user)
    except NoLongerOpen:
        return render(request, "entrance/invitation/over.html", status=410)
    return redirect(link.next)
