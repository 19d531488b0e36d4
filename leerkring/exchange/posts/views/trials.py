"""«Wij probeerden het ook»: telling it, changing it, and taking it away."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from leerkring.exchange.posts import rules, trying_actions
from leerkring.exchange.posts.deciding_forms import TrialForm
from leerkring.exchange.posts.models import Post, Trial
from leerkring.exchange.posts.own_queries import own_trials
from leerkring.exchange.posts.views.gate import visible_post, way_back
from leerkring.foundation.language.checking_actions import count_traces


@login_required
def new(request: HttpRequest, pk: int) -> HttpResponse:
    post = visible_post(request, pk)
    if post is None or not rules.may_try(request.user, post):
        raise Http404
    form = TrialForm(request.POST if request.method == "POST" else None, person=request.user)
    if request.method != "POST" or not form.is_valid():
        return _page(request, post, form)
    with transaction.atomic():
        count_traces(form.decisions)
        trying_actions.tell_of_trying(post, form.instance, by=request.user)
    return redirect(f"{post.get_absolute_url()}#geprobeerd")


@login_required
def change(request: HttpRequest, pk: int) -> HttpResponse:
    trial = _own(request, pk)
    data = request.POST if request.method == "POST" else None
    form = TrialForm(data, instance=trial, person=request.user)
    if request.method != "POST" or not form.is_valid():
        return _page(request, trial.post, form, trial)
    with transaction.atomic():
        count_traces(form.decisions)
        trying_actions.change_trial(form.instance)
    return redirect(trial)


@login_required
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """Also where its writer does not read any more; then nothing of the example is shown."""
    trial = get_object_or_404(own_trials(request.user), pk=pk)
    seen = visible_post(request, trial.post_id)
    back = way_back(request, trial.post)
    if request.method != "POST":
        title = seen.title if seen else "Mijn stukken"
        context = {"title": title, "what": "wat jullie probeerden", "back": back, "own": True}
        return render(request, "moderation/removal.html", context)
    trying_actions.take_trial_away(trial, by=request.user)
    messages.success(request, "Wat jullie vertelden, is weggehaald.")
    return redirect(back)


def _own(request: HttpRequest, pk: int) -> Trial:
    rows = Trial.objects.visible_to(request.user).select_related("post__circle")
    trial = get_object_or_404(rows, pk=pk)
    if not rules.may_change_trial(request.user, trial):
        raise Http404
    return trial


def _page(
    request: HttpRequest, post: Post, form: TrialForm, trial: Trial | None = None
) -> HttpResponse:
    context = {"post": post, "form": form, "trial": trial}
    return render(request, "posts/trial.html", context, status=422 if form.is_bound else 200)
