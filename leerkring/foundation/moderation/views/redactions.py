"""Taking a passage out: first what would go, then it goes."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from leerkring.foundation.moderation.beside_queries import where_it_stands_too
from leerkring.foundation.moderation.forms import RedactForm
from leerkring.foundation.moderation.looking_actions import open_matter
from leerkring.foundation.moderation.queries import Case
from leerkring.foundation.moderation.redacting_actions import redact


@login_required
def redaction(request: HttpRequest, about: str, about_id: str) -> HttpResponse:
    case = open_matter(request.user, about, about_id)
    if case is None or case.entry.redact is None or not case.entry.stands(case.row):
        raise Http404
    form = RedactForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return _page(request, case, form, status=422 if form.is_bound else 200)
    passage = form.cleaned_data["passage"]
    others = where_it_stands_too(case, passage, request.user)
    if "zeker" not in request.POST:
        return _page(request, case, form, others=others, sure=True)
    asked = set(request.POST.getlist("ook"))
    chosen = [other for other in others if other.key in asked]
    places = redact([case, *chosen], passage, why=form.cleaned_data["why"], by=request.user)
    if not places:
        form.add_error("passage", "Deze woorden staan er niet, ook niet in wat we ervan bewaren.")
        return _page(request, case, form, status=422)
    where = "1 plaats" if places == 1 else f"{places} plaatsen"
    messages.success(request, f"Weggehaald op {where}. Wie het schreef hoort waarom.")
    return redirect("moderation:queue")


def _page(
    request: HttpRequest,
    case: Case,
    form: RedactForm,
    *,
    others: list[Case] | None = None,
    sure: bool = False,
    status: int = 200,
) -> HttpResponse:
    context = {"case": case, "form": form, "others": others, "sure": sure}
    context["stays"] = case.entry.stays and case.entry.stays(case.row, request.user)
    return render(request, "moderation/redaction.html", context, status=status)
