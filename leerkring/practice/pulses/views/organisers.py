"""For who leads something: ask, show on a screen, close, read, and say what comes of it."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from leerkring.practice.answering.qr import qr_svg
from leerkring.practice.pulses.actions import NotNow, TooLate, ask_pulse, close_pulse, take_back
from leerkring.practice.pulses.forms import AskForm, ReplyForm, ThemeRepliesForm, ThemesForm
from leerkring.practice.pulses.kinds import TOPICS, Kind
from leerkring.practice.pulses.models import Pulse
from leerkring.practice.pulses.queries import (
    open_answers_of,
    outcome_of,
    progress_of,
    replies_to,
)
from leerkring.practice.pulses.registry import Subject, subject_with_key
from leerkring.practice.pulses.rules import leads

NOT_NOW = "Dat kan nu niet: vooraf vraag je van tevoren, terugblikken doe je erna."


@login_required
def ask(request: HttpRequest, about: str, pk: int, kind: str) -> HttpResponse:
    subject = subject_with_key(about)
    if subject is None or kind not in list(Kind):
        raise Http404
    row = get_object_or_404(subject.rows_led_by(request.user), pk=pk)
    usual = {"places": subject.size(row), "topics": "\n".join(TOPICS), "effect": True}
    form = AskForm(Kind(kind), request.POST or None, initial=usual)
    if request.method == "POST" and form.is_valid():
        return _asked(request, subject, row, Kind(kind), form)
    context = {
        "subject": subject,
        "title": subject.title(row),
        "back": _back(request.user, subject, row),
    }
    context |= {"kind": Kind(kind), "form": form}
    return render(request, "pulses/ask.html", context, status=422 if form.errors else 200)


@login_required
def show(request: HttpRequest, pk: int) -> HttpResponse:
    pulse = get_object_or_404(Pulse.objects.visible_to(request.user).with_all(), pk=pk)
    return page(request, pulse)


@login_required
def screen(request: HttpRequest, pk: int) -> HttpResponse:
    pulse = get_object_or_404(Pulse.objects.visible_to(request.user).with_all(), pk=pk)
    context = {"pulse": pulse, "kind": pulse.as_kind, **link_of(pulse)}
    return render(request, "pulses/screen.html", context)


@login_required
@require_POST
def closing(request: HttpRequest, pk: int) -> HttpResponse:
    pulse = get_object_or_404(Pulse.objects.led_by(request.user), pk=pk)
    close_pulse(pulse, by=request.user)
    messages.success(request, "Gesloten. De uitkomsten staan vast.")
    return redirect(pulse)


@login_required
@require_POST
def removal(request: HttpRequest, pk: int) -> HttpResponse:
    pulse = get_object_or_404(Pulse.objects.led_by(request.user), pk=pk)
    back = _back(request.user, pulse.subject, pulse.row) or reverse("home")
    try:
        take_back(pulse, by=request.user)
    except TooLate:
        messages.error(request, "De vraag staat al open. Je kunt hem nog wel sluiten.")
        return redirect(pulse)
    messages.success(request, "De vraag gaat niet door.")
    return redirect(back)


def page(request: HttpRequest, pulse: Pulse, **forms: Form) -> HttpResponse:
    """The page of a pulse, with open answers and forms only for who leads it; `forms` are those
    that were filled in.
    """
    outcome, is_leader, now = outcome_of(pulse), leads(request.user, pulse.row), timezone.now()
    context = {
        "pulse": pulse,
        "back": _back(request.user, pulse.subject, pulse.row),
        "begins": pulse.subject.begins(pulse.row),
        "kind": pulse.as_kind,
        "leads": is_leader,
        "outcome": outcome,
        "reply_form": ReplyForm(pulse, initial=_said(pulse)),
        "progress": None if outcome or not is_leader else progress_of(pulse),
        "is_waiting": pulse.is_waiting(now),
        "is_open": pulse.takes_answers(now),
        "k": settings.K_TEAM,
        **link_of(pulse),
        **_told_by_theme(pulse, open_answers_of(pulse, outcome) if is_leader else {}),
    }
    status = 422 if any(form.errors for form in forms.values()) else 200
    return render(request, "pulses/show.html", context | forms, status=status)


def _said(pulse: Pulse) -> dict[str, str]:
    return {"text": pulse.reply.text} if hasattr(pulse, "reply") else {}


def _told_by_theme(pulse: Pulse, groups: dict[Any, Any]) -> dict[str, Any]:
    """The open answers, and the forms that put them under themes and reply to each."""
    answers = [answer for group in groups.values() for answer in group]
    return {
        "groups": groups,
        "themes_form": ThemesForm(answers, quotes=pulse.may_quote),
        "replies_form": _replies_form(pulse) if answers and pulse.may_quote else None,
    }


def _replies_form(pulse: Pulse) -> ThemeRepliesForm | None:
    said = replies_to(pulse)
    return ThemeRepliesForm(list(said), said) if said else None


def link_of(pulse: Pulse) -> dict[str, object]:
    url = settings.SITE_URL + reverse("pulses:answer", args=[pulse.code])
    short = url.split("://")[-1].rstrip("/")  # as people read it from a screen
    return {"link": url, "short": short, "qr": qr_svg(url, label="QR-code naar de vragen")}


def _asked(
    request: HttpRequest, subject: Subject, row: Any, kind: Kind, form: AskForm
) -> HttpResponse:
    wanted = form.cleaned_data
    chosen = {"by": request.user, "places": wanted["places"]}
    try:
        pulse = ask_pulse(row, kind, topics=wanted.get("topics") or TOPICS, **chosen)
    except NotNow:
        messages.error(request, NOT_NOW)
        return redirect(_back(request.user, subject, row) or reverse("home"))
    if wanted.get("effect"):
        ask_pulse(row, Kind.EFFECT, **chosen)
    return redirect(pulse)


def _back(person: Any, subject: Subject, row: Any) -> str:
    """The page of what people are asked around; "" for who leads it without seeing that page."""
    return subject.url(row) if subject.read_by(person).filter(pk=row.pk).exists() else ""
