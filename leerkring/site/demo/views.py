"""Stepping into the demo as one of its people. Exists in demo mode only."""

from django.contrib import messages
from django.contrib.auth import get_user_model, login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from leerkring.network.entrance.sign_in_actions import note_sign_in
from leerkring.site.demo.content import DemoPerson, demo_people
from leerkring.site.demo.gatherings.guests import links_of_guest
from leerkring.site.demo.monday import send_until_monday
from leerkring.site.demo.open_round import door_to_answer
from leerkring.site.demo.postbox import Letter, box_of, counts, letters_to, letters_to_others
from leerkring.site.demo.postbox import letter as letter_named

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
OTHERS = "anderen"
# A mail may hold anything: no scripts, pictures or forms of its own, and an origin apart.
SANDBOX = (
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; "
    "frame-ancestors 'none'"
)


def cast(request: HttpRequest) -> HttpResponse:
    context = {"people": demo_people(), "links": links_of_guest()}
    return render(request, "demo/cast.html", context)


@require_POST
def step_in(request: HttpRequest, key: str) -> HttpResponse:
    emails = {person.key: person.email for person in demo_people()}
    person = get_object_or_404(get_user_model(), email=emails.get(key, ""))
    login(request, person, backend=BACKEND)
    note_sign_in(request)
    return redirect("home")


@require_POST
def answer(request: HttpRequest) -> HttpResponse:
    """Answer the questionnaire oneself, in a team of the invented city."""
    door = door_to_answer()
    if door is None:
        messages.info(request, "In de demo staat nu geen vragenlijst met plek open.")
        return redirect("demo:cast")
    return redirect("answering:welcome", door.link)


def post(request: HttpRequest) -> HttpResponse:
    """Who has mail."""
    number = counts()
    boxes = [(person, number.pop(box_of(person.email), 0)) for person in demo_people()]
    context = {"boxes": boxes, "others": sum(number.values()), "others_key": OTHERS}
    return render(request, "demo/post.html", context)


def postbox(request: HttpRequest, key: str) -> HttpResponse:
    context = {"key": key, "person": _owner(key), "letters": _letters(key)}
    return render(request, "demo/postbox.html", context)


def letter(request: HttpRequest, key: str, name: str) -> HttpResponse:
    context = {"key": key, "person": _owner(key), "letter": _letter(key, name)}
    return render(request, "demo/letter.html", context)


def letter_html(request: HttpRequest, key: str, name: str) -> HttpResponse:
    """As a mail program would show it."""
    html = _letter(key, name).html
    if not html:
        raise Http404
    return HttpResponse(html, headers={"Content-Security-Policy": SANDBOX})


@require_POST
def make_it_monday(request: HttpRequest) -> HttpResponse:
    """Send what would go by itself until Monday at seven."""
    sent = send_until_monday(timezone.now())
    messages.info(request, sent or "Er stond niets klaar.")
    return redirect("demo:post")


def _owner(key: str) -> DemoPerson | None:
    """None: everybody who is not in the cast."""
    if key == OTHERS:
        return None
    for person in demo_people():
        if person.key == key:
            return person
    raise Http404


def _letters(key: str) -> list[Letter]:
    owner = _owner(key)
    if owner:
        return letters_to([owner.email])
    return letters_to_others([person.email for person in demo_people()])


def _letter(key: str, name: str) -> Letter:
    owner, found = _owner(key), letter_named(name)
    boxes = {box_of(person.email) for person in ([owner] if owner else demo_people())}
    if found is None or (name[:16] in boxes) != bool(owner):
        raise Http404
    return found
