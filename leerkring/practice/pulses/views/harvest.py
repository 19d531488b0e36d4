"""What is done with the answers: open ones into themes by hand, and «dit doen we ermee»."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from leerkring.practice.pulses.actions import give_reply, reply_to_themes, sort_into_themes
from leerkring.practice.pulses.forms import ReplyForm, ThemeRepliesForm, ThemesForm
from leerkring.practice.pulses.models import Pulse
from leerkring.practice.pulses.queries import open_answers_of, outcome_of, replies_to
from leerkring.practice.pulses.rules import may_reply
from leerkring.practice.pulses.views.organisers import page


def closed_pulse(request: HttpRequest, pk: int) -> Pulse:
    """For who leads it, and only when nothing comes in any more."""
    pulse = get_object_or_404(Pulse.objects.led_by(request.user).with_all(), pk=pk)
    if not may_reply(request.user, pulse):
        raise Http404
    return pulse


@login_required
@require_POST
def reply(request: HttpRequest, pk: int) -> HttpResponse:
    pulse = closed_pulse(request, pk)
    form = ReplyForm(pulse, request.POST)
    if not form.is_valid() or form.needs_look:
        return page(request, pulse, reply_form=form)
    give_reply(pulse, text=form.masked_text, by=request.user)
    messages.success(request, "Bewaard. Wie de link heeft, kan dit nu lezen.")
    return redirect(pulse)


@login_required
@require_POST
def themes(request: HttpRequest, pk: int) -> HttpResponse:
    pulse = closed_pulse(request, pk)
    groups = open_answers_of(pulse, outcome_of(pulse))
    answers = [answer for group in groups.values() for answer in group]
    form = ThemesForm(answers, request.POST, quotes=pulse.may_quote)
    if not form.is_valid():
        return page(request, pulse, themes_form=form)
    sort_into_themes(pulse, form.themes(), form.fates())
    messages.success(request, "De thema’s zijn bewaard.")
    return redirect(pulse)


@login_required
@require_POST
def theme_replies(request: HttpRequest, pk: int) -> HttpResponse:
    pulse = closed_pulse(request, pk)
    said = replies_to(pulse)
    form = ThemeRepliesForm(list(said), said, request.POST)
    if not form.is_valid():
        return page(request, pulse, replies_form=form)
    reply_to_themes(pulse, form.replies(), by=request.user)
    messages.success(request, "Bewaard. Het staat in het verslag bij elk thema.")
    return redirect(pulse)
