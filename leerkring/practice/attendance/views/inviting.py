"""Organisers ask people to come."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from leerkring.network.circles.models import Circle
from leerkring.network.people.models import Person
from leerkring.network.profiles.models import Profile
from leerkring.practice.attendance import invite_actions as inviting
from leerkring.practice.attendance.forms import ListForm, PlacesForm
from leerkring.practice.attendance.page_queries import whom_to_invite
from leerkring.practice.attendance.places_actions import set_places
from leerkring.practice.attendance.queries import guest_list, has_begun, standing_of
from leerkring.practice.attendance.sending_actions import try_again
from leerkring.practice.meetings.models import Invitation, Meeting
from leerkring.practice.meetings.views.gate import led_meeting


@login_required
def index(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    return _page(request, led_meeting(request, pk), ListForm())


@login_required
@require_POST
def from_list(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    meeting = led_meeting(request, pk)
    form = ListForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, meeting, form, status=422)
    found = form.cleaned_data["people"]
    _say(request, meeting, inviting.invite(meeting, found.people, by=request.user), found.notes)
    return _back(meeting)


@login_required
@require_POST
def from_circle(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    meeting = led_meeting(request, pk)
    circle = get_object_or_404(Circle.objects.readable_by(request.user), pk=meeting.circle_id)
    _say(request, meeting, inviting.invite_circle(meeting, circle, by=request.user))
    return _back(meeting)


@login_required
@require_POST
def from_people(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    meeting = led_meeting(request, pk)
    seen = Profile.objects.seen_by(request.user).values("person")
    number = request.POST.get("person", "")
    chosen = int(number) if number.isdecimal() and len(number) < 18 else 0
    person = get_object_or_404(Person.objects.filter(pk__in=seen), pk=chosen)
    _say(request, meeting, inviting.invite_people(meeting, [person], by=request.user))
    return _back(meeting)


@login_required
@require_POST
def take_off(request: HttpRequest, pk: int, slug: str, invitation: Any) -> HttpResponse:
    meeting = led_meeting(request, pk)
    one = get_object_or_404(Invitation, meeting=meeting, pk=invitation)
    inviting.take_off(one, by=request.user)
    messages.success(request, f"{one.name} staat niet meer op de lijst.")
    return _back(meeting)


@login_required
@require_POST
def mail_again(request: HttpRequest, pk: int, slug: str, invitation: Any) -> HttpResponse:
    meeting = led_meeting(request, pk)
    one = get_object_or_404(Invitation, meeting=meeting, pk=invitation)
    try_again(meeting, one.email)
    messages.success(request, f"We mailen {one.name} opnieuw.")
    return _back(meeting)


@login_required
@require_POST
def places(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    meeting = led_meeting(request, pk)
    form = PlacesForm(request.POST)
    if not form.is_valid():
        messages.error(request, "Vul een heel getal in, of laat het veld leeg.")
    elif moved := set_places(meeting, form.cleaned_data["places"], by=request.user):
        one = "1 antwoord" if moved == 1 else f"{moved} antwoorden"
        messages.success(request, f"Bewaard. Van de wachtlijst kreeg {one} een plaats.")
    else:
        messages.success(request, "Bewaard.")
    return _back(meeting)


def _page(request: HttpRequest, meeting: Meeting, form: ListForm, status: int = 200) -> Any:
    words = request.GET.get("naam", "")[:100].replace("\x00", "")
    context = {
        "meeting": meeting,
        "form": form,
        "has_begun": has_begun(meeting),
        "words": words,
        "people": whom_to_invite(request.user, meeting, words),
        "circle": Circle.objects.readable_by(request.user).filter(pk=meeting.circle_id).first(),
        "entries": guest_list(meeting),
        "standing": standing_of(meeting),
        "places_form": PlacesForm(initial={"places": meeting.places}),
    }
    return render(request, "attendance/inviting.html", context, status=status)


def _say(
    request: HttpRequest, meeting: Meeting, done: inviting.Invited, notes: tuple[str, ...] = ()
) -> None:
    if done.new:
        who = "1 persoon is" if done.new == 1 else f"{done.new} mensen zijn"
        messages.success(request, f"{who} uitgenodigd. {_of_the_mail(meeting)}")
    if done.already:
        names = ", ".join(done.already[:5]) + (" en anderen" if len(done.already) > 5 else "")
        messages.info(request, f"Al uitgenodigd: {names}.")
    for note in notes[:10]:
        messages.info(request, note)
    if not done.new and not done.already:
        messages.info(request, "Er is niemand om uit te nodigen.")


def _of_the_mail(meeting: Meeting) -> str:
    if meeting.is_cancelled:
        return "Er gaat geen mail uit, want de bijeenkomst gaat niet door."
    if has_begun(meeting):
        return (
            "Er gaat geen mail uit, want de bijeenkomst is al begonnen. Laat het zelf weten, en "
            "tik aan wie er is bij «Aan de deur»."
        )
    if not meeting.is_announced:
        return "De mail gaat uit zodra je de bijeenkomst aankondigt."
    return "De mail gaat vanzelf uit."


def _back(meeting: Meeting) -> Any:
    return redirect("attendance:inviting", meeting.pk, meeting.slug)
