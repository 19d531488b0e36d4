"""Handing in, and a result that only the person who answered can see."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from leerkring.practice.answering.actions import TooLate, finish
from leerkring.practice.answering.forms import KeyForm
from leerkring.practice.answering.joining_actions import Joined, follows_a_round, join
from leerkring.practice.answering.keys import Secret
from leerkring.practice.answering.models import Link
from leerkring.practice.answering.own_lines import forget_line, has_told, key_behind, own_line
from leerkring.practice.answering.own_picture import own_picture, standings
from leerkring.practice.answering.own_scores import OwnResult
from leerkring.practice.answering.qr import qr_svg
from leerkring.practice.answering.views.gate import behind_door, behind_link, private
from leerkring.practice.gatherings.form_files import forms_for


@behind_door
def hand_in(request: HttpRequest, secret: Secret) -> HttpResponse:
    if request.method != "POST":
        return redirect("answering:overview", secret.link)
    finish(secret)
    return redirect("answering:result", secret.link)


@behind_link
def result(request: HttpRequest, secret: Secret, link: Link) -> HttpResponse:
    """Right after handing in, and for as long as the round is open: the link shows the result."""
    key = key_behind(secret)
    results = own_line(key) if key else None
    if key is None or results is None:
        raise TooLate
    door = "" if has_told(secret) or link.round.is_closed else secret.link
    return _line(request, key, results, just_finished=True, tell=door)


@private
def line(request: HttpRequest) -> HttpResponse:
    form = KeyForm(request.POST or None)
    if form.is_valid():
        key = form.cleaned_data["key"]
        results = own_line(key)
        if results is not None:
            return _line(request, key, results)
        form.add_error("key", "Bij deze sleutel hoort geen uitkomst. Kijk hem nog eens na.")
    status = 422 if form.errors else 200
    return render(request, "answering/key.html", {"form": form}, status=status)


@private
def saved(request: HttpRequest) -> HttpResponse:
    """The key as a small file, to keep."""
    key = Secret.from_words(request.POST.get("key", ""))
    if key is None:
        return redirect("answering:line")
    text = f"Jouw sleutel: {key.words}\nTerugzien: {_line_url(request)}\n"
    response = HttpResponse(text, content_type="text/plain; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="mijn-sleutel.txt"'
    return response


@private
def joined(request: HttpRequest) -> HttpResponse:
    """Who mistypes the older key keeps the page with the newer one."""
    older = Secret.from_words(request.POST.get("key", ""))
    newer = Secret.from_words(request.POST.get("newer", ""))
    wish = request.POST.get("compare") == "yes"
    done = join(older, newer, compare=wish) if older and newer else Joined(is_joined=False)
    if older and done.is_joined:
        outcome = ("yes" if done.is_compared else "no") if wish else ""
        return _line(request, older, own_line(older) or [], compared=outcome)
    form = KeyForm(request.POST)
    form.is_valid()
    form.add_error("key", "Deze sleutels kunnen niet samen. Kijk ze allebei nog eens na.")
    results = own_line(newer) if newer else None
    if newer and results:
        return _line(request, newer, results, just_finished=True, form=form)
    return render(request, "answering/key.html", {"form": form}, status=422)


@private
def forgotten(request: HttpRequest) -> HttpResponse:
    key = Secret.from_words(request.POST.get("key", ""))
    found = key is not None and forget_line(key)
    return render(request, "answering/forgotten.html", {"found": found})


def _line(
    request: HttpRequest,
    key: Secret,
    results: list[OwnResult],
    *,
    just_finished: bool = False,
    form: KeyForm | None = None,
    tell: str = "",
    compared: str = "",
) -> HttpResponse:
    """`tell`: the door to say what one knows about; `compared`: yes, no, or not asked for."""
    url = _line_url(request)
    context = {
        **_said(results),
        "key": key.words,
        "qr": _square(url, key),
        "line_url": url,
        "just_finished": just_finished,
        "key_form": form or KeyForm(),
        "may_compare": just_finished and follows_a_round(results[-1]),
        "wants_compare": request.POST.get("compare") == "yes",
        "tell": tell,
        "compared": compared,
    }
    return render(request, "answering/line.html", context, status=422 if form else 200)


def _square(url: str, key: Secret) -> Any:
    """With the key behind the #, which a browser keeps to itself."""
    return qr_svg(f"{url}#{key.words}", label="Jouw sleutel als QR-code")


def _said(results: list[OwnResult]) -> dict[str, Any]:
    """What the results say, the newest in full."""
    newest = results[-1]
    needs = newest.needs()
    return {
        "newest": newest,
        "standings": standings(newest),
        "picture": own_picture(results),
        "needs": needs,
        "strengths": newest.strengths(),
        "forms": forms_for([score.name for score in needs]),
        "earlier": results[-2::-1],
    }


def _line_url(request: HttpRequest) -> str:
    return request.build_absolute_uri(reverse("answering:line"))
