"""Who has a role in a programme: the coordinator gives them and takes them away."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from leerkring.loop.programmes.role_actions import LastCoordinator, end_role, give_role
from leerkring.loop.programmes.role_forms import RoleForm
from leerkring.loop.programmes.views.gate import coordinated_programme


@login_required
def show(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    programme = coordinated_programme(request, pk)
    form = RoleForm(request.POST or None, programme=programme)
    if request.method == "POST" and form.is_valid():
        role = give_role(
            programme, person=form.person, kind=form.cleaned_data["kind"], by=request.user
        )
        messages.success(request, f"{role.person} is nu {role.get_kind_display()}.")
        return redirect("programmes:roles", pk, slug)
    roles = programme.roles.select_related("person").order_by("kind", "person__name", "pk")
    context = {"programme": programme, "roles": roles, "form": form}
    return render(request, "programmes/roles.html", context, status=422 if form.errors else 200)


@login_required
@require_POST
def take_away(request: HttpRequest, pk: int, slug: str, role_id: int) -> HttpResponse:
    programme = coordinated_programme(request, pk)
    role = get_object_or_404(programme.roles.select_related("person"), pk=role_id)
    try:
        end_role(role, by=request.user)
    except LastCoordinator:
        messages.error(request, "Er moet een coördinator blijven. Geef die rol eerst aan iemand.")
    else:
        messages.success(request, f"{role.person} is geen {role.get_kind_display()} meer.")
    if role.person == request.user:
        return redirect("programmes:list")
    return redirect("programmes:roles", pk, slug)
