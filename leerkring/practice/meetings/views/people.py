"""Who does what in a meeting."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from leerkring.network.circles.views.gate import posted, tried
from leerkring.practice.meetings.bringing_forms import RoleForm
from leerkring.practice.meetings.models import Role
from leerkring.practice.meetings.people_actions import end_role, give_role
from leerkring.practice.meetings.programme_queries import roles_by_kind
from leerkring.practice.meetings.rules import may_organise
from leerkring.practice.meetings.views.gate import (
    bad,
    organised_meeting,
    own_meeting,
    shown,
    to_page,
)


@login_required
def index(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    posts = request.method == "POST"
    meeting = organised_meeting(request, pk) if posts else own_meeting(request, pk)
    form = (
        RoleForm(posted(request), meeting=meeting) if may_organise(request.user, meeting) else None
    )
    if form is not None and posts and form.is_valid():
        person, kind = form.cleaned_data["person"], form.cleaned_data["kind"]
        give_role(meeting, person=person, kind=kind, by=request.user)
        messages.success(request, f"{person} doet mee in het programma.")
        return to_page(meeting, "mensen/")
    roles = roles_by_kind(meeting)
    status = bad(form) if form is not None else 200
    return shown(request, "people", meeting, status=status, form=form, roles=roles)


@login_required
@require_POST
def end(request: HttpRequest, pk: int, slug: str, role_id: int) -> HttpResponse:
    meeting = organised_meeting(request, pk)
    role = get_object_or_404(Role, pk=role_id, meeting=meeting)
    is_self = role.person_id == request.user.pk
    tried(request, lambda: end_role(role, by=request.user))
    still = may_organise(request.user, meeting) or not is_self
    return to_page(meeting, "mensen/") if still else to_page(meeting)
