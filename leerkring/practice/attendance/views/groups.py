"""Mixed groups: made, made anew, shown, and printed."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from leerkring.network.circles.views.gate import tried
from leerkring.practice.attendance import group_actions as actions
from leerkring.practice.attendance.cards import typeset_cards
from leerkring.practice.attendance.forms import GroupsForm, GroupWishForm, RenewForm
from leerkring.practice.attendance.group_page_queries import card_data, group_page
from leerkring.practice.attendance.models import Grouping, GroupWish
from leerkring.practice.attendance.round_queries import begun, rounds_of
from leerkring.practice.meetings.models import Meeting
from leerkring.practice.meetings.views.gate import led_meeting


@login_required
def index(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    return _page(request, led_meeting(request, pk))


@login_required
@require_POST
def make(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    meeting = led_meeting(request, pk)
    form = GroupsForm(request.POST)
    if not form.is_valid():
        return _page(request, meeting, status=422, make_form=form)
    data = form.cleaned_data
    if tried(request, lambda: actions.make_groups(meeting, by=request.user, **data)):
        messages.success(request, "De groepen zijn gemaakt.")
    return _back(meeting)


@login_required
@require_POST
def renew(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    meeting = led_meeting(request, pk)
    grouping = get_object_or_404(Grouping, meeting=meeting)
    form = RenewForm(request.POST)
    if not form.is_valid():
        return _page(request, meeting, status=422, renew_form=form)
    tried(request, lambda: _renewed(request, grouping, form.cleaned_data["begun"]))
    return _back(meeting)


@login_required
@require_POST
def show(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    meeting = led_meeting(request, pk)
    grouping = get_object_or_404(Grouping, meeting=meeting)
    shown = request.POST.get("toon") == "ja"
    actions.show_groups(grouping, shown=shown)
    told = "Iedereen ziet nu de eigen tafel." if shown else "Niemand ziet zijn tafel meer."
    messages.success(request, told)
    return _back(meeting)


@login_required
@require_POST
def wishes(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    meeting = led_meeting(request, pk)
    form = GroupWishForm(request.POST, people=meeting.invitations.all())
    if not form.is_valid():
        return _page(request, meeting, status=422, wish_form=form)
    actions.wish(meeting, **form.said())
    messages.success(request, "Bewaard. Het telt mee als je de groepen opnieuw maakt.")
    return _back(meeting)


@login_required
@require_POST
def wish_end(request: HttpRequest, pk: int, slug: str, wish: int) -> HttpResponse:
    meeting = led_meeting(request, pk)
    get_object_or_404(GroupWish, meeting=meeting, pk=wish).delete()
    messages.success(request, "Weggehaald.")
    return _back(meeting)


@login_required
def cards(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    meeting = led_meeting(request, pk)
    grouping = get_object_or_404(Grouping, meeting=meeting)
    pdf = typeset_cards(card_data(grouping), grouping.made_at.date())
    response = HttpResponse(pdf, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="kaartjes-{meeting.slug}.pdf"'
    response["Cache-Control"] = "no-store"
    return response


def _renewed(request: HttpRequest, grouping: Grouping, begun: int) -> None:
    done = actions.renew_groups(grouping, begun=begun)
    messages.success(request, actions.told_of(done))


def _page(request: HttpRequest, meeting: Meeting, status: int = 200, **forms: Any) -> Any:
    people = meeting.invitations.all()
    page = group_page(meeting)
    first = {"tables": page["suggested"], "rounds": page["rounds_now"]}
    context = {
        "make_form": GroupsForm(initial=first),
        "renew_form": RenewForm(initial={"begun": begun(rounds_of(meeting), timezone.now())}),
        "wish_form": GroupWishForm(people=people),
        **page,
        **forms,
    }
    return render(request, "attendance/groups.html", context, status=status)


def _back(meeting: Meeting) -> Any:
    return redirect("attendance:groups", meeting.pk, meeting.slug)
