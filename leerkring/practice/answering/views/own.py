"""Handing in, and a result that only the person who answered can see."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from leerkring.practice.answering.actions import TooLate, finish
from leerkring.practice.answering.forms import KeyForm
from leerkring.practice.answering.keys import Secret
from leerkring.practice.answering.own_lines import forget_line, join_lines, own_key, own_line
from leerkring.practice.answering.own_picture import own_picture
from leerkring.practice.answering.qr import qr_svg
from leerkring.practice.answering.views.answers import closed
from leerkring.practice.answering.views.gate import keep_to_yourself, open_door
from leerkring.practice.gatherings.form_files import forms_for


@require_POST
def hand_in(request: HttpRequest, door: str) -> HttpResponse:
    secret, link = open_door(door)
    try:
        finish(secret, link)
    except TooLate:
        return closed(request, door, link)
    return redirect("answering:result", door)


def result(request: HttpRequest, door: str) -> HttpResponse:
    """Right after handing in, and for as long as the round is open: the link shows the result."""
    secret, link = open_door(door)
    key = own_key(secret)
    if link.round.is_closed or own_line(key) is None:
        return closed(request, door, link)
    return _line(request, key, just_finished=True)


def line(request: HttpRequest) -> HttpResponse:
    form = KeyForm(request.POST or None)
    if form.is_valid():
        if own_line(form.cleaned_data["key"]) is not None:
            return _line(request, form.cleaned_data["key"])
        form.add_error("key", "Bij deze sleutel hoort geen uitkomst. Kijk hem nog eens na.")
    status = 422 if form.errors else 200
    return keep_to_yourself(render(request, "answering/key.html", {"form": form}, status=status))


@require_POST
def joined(request: HttpRequest) -> HttpResponse:
    older = Secret.from_words(request.POST.get("key", ""))
    newer = Secret.from_words(request.POST.get("newer", ""))
    if older and newer and join_lines(older, newer):
        return _line(request, older)
    form = KeyForm(request.POST)
    form.is_valid()
    form.add_error("key", "Deze sleutels kunnen niet samen. Kijk ze allebei nog eens na.")
    return keep_to_yourself(render(request, "answering/key.html", {"form": form}, status=422))


@require_POST
def forgotten(request: HttpRequest) -> HttpResponse:
    key = Secret.from_words(request.POST.get("key", ""))
    found = key is not None and forget_line(key)
    context = {"found": found}
    return keep_to_yourself(render(request, "answering/forgotten.html", context))


def _line(request: HttpRequest, key: Secret, *, just_finished: bool = False) -> HttpResponse:
    results = own_line(key) or []
    newest = results[-1]
    needs = newest.needs()
    context = {
        "key": key.words,
        "qr": qr_svg(key.words, label="Jouw sleutel als QR-code"),
        "line_url": request.build_absolute_uri(reverse("answering:line")),
        "picture": own_picture(results),
        "needs": needs,
        "strengths": newest.strengths(),
        "forms": forms_for([score.name for score in needs]),
        "earlier": results[-2::-1],
        "just_finished": just_finished,
        "key_form": KeyForm(),
    }
    return keep_to_yourself(render(request, "answering/line.html", context))
