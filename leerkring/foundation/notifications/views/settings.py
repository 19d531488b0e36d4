"""Choosing what to hear of, where, and how often."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from leerkring.foundation.notifications.forms import MailboxForm, SettingsForm
from leerkring.foundation.notifications.mailbox_actions import choose_mail, mail_again
from leerkring.foundation.notifications.preference_actions import choose as keep
from leerkring.foundation.notifications.queries import mailbox_of


@login_required
def choose(request: HttpRequest) -> HttpResponse:
    box = mailbox_of(request.user)
    form = SettingsForm(request.user, request.POST or None)
    mail = MailboxForm(box, request.POST or None)
    if request.method == "POST" and form.is_valid() and mail.is_valid():
        _keep(request, form, mail)
        messages.success(request, "Bewaard. Dit geldt ook voor mail die nog niet weg was.")
        return redirect("notifications:settings")
    status = 422 if request.method == "POST" else 200
    path = [("Meldingen", reverse("notifications:list")), ("Kies wat je krijgt", "")]
    context = {"form": form, "mail": mail, "box": box, "path": path, "today": timezone.localdate()}
    return render(request, "notifications/settings.html", context, status=status)


@transaction.atomic
def _keep(request: HttpRequest, form: SettingsForm, mail: MailboxForm) -> None:
    keep(request.user, plans=form.plans(), loudness=form.loudness(), stopped=form.stopped())
    choose_mail(request.user, **mail.cleaned_data)


@login_required
@require_POST
def send_again(request: HttpRequest) -> HttpResponse:
    """The pause is over, or the address is good."""
    mail_again(request.user)
    messages.success(request, "Je krijgt weer mail. Wat bleef liggen, komt zo in één mail.")
    return redirect("notifications:settings")
