"""A round that people answer online: read, rehearse, send; follow it; close it."""

from dataclasses import replace

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from leerkring.foundation.tables.collecting import refuse
from leerkring.foundation.tables.faults import BadTable
from leerkring.loop.programmes import drafts
from leerkring.loop.programmes.actions import conclude_round, lay_ready
from leerkring.loop.programmes.intake import Intake, no_answers, read_intake
from leerkring.loop.programmes.models import IntakeDraft, Programme
from leerkring.loop.programmes.online_actions import ask_online
from leerkring.loop.programmes.online_forms import OnlineForm
from leerkring.loop.programmes.platform_queries import people_on_platform, teams_of_before
from leerkring.loop.programmes.preview import rehearsal_of
from leerkring.loop.programmes.rules import takes_in_files
from leerkring.loop.programmes.views.gate import coordinated_programme
from leerkring.practice.answering.closing_actions import lift_pause
from leerkring.practice.answering.queries import turnout
from leerkring.practice.answering.rehearsal import LIKELY
from leerkring.practice.instruments.queries import retirement_of
from leerkring.practice.scans.actions import RoundIsClosed, WouldLeak

RATES = (60, 75, 90)
USUAL = 75
STEPS = ("Bestanden geven", "Repetitie", "Uitnodigen")


@login_required
def prepare(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    programme = _waiting_programme(request, pk)
    form = OnlineForm(request.POST or None, request.FILES or None, before=programme.follows)
    faults: tuple[object, ...] = ()
    if request.method == "POST" and form.is_valid():
        until, welcome = form.cleaned_data["until"], form.cleaned_data["welcome"]
        try:
            intake = _read(form, programme)
            draft = lay_ready(programme, intake, by=request.user, until=until, welcome=welcome)
            return redirect("programmes:rehearsal", pk, slug, draft.pk)
        except BadTable as bad:
            faults = bad.faults
    context = {"programme": programme, "form": form, "faults": faults, "steps": _steps(0)}
    status = 422 if faults or form.errors else 200
    return render(request, "programmes/online.html", context, status=status)


@login_required
def rehearse(request: HttpRequest, pk: int, slug: str, draft_id: int) -> HttpResponse:
    programme = _waiting_programme(request, pk)
    draft = get_object_or_404(IntakeDraft, programme=programme, pk=draft_id, until__isnull=False)
    rate = next((r for r in RATES if str(r) == request.GET.get("deel")), USUAL)
    intake = drafts.from_json(draft.content)
    rehearsal = rehearsal_of(intake, rate=rate / 100, k=settings.K_TEAM)
    context = {
        "programme": programme,
        "draft": draft,
        "intake": intake,
        "rates": RATES,
        "rate": rate,
        "rehearsal": rehearsal,
        "likely": sum(outlook.chance >= LIKELY for outlook, _ in rehearsal.teams),
        "steps": _steps(1),
    }
    return render(request, "programmes/rehearsal.html", context)


@login_required
@require_POST
def launch(request: HttpRequest, pk: int, slug: str, draft_id: int) -> HttpResponse:
    programme = _waiting_programme(request, pk)
    draft = get_object_or_404(IntakeDraft, programme=programme, pk=draft_id, until__isnull=False)
    intake = drafts.from_json(draft.content)
    ask_online(programme, intake, until=draft.until, welcome=draft.welcome, by=request.user)
    messages.success(request, "De ronde is open. De uitnodigingen gaan nu uit.")
    return redirect("programmes:round", pk, slug)


@login_required
def follow(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    programme = _asked_programme(request, pk)
    teams = programme.participations.select_related("team").order_by("team__name")
    context = {
        "programme": programme,
        "without_mail": [participation.team for participation in teams],
        **turnout(programme.round, k=settings.K_TEAM),
    }
    return render(request, "programmes/round.html", context)


@login_required
@require_POST
def mail_again(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    """Mail to an address that came back goes out again: the coordinator had it mended."""
    programme = _asked_programme(request, pk)
    email = request.POST.get("email", "")
    if not programme.round.invitees.filter(email=email).exists():
        raise Http404
    if lift_pause(email):
        messages.success(request, f"We proberen {email} opnieuw.")
    return redirect("programmes:round", pk, slug)


@login_required
@require_POST
def close(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    programme = _asked_programme(request, pk)
    try:
        conclude_round(programme, by=request.user)
    except RoundIsClosed:
        messages.info(request, "De ronde was al gesloten.")
    except WouldLeak as refusal:
        messages.error(request, f"De ronde is nog open. {refusal}")
        return redirect("programmes:round", pk, slug)
    else:
        messages.success(request, "De ronde is gesloten. Elk team heeft nu een programma.")
    return redirect("programme", pk, slug)


def _steps(now: int) -> list[dict[str, str]]:
    """The way from files to mails, for a coordinator who does it the first time."""
    states = ["done"] * now + ["current"] + ["coming"] * (len(STEPS) - now - 1)
    return [{"label": label, "state": state} for label, state in zip(STEPS, states, strict=True)]


def _waiting_programme(request: HttpRequest, pk: int) -> Programme:
    programme = coordinated_programme(request, pk)
    if not takes_in_files(request.user, programme):
        raise Http404
    return programme


def _asked_programme(request: HttpRequest, pk: int) -> Programme:
    programme = coordinated_programme(request, pk)
    if programme.round is None or not hasattr(programme.round, "launch"):
        raise Http404
    return programme


def _read(form: OnlineForm, programme: Programme) -> Intake:
    """What was handed over or is known here, with the version that was chosen. Raises BadTable
    with all faults."""
    teams = form.handed("teams") or teams_of_before(programme)
    assert teams is not None  # the field is required where there is none before
    people = form.handed("people")
    intake = read_intake(teams, people=people, instrument=form.handed("instrument"))
    if people is None:
        intake = replace(intake, people=people_on_platform(intake.teams))
        if not intake.people:
            raise refuse("Mensen", "niemand met een account is lid van deze teams. Geef een lijst.")
    if version := form.cleaned_data.get("version"):
        asked = version.instrument
        intake = replace(intake, instrument=asked, answers=no_answers(intake.slugs, asked))
    if retirement := retirement_of(intake.instrument):
        why = f"deze vragenlijst is uit gebruik. {retirement.reason} Kies of geef een andere."
        raise refuse(intake.instrument.name, why)
    return intake
