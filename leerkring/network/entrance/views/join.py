"""Coming in: an address, a code, and if there is no other way in a request."""

import time

from allauth.core.ratelimit import consume
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from leerkring.foundation.language.checking_actions import count_traces
from leerkring.network.entrance.actions import ask_to_join
from leerkring.network.entrance.forms import AddressForm, CodeForm, RequestForm
from leerkring.network.entrance.letter_actions import send_code
from leerkring.network.entrance.models import ApprovedDomain
from leerkring.network.entrance.proving import begin, forget, overdue, proven, try_code, waiting
from leerkring.network.entrance.views.arriving import arrive, remembered_link

TOO_OFTEN = "Je vroeg net al een paar keer een code. Wacht een kwartier en probeer het opnieuw."
EXPIRED = "Je code is verlopen. Vraag een nieuwe."
UNTYPED = "Vul eerst de nieuwe code in die we je mailden."
WRONG = "Deze code klopt niet, of is niet meer geldig. Kijk in de nieuwste mail."


@never_cache
def join(request: HttpRequest) -> HttpResponse:
    """How to come in, and the first step of it; what was typed before stands there still."""
    late = None if request.user.is_authenticated else overdue(request.session, time.time())
    known = {"name": late.name, "email": late.email} if late else {}
    form = AddressForm(request.POST or None, initial=known)
    if request.method == "POST" and form.is_valid() and send_to(request, form):
        return redirect("entrance:code")
    domains = ApprovedDomain.objects.all()[:100]
    expired = EXPIRED if late and not form.is_bound else ""
    context = {"form": form, "domains": domains, "link": remembered_link(request)}
    context |= {"expired": expired}
    return render(request, "entrance/join/how.html", context, status=422 if form.errors else 200)


def send_to(request: HttpRequest, form: AddressForm) -> bool:
    """Mail a code; the same work and the same words, whoever's address it is."""
    email, name = form.cleaned_data["email"], form.cleaned_data["name"]
    if not consume(request, action="join", key=email):
        form.add_error(None, TOO_OFTEN)
        return False
    proof = begin(request.session, email=email, name=name, now=time.time())
    send_code(proof.email, proof.code)
    return True


@never_cache
def code(request: HttpRequest) -> HttpResponse:
    proof = waiting(request.session, time.time())
    if proof is None:
        return redirect("entrance:join")
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and consume(request, action="join_code"):
        if try_code(request.session, form.cleaned_data["code"], time.time()):
            return arrive(request, email=proof.email, name=proof.name)
        form.add_error("code", WRONG)
    context = {"form": form, "email": proof.email}
    return render(request, "entrance/join/code.html", context, status=422 if form.errors else 200)


@never_cache
def request_(request: HttpRequest) -> HttpResponse:
    """Why somebody wants to come in; only with a proven address."""
    proof, form = proven(request.session, time.time()), RequestForm(request.POST or None)
    if proof is None:
        return _too_late(request, form)
    form.unasked_names = [proof.name]
    if request.method == "POST" and form.is_valid():
        count_traces(form.decisions)
        ask_to_join(email=proof.email, name=proof.name, **form.cleaned_data)
        forget(request.session)
        return redirect("entrance:asked")
    known = [("Naam", proof.name), ("E-mailadres", proof.email)]
    context = {"form": form, "known": known}
    status = 422 if form.errors else 200
    return render(request, "entrance/join/request.html", context, status=status)


def _too_late(request: HttpRequest, form: RequestForm) -> HttpResponse:
    """What somebody wrote stays before them until their address is proven again."""
    now = time.time()
    asked_anew = waiting(request.session, now)
    late = asked_anew or overdue(request.session, now)
    if late is None or not form.is_bound:
        return redirect("entrance:join")
    known = [("Naam", late.name), ("E-mailadres", late.email)]
    context = {"form": form, "known": known, "asked_anew": asked_anew is not None}
    context |= {"expired": UNTYPED if asked_anew else EXPIRED}
    return render(request, "entrance/join/request.html", context, status=422)


def asked(request: HttpRequest) -> HttpResponse:
    return render(request, "entrance/join/asked.html")
