"""From draft to readers, and back."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from leerkring.exchange.posts import publishing_actions, rules
from leerkring.exchange.posts.actions import (
    Overtaken,
    Waiting,
    draft_of,
    is_waiting,
    save_draft,
    say_of_files,
    throw_draft_away,
)
from leerkring.exchange.posts.announcing_actions import tell_editors
from leerkring.exchange.posts.deciding_forms import PublishForm, RetractForm
from leerkring.exchange.posts.models import Post
from leerkring.exchange.posts.queries import reach_of
from leerkring.exchange.posts.readiness_queries import what_is_missing
from leerkring.exchange.posts.views.composing import on_a_page
from leerkring.exchange.posts.views.gate import kept_post, own_post, way_back
from leerkring.foundation.language.checking_actions import ask_second_reader, count_traces
from leerkring.foundation.moderation.actions import explain

NO_REASON = "De moderator schreef er geen reden bij."


@login_required
def publication(request: HttpRequest, pk: int) -> HttpResponse:
    """Looking it over: how it will read, who will see it, what is still missing."""
    post = own_post(request, pk)
    draft = draft_of(post)
    content = draft.says
    data = request.POST if request.method == "POST" else None
    form = PublishForm(data, post=post, content=content, saves=draft.saves)
    faults = what_is_missing(post, content, request.user)
    ready = draft.pk is not None and not faults and not is_waiting(post)
    if request.method == "POST" and ready and form.is_valid():
        return _looked_over(request, post, form)
    context = {
        **on_a_page(post, content),
        "draft": draft,
        "form": form,
        "faults": list(faults.values()),
        "waiting": is_waiting(post),
        "reach": reach_of(content),
        "reviewed": not rules.may_publish(request.user, post, content),
    }
    return render(request, "posts/publication.html", context, status=422 if form.is_bound else 200)


def _looked_over(request: HttpRequest, post: Post, form: PublishForm) -> HttpResponse:
    """What was replaced is in the draft; what was decided about traces is counted, not kept."""
    try:
        with transaction.atomic():
            content = form.content(draft_of(post).says)
            save_draft(post, content, base=form.cleaned_data["base"])
            say_of_files(post, **form.said_of_files())
            count_traces(form.decisions)
            if form.needs_second_reader:
                ask_second_reader(post, asked_by=request.user, fingerprint=form.fingerprint)
    except (Overtaken, Waiting) as fault:
        messages.warning(request, str(fault) or "Dit stuk wacht al.")
        return redirect("posts:publication", post.pk)
    return _sent_out(request, post, form)


def _sent_out(request: HttpRequest, post: Post, form: PublishForm) -> HttpResponse:
    """To an editor, on the clock, or to its readers."""
    alone = rules.may_publish(request.user, post, draft_of(post).says)
    moment = form.cleaned_data["publish_at"]
    publishing_actions.schedule(post, at=moment)
    if form.needs_second_reader or not alone:
        publishing_actions.hand_in(post)
        tell_editors(post)
        messages.success(request, "Iemand anders kijkt ernaar. Je hoort het als het uitkomt.")
        return redirect("posts:mine")
    if moment:
        messages.success(request, "Het staat klaar en komt vanzelf uit.")
        return redirect("posts:mine")
    publishing_actions.publish(post, by=request.user)
    post.refresh_from_db()
    return redirect(post)


@login_required
@require_POST
def taking_back(request: HttpRequest, pk: int) -> HttpResponse:
    publishing_actions.take_back(own_post(request, pk))
    return redirect("posts:desk", pk)


@login_required
@require_POST
def throwing_away(request: HttpRequest, pk: int) -> HttpResponse:
    post = own_post(request, pk)
    with transaction.atomic():
        publishing_actions.take_back(post)  # nobody is asked to look at it any more
        throw_draft_away(post)
    messages.success(request, "Het concept is weg.")
    return redirect("posts:mine")


@login_required
@require_POST
def still_current(request: HttpRequest, pk: int) -> HttpResponse:
    post = _published(request, pk)
    publishing_actions.say_still_current(post)
    return redirect(post)


@login_required
@require_POST
def solved(request: HttpRequest, pk: int) -> HttpResponse:
    post = _published(request, pk)
    if not post.what.expires:
        raise Http404
    publishing_actions.solve(post)
    return redirect(post)


def _published(request: HttpRequest, pk: int) -> Post:
    post = own_post(request, pk)
    if post.published_at is None:
        raise Http404
    return post


@login_required
def retraction(request: HttpRequest, pk: int) -> HttpResponse:
    post = kept_post(request, pk)
    if post.published_at is None or post.is_retracted:
        raise Http404
    form = RetractForm(request.POST if request.method == "POST" else None)
    if request.method != "POST" or not form.is_valid():
        context: dict[str, Any] = {"post": post, "kind": post.what, "form": form}
        context["back"] = way_back(request, post)
        return render(request, "posts/retraction.html", context)
    reason = form.cleaned_data["reason"]
    with transaction.atomic():
        publishing_actions.retract(post, by=request.user, reason=reason)
        explain(post, why=reason or NO_REASON, by=request.user)
    messages.success(request, "Het stuk is ingetrokken.")
    return redirect("posts:list", post.what)
