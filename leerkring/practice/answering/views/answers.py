"""Answering, one statement a screen."""

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render

from leerkring.practice.answering import sheets
from leerkring.practice.answering.actions import give_answer, sheet_behind
from leerkring.practice.answering.forms import steps_of, value_in
from leerkring.practice.answering.keys import Secret
from leerkring.practice.answering.models import Link
from leerkring.practice.answering.views.gate import behind_door, behind_link, wants_json
from leerkring.practice.scans.answers import DONT_KNOW, NOT_ANSWERED

CHOOSE = "Kies een antwoord, of «weet ik niet»."


@behind_link
def welcome(request: HttpRequest, secret: Secret, link: Link) -> HttpResponse:
    sheet = sheet_behind(secret, link).answers
    context = {
        "door": secret.link,
        "link": link,
        "items": len(sheet),
        "answered": sheets.answered(sheet),
        "next": (sheets.first_open(sheet) or 0) + 1,
    }
    return render(request, "answering/welcome.html", context)


@behind_link
def statement(request: HttpRequest, secret: Secret, link: Link, number: int) -> HttpResponse:
    sheet = sheet_behind(secret, link).answers
    if not 1 <= number <= len(sheet):
        return redirect("answering:overview", secret.link)
    return _screen(request, secret, link, sheet, number)


@behind_door
def answer(request: HttpRequest, secret: Secret, number: int) -> HttpResponse:
    """Keep an answer. The script asks for no more than that; without it the next page follows.

    Every statement has an address of its own, so that going back in a browser sends nothing again.
    """
    if request.method != "POST":  # a page that was reloaded by its address
        return redirect("answering:statement", secret.link, number)
    try:
        sheet = give_answer(secret, place=number - 1, value=value_in(request.POST))
    except sheets.NoSuchPlace as fault:
        raise Http404 from fault
    except sheets.NotOnTheScale:
        return _not_on_the_scale(request, secret, number)
    if wants_json(request):
        return JsonResponse({"kept": number})
    if number == len(sheet):
        return redirect("answering:overview", secret.link)
    return redirect("answering:statement", secret.link, number + 1)


@behind_link
def overview(request: HttpRequest, secret: Secret, link: Link) -> HttpResponse:
    sheet = sheet_behind(secret, link).answers
    blank = [place + 1 for place, value in enumerate(sheet) if value == NOT_ANSWERED]
    context = {"door": secret.link, "link": link, "items": len(sheet), "blank": blank}
    return render(request, "answering/overview.html", context)


def _not_on_the_scale(request: HttpRequest, secret: Secret, number: int) -> HttpResponse:
    if wants_json(request):
        return JsonResponse({"fault": CHOOSE}, status=422)
    link = Link.objects.of(secret).get()
    sheet = sheet_behind(secret, link).answers
    return _screen(request, secret, link, sheet, number, fault=CHOOSE)


def _screen(
    request: HttpRequest, secret: Secret, link: Link, sheet: bytes, number: int, fault: str = ""
) -> HttpResponse:
    instrument = link.round.instrument.instrument
    context = {
        "door": secret.link,
        "link": link,
        "number": number,
        "items": len(sheet),
        "item": instrument.items[number - 1],
        "steps": steps_of(instrument),
        "dont_know": DONT_KNOW,
        "given": sheet[number - 1],
        "saved": sheets.answered(sheet),
        "fault": fault,
        "statements": {
            "items": [[item.dimension.label, item.statement] for item in instrument.items],
            "given": list(sheet),
        },
    }
    return render(request, "answering/statement.html", context, status=422 if fault else 200)
