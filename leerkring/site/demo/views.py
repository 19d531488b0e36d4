"""Stepping into the demo as one of its people. Exists in demo mode only."""

from django.contrib.auth import get_user_model, login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from leerkring.site.demo.content import demo_people

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def cast(request: HttpRequest) -> HttpResponse:
    return render(request, "demo/cast.html", {"people": demo_people()})


@require_POST
def step_in(request: HttpRequest, key: str) -> HttpResponse:
    emails = {person.key: person.email for person in demo_people()}
    person = get_object_or_404(get_user_model(), email=emails.get(key, ""))
    login(request, person, backend=BACKEND)
    return redirect("home")
