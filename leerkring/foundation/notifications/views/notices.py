"""What there is to tell somebody, newest first."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from leerkring.foundation.notifications.actions import read_all
from leerkring.foundation.notifications.models import Notice
from leerkring.foundation.notifications.queries import (
    mailbox_of,
    page_of,
    unread_count,
    visible_of,
)

UNREAD = "ongelezen"


@login_required
def list_all(request: HttpRequest) -> HttpResponse:
    only_unread = request.GET.get("toon") == UNREAD
    page = page_of(request.user, only_unread=only_unread, before=request.GET.get("voor", ""))
    url = reverse("notifications:list")
    unread = unread_count(request.user)
    tabs = [
        ("Alles", url, not only_unread),
        (f"Ongelezen ({unread})" if unread else "Ongelezen", f"{url}?toon={UNREAD}", only_unread),
    ]
    context = {
        "notices": page.notices,
        "next": page.next_url(url, {"toon": UNREAD} if only_unread else {}),
        "is_first": not request.GET.get("voor"),
        "tabs": tabs,
        "unread": unread,
        "box": mailbox_of(request.user),
        "today": timezone.localdate(),
    }
    return render(request, "notifications/list.html", context)


@login_required
def open_one(request: HttpRequest, pk: int) -> HttpResponse:
    """On to what the notice is about; from then on it is read."""
    notice = get_object_or_404(
        Notice.objects.on_site(request.user).select_related("occasion"), pk=pk
    )
    if not visible_of(request.user, [notice]):
        raise Http404
    notice.read()
    return redirect(notice.occasion.url)


@login_required
@require_POST
def read_one(request: HttpRequest, pk: int) -> HttpResponse:
    get_object_or_404(Notice.objects.on_site(request.user), pk=pk).read()
    return redirect("notifications:list")


@login_required
@require_POST
def read_everything(request: HttpRequest) -> HttpResponse:
    read_all(request.user)
    return redirect("notifications:list")
