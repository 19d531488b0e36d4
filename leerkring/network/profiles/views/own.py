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
from leerkring.network.profiles.actions import keep_profile
from leerkring.network.profiles.forms import ProfileForm
from leerkring.network.profiles.models import Profile
from leerkring.network.profiles.photo_actions import HiddenFace, hide_face, show_face
from leerkring.network.profiles.queries import (
    own_profile,
    preview,
    suggested,
)


@login_required
def edit(request: HttpRequest) -> HttpResponse:
    profile = own_profile(request.user)
    looking = "voorbeeld" in request.POST
    form = ProfileForm(
        request.POST or None, request.FILES or None, profile=profile, looking=looking
    )
    if form.is_valid() and not looking and _kept(form, profile):
        messages.success(request, "Je profiel is bewaard.")
        return redirect("profiles:own")
    context = {
        "form": form,
        "profile": profile,
        "kept": profile.pk is not None,
        "cover": getattr(profile, "cover", None),
        "audiences": _audiences(form),
        "suggested": suggested(request.user),
    }
    status = 422 if form.errors and not looking else 200
    return render(request, "profiles/own.html", context, status=status)


@login_required
@require_POST
def look(request: HttpRequest) -> HttpResponse:
    """Only the example, for the script that asks for it while somebody types."""
    form = ProfileForm(request.POST, profile=own_profile(request.user), looking=True)
    return render(request, "profiles/_preview.html", {"audiences": _audiences(form)})


def _kept(form: ProfileForm, profile: Profile) -> bool:
    """Nothing is kept where one thing of it cannot be."""
    try:
        _keep(form, profile)
    except HiddenFace:
        form.add_error("photo", "Een moderator verborg deze foto. Kies een andere foto.")
        return False
    return True


@transaction.atomic
def _keep(form: ProfileForm, profile: Profile) -> None:
    count_traces(form.decisions)
    told: dict[str, Any] = form.told()
    if form.cleaned_data.get("organisation"):
        told["organisation"] = organisation_named(form.cleaned_data["organisation"])
    kept = keep_profile(
        profile.person,
        name=form.cleaned_data["name"],
        expertise=form.cleaned_data["expertise"],
        themes=form.cleaned_data["themes"],
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
