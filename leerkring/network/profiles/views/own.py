"""One's own profile: what one tells, to whom, and how others see it."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from leerkring.foundation.language.checking_actions import count_traces
from leerkring.network.people.actions import organisation_named
from leerkring.network.profiles.actions import ReadsOtherwise, keep_profile
from leerkring.network.profiles.forms import FREE_WORDS, ProfileForm
from leerkring.network.profiles.models import Profile
from leerkring.network.profiles.photo_actions import HiddenFace, hide_face, show_face
from leerkring.network.profiles.queries import (
    fingerprint,
    own_profile,
    preview,
    suggested,
)

CHANGED = (
    "Je profiel is intussen veranderd: een moderator haalde er iets uit, of je bewaarde het zelf "
    "ergens anders. Kijk na wat hieronder staat. Bewaar je nog eens, dan geldt wat jij schreef."
)


@login_required
def edit(request: HttpRequest) -> HttpResponse:
    profile = own_profile(request.user)
    reads = fingerprint(profile)
    seen = request.POST.get("seen", reads)
    looking = "voorbeeld" in request.POST
    form = ProfileForm(
        request.POST or None, request.FILES or None, profile=profile, looking=looking
    )
    if form.is_valid() and not looking:
        if _kept(form, profile, seen):
            messages.success(request, "Je profiel is bewaard.")
            return redirect("profiles:own")
        seen = reads  # they are told what stands there now
    status = 422 if form.errors and not looking else 200
    return _page(request, form, seen, status=status)


def _page(request: HttpRequest, form: ProfileForm, seen: str, *, status: int) -> HttpResponse:
    profile = form.profile
    context = {
        "form": form,
        "seen": seen,
        "profile": profile,
        "kept": profile.pk is not None,
        "cover": getattr(profile, "cover", None),
        "audiences": _audiences(form),
        "suggested": suggested(request.user),
    }
    return render(request, "profiles/own.html", context, status=status)


@login_required
@require_POST
def look(request: HttpRequest) -> HttpResponse:
    """Only the example, for the script that asks for it while somebody types."""
    form = ProfileForm(request.POST, profile=own_profile(request.user), looking=True)
    return render(request, "profiles/_preview.html", {"audiences": _audiences(form)})


def _kept(form: ProfileForm, profile: Profile, seen: str) -> bool:
    """Nothing is kept where one thing of it cannot be."""
    try:
        _keep(form, profile, seen)
    except HiddenFace:
        form.add_error("photo", "Een moderator verborg deze foto. Kies een andere foto.")
        return False
    except ReadsOtherwise:
        _tell_what_stands_there(form, profile)
        return False
    return True


def _tell_what_stands_there(form: ProfileForm, profile: Profile) -> None:
    """At each field that is filled in otherwise; what was typed stays in it."""
    there = {name: getattr(profile, name) for name in FREE_WORDS} | {"name": profile.person.name}
    form.add_error(None, CHANGED)
    for name, text in there.items():
        if form.cleaned_data[name] != text:
            form.add_error(name, f"Er staat nu: «{text}»" if text else "Er staat hier nu niets.")


@transaction.atomic
def _keep(form: ProfileForm, profile: Profile, seen: str) -> None:
    count_traces(form.decisions)
    told: dict[str, Any] = form.told()
    if form.cleaned_data.get("organisation"):
        told["organisation"] = organisation_named(form.cleaned_data["organisation"])
    kept = keep_profile(
        profile.person,
        name=form.cleaned_data["name"],
        expertise=form.cleaned_data["expertise"],
        themes=form.cleaned_data["themes"],
        seen=seen,
        **told,
    )
    if form.cleaned_data["photo"]:
        show_face(kept, form.cleaned_data["photo"])
    elif form.cleaned_data.get("photo_gone"):
        hide_face(kept)


def _audiences(form: ProfileForm) -> Any:
    """As others would see what is on the screen; before anything was sent, what is kept."""
    if not form.is_bound:
        profile = form.profile
        following = [row.theme for row in profile.person.followed_themes.select_related("theme")]
        return preview(profile, list(profile.expert_on.all()) if profile.pk else [], following)
    form.is_valid()
    data = form.cleaned_data
    return preview(form.drafted(), list(data.get("expertise", ())), list(data.get("themes", ())))
