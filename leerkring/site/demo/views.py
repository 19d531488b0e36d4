"""Stepping into the demo as one of its people. Exists in demo mode only."""

from django.contrib import messages
from django.contrib.auth import get_user_model, login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from leerkring.site.demo.content import demo_people
from leerkring.site.demo.open_round import door_to_answer

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def cast(request: HttpRequest) -> HttpResponse:
    return render(request, "demo/cast.html", {"people": demo_people()})


@require_POST
def step_in(request: HttpRequest, key: str) -> HttpResponse:
    emails = {person.key: person.email for person in demo_people()}
    person = get_object_or_404(get_user_model(), email=emails.get(key, ""))
    login(request, person, backend=BACKEND)
    return redirect("home")


@require_POST
def answer(request: HttpRequest) -> HttpResponse:
    """Answer the questionnaire oneself, in a team of the invented city."""
    door = door_to_answer()
    if door is None:
        messages.info(request, "In de demo staat nu geen vragenlijst met plek open.")
        return redirect("demo:cast")
    return redirect("answering:welcome", door.link)
