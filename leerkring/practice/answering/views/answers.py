"""Answering, one statement a screen."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render

from leerkring.practice.answering import sheets
from leerkring.practice.answering.actions import TooLate, give_answer, sheet_behind
from leerkring.practice.answering.forms import AnswerForm, steps_of
from leerkring.practice.answering.models import Link
from leerkring.practice.answering.rules import takes_answers
from leerkring.practice.answering.views.gate import keep_to_yourself, open_door, wants_json
from leerkring.practice.scans.answers import DONT_KNOW

CHOOSE = "Kies een antwoord, of «weet ik niet»."


def welcome(request: HttpRequest, door: str) -> HttpResponse:
    secret, link = open_door(door)
    if not takes_answers(link):
        return closed(request, door, link)
    sheet = sheet_behind(secret, link).answers
    context = {
        "door": door,
        "link": link,
        "items": len(sheet),
        "answered": sheets.answered(sheet),
        "next": (sheets.first_open(sheet) or 0) + 1,
    }
    return keep_to_yourself(render(request, "answering/welcome.html", context))


def statement(request: HttpRequest, door: str, number: int) -> HttpResponse:
    secret, link = open_door(door)
    if not takes_answers(link):
        return closed(request, door, link)
    sheet = sheet_behind(secret, link).answers
    if not 1 <= number <= len(sheet):
        return redirect("answering:overview", door)
    return _screen(request, door, link, sheet, number)


def answer(request: HttpRequest, door: str, number: int) -> HttpResponse:
    """Keep an answer and show the next statement: one round trip."""
    secret, link = open_door(door)
    form = AnswerForm(request.POST)
    value = form.cleaned_data["value"] if form.is_valid() else 0
    try:
        sheet = give_answer(secret, link, place=number - 1, value=value)
    except TooLate:
        return closed(request, door, link)
    except sheets.NotOnTheScale:
        if wants_json(request):
            return JsonResponse({"fault": CHOOSE}, status=422)
        sheet = sheet_behind(secret, link).answers
        return _screen(request, door, link, sheet, number, fault=CHOOSE)
    if wants_json(request):
        return keep_to_yourself(JsonResponse({"kept": number}))
    if number == len(sheet):
        return redirect("answering:overview", door)
    return _screen(request, door, link, sheet, number + 1)


def overview(request: HttpRequest, door: str) -> HttpResponse:
    secret, link = open_door(door)
    if not takes_answers(link):
        return closed(request, door, link)
    sheet = sheet_behind(secret, link).answers
    blank = [place + 1 for place, value in enumerate(sheet) if value == 0]
    context = {"door": door, "link": link, "items": len(sheet), "blank": blank}
    return keep_to_yourself(render(request, "answering/overview.html", context))


def closed(request: HttpRequest, door: str, link: Link) -> HttpResponse:
    """Too late, or in already: said plainly, with the way to one's own result."""
    if wants_json(request):
        return JsonResponse({"fault": "Deze vragenlijst is gesloten."}, status=410)
    context = {"door": door, "link": link}
    return keep_to_yourself(render(request, "answering/closed.html", context, status=410))


def _screen(
    request: HttpRequest, door: str, link: Link, sheet: bytes, number: int, fault: str = ""
) -> HttpResponse:
    instrument = link.round.instrument.instrument
    context = {
        "door": door,
        "link": link,
        "number": number,
        "items": len(sheet),
        "percent": round(100 * (number - 1) / len(sheet)),
        "item": instrument.items[number - 1],
        "steps": steps_of(instrument),
        "dont_know": DONT_KNOW,
        "given": sheet[number - 1],
        "fault": fault,
        "statements": {
            "items": [[item.dimension.label, item.statement] for item in instrument.items],
            "given": list(sheet),
        },
    }
    status = 422 if fault else 200
    return keep_to_yourself(render(request, "answering/statement.html", context, status=status))
