"""Yes or no behind the link of a mail about a week, and what a coordinator does with a no.

Opening the page answers nothing: mail scanners open every link.
"""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from leerkring.foundation.privacy.views.untold import untold
from leerkring.loop.programmes.views.week import week_programme
from leerkring.loop.programmes.week_actions import AlreadyAsked, ask_for_plan
from leerkring.loop.programmes.week_link_queries import Asked, behind
from leerkring.loop.programmes.week_reply_actions import answer
from leerkring.loop.programmes.week_reply_forms import WeekReplyForm
from leerkring.loop.programmes.week_reply_queries import cannot_at


def reply(request: HttpRequest, token: str) -> HttpResponse:
    asked = behind(token)
    if asked is None:
        return untold(render(request, "programmes/week_reply_unknown.html", status=404))
    data = request.POST if request.method == "POST" else None
    form = WeekReplyForm(data, asked=asked, wanted=request.GET.get("zeg", ""))
    if form.is_valid():
        answer(asked, form.cleaned_data)
        messages.success(request, "Dankjewel. Je antwoord is bewaard.")
        return untold(redirect("programmes:week_reply", token))
    return untold(_page(request, asked, form))


def _page(request: HttpRequest, asked: Asked, form: WeekReplyForm) -> HttpResponse:
    context = {"asked": asked, "form": form}
    status = 422 if form.errors else 200
    return render(request, "programmes/week_reply.html", context, status=status)


@require_POST
@login_required
def replace(request: HttpRequest, pk: int, slug: str, person: int) -> HttpResponse:
    """A repair for what somebody said no to, in one press."""
    programme = week_programme(request, pk)
    ill = get_object_or_404(programme.week_people.select_related("person"), pk=person)
    half_days = cannot_at(ill)
    if not half_days:
        messages.info(request, f"{ill} zegt nergens meer nee op. Er is niets gevraagd.")
        return redirect("programmes:week", pk, slug)
    try:
        ask_for_plan(programme, by=request.user, ill=ill, half_days=half_days)
    except AlreadyAsked:
        messages.info(request, "Er wordt al een planning gemaakt. Probeer het zo nog eens.")
    return redirect("programmes:week", pk, slug)


@require_safe
@login_required
@never_cache
def state(request: HttpRequest, pk: int, slug: str) -> JsonResponse:
    """Whether the plan that was asked for is there; asked by the page that waits for it."""
    asked = week_programme(request, pk).plan_requests.order_by("-pk").first()
    done = asked is None or asked.done_at is not None
    said = asked.failure if asked and asked.failure else "Het voorstel is klaar."
    return JsonResponse({"done": done, "says": said if done else ""})
