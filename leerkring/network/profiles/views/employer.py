"""Going to work elsewhere, with the same account."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from leerkring.network.people.actions import organisation_named
from leerkring.network.people.models import Person, Team
from leerkring.network.profiles.actions import change_employer
from leerkring.network.profiles.employer_forms import EmployerForm
from leerkring.network.profiles.queries import own_profile


@login_required
def change(request: HttpRequest) -> HttpResponse:
    profile = own_profile(request.user)
    if profile.pk is None:
        return redirect("profiles:own")
    form = EmployerForm(request.POST or None, person=profile.person)
    if form.is_valid() and _changed(form, profile.person):
        messages.success(request, "Je werkgever is veranderd. Je account blijft hetzelfde.")
        return redirect("profiles:own")
    teams = Team.objects.of(request.user).select_related("organisation")
    context = {"form": form, "profile": profile, "teams": teams}
    return render(request, "profiles/employer.html", context, status=422 if form.errors else 200)


def _changed(form: EmployerForm, person: Person) -> bool:
    name = form.cleaned_data["organisation"]
    try:
        with transaction.atomic():  # an organisation is added only if the change is made
            to = organisation_named(name) if name else None
            since = form.cleaned_data["since"]
            change_employer(person, to=to, since=since, handovers=form.handovers())
    except ValidationError as fault:
        form.add_error(None, fault)
        return False
    return True
