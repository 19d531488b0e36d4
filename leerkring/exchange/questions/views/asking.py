"""Asking a question: what looks like it first, then what stands in it, then it goes out."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from leerkring.exchange.questions.actions import ask, keep_draft, throw_draft_away
from leerkring.exchange.questions.forms import AskForm
from leerkring.exchange.questions.likeness_queries import questions_like
from leerkring.exchange.questions.reading_queries import draft_of
from leerkring.exchange.questions.telling_actions import tell_second_readers
from leerkring.exchange.questions.views.pace import goes_too_fast, too_often
from leerkring.foundation.language.checking_actions import ask_second_reader, count_traces


@login_required
def new(request: HttpRequest) -> HttpResponse:
    draft = draft_of(request.user)
    if request.method != "POST":
        form = AskForm(person=request.user, draft=draft, initial=_begun(request))
        return render(request, "questions/ask.html", {"form": form, "draft": draft})
    if "weg" in request.POST:
        throw_draft_away(request.user)
        return redirect("questions:ask")
    if "kijk" in request.POST:
        return _looked(request, draft)
    alike = [] if "later" in request.POST or request.POST.get("anders") else _alike(request)
    wait = bool(alike) or "later" in request.POST
    form = AskForm(request.POST, person=request.user, draft=draft, wait=wait)
    if "later" in request.POST:
        keep_draft(request.user, form.typed())
        messages.success(request, "Bewaard. Je vindt je vraag hier terug.")
        return redirect("questions:ask")
    if form.is_valid() and not alike and not goes_too_fast(request, form):
        return _sent(request, form)
    if draft is None or not form.is_valid() or alike:
        draft = draft if draft and draft.content == form.typed() else _kept(request, form)
    context = {"form": form, "alike": alike, "looked": not alike, "draft": draft}
    return render(request, "questions/ask.html", context, status=200 if alike else 422)


def _looked(request: HttpRequest, draft: Any) -> HttpResponse:
    """Could it be plainer, before it goes anywhere; nothing is kept or refused yet."""
    typed = AskForm(request.POST, person=request.user).typed()
    form = AskForm(person=request.user, initial=typed)
    context = {"form": form, "draft": draft, "looked": request.POST.get("anders"), "looking": True}
    return render(request, "questions/ask.html", context)


def _begun(request: HttpRequest) -> dict[str, Any]:
    """What a link to this page fills in: `?kring=`, `?thema=` and `?titel=`."""
    circle, theme = _number(request, "kring"), _number(request, "thema")
    return {
        "title": request.GET.get("titel", "")[:150].replace("\x00", ""),
        "circle": circle,
        "themes": [theme] if theme else [],
    }


def _number(request: HttpRequest, name: str) -> int | None:
    given = request.GET.get(name, "")
    return int(given) if given.isascii() and given.isdecimal() and len(given) < 18 else None


def _alike(request: HttpRequest) -> list[Any]:
    return questions_like(request.POST.get("title", ""), request.user)


def _kept(request: HttpRequest, form: AskForm) -> Any:
    """Whatever stood in the way: what was typed is still there tomorrow."""
    return keep_draft(request.user, form.typed())


def _sent(request: HttpRequest, form: AskForm) -> HttpResponse:
    with transaction.atomic():
        count_traces(form.decisions)
        if not form.needs_second_reader:
            question = ask(form.asked(), by=request.user)
            return redirect(question)
        draft = keep_draft(request.user, {**form.typed(), "title": form.cleaned_data["title"]})
        ask_second_reader(draft, asked_by=request.user, fingerprint=form.fingerprint)
        tell_second_readers(draft)
    messages.success(request, "Iemand leest mee. Je hoort het als je vraag uit kan.")
    return redirect("questions:list")


@login_required
@require_POST
def similar(request: HttpRequest) -> HttpResponse:
    """A piece of page for who is typing. By POST, so that what is typed stands in no log."""
    if too_often(request, "similar", most=40):
        return HttpResponse(status=429)
    return render(request, "questions/_alike.html", {"alike": _alike(request)})
