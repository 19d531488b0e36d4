"""The desk: one's own posts, beginning one, and writing."""

from typing import Any

from django.apps import apps
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from leerkring.exchange.posts import rules
from leerkring.exchange.posts.actions import (
    Overtaken,
    Waiting,
    begin,
    draft_of,
    is_waiting,
    keep_attachments,
    save_draft,
)
from leerkring.exchange.posts.differences import changes
from leerkring.exchange.posts.forms import DraftForm, NewForm
from leerkring.exchange.posts.kinds import KINDS, Kind
from leerkring.exchange.posts.models import Draft, Post
from leerkring.exchange.posts.own_queries import left_behind
from leerkring.exchange.posts.queries import to_judge, written_by
from leerkring.exchange.posts.views.gate import own_post
from leerkring.foundation.language.checking_actions import count_traces
from leerkring.foundation.language.plainness import review
from leerkring.foundation.remarks.own_queries import remarks_left
from leerkring.network.circles.queries import circles_to_write_in

FILE_FIELDS = (
    *("picture", "picture_alt", "picture_caption"),
    *("attachment", "attachment_name", "attachment_caption", "removed"),
)


@login_required
def mine(request: HttpRequest) -> HttpResponse:
    context = {
        "posts": written_by(request.user)[:100],
        "kinds": KINDS,
        "today": timezone.localdate(),
        "left": left_behind(request.user),
        "remarks_left": remarks_left(request.user),
        "may_review": request.user.moderates or bool(to_judge(request.user)),
    }
    return render(request, "posts/mine.html", context)


@login_required
def new(request: HttpRequest, kind: Kind) -> HttpResponse:
    form = NewForm(request.POST if request.method == "POST" else None)
    asked = request.GET.get("kring", "")
    number = int(asked) if asked.isdecimal() and len(asked) < 18 else 0
    circle = circles_to_write_in(request.user).filter(pk=number).first()
    if request.method != "POST" or not form.is_valid():
        context = {"kind": kind, "form": form, "circle": circle}
        return render(request, "posts/new.html", context, status=422 if form.is_bound else 200)
    post = begin(kind, title=form.cleaned_data["title"], by=request.user, circle=circle)
    return redirect("posts:desk", post.pk)


@login_required
def show(request: HttpRequest, pk: int) -> HttpResponse:
    post = own_post(request, pk)
    draft = draft_of(post)
    if request.method != "POST":
        return _page(request, draft, _form(request, draft))
    form = _form(request, draft, request.POST, request.FILES)
    form.by_itself = by_itself = request.headers.get("Accept") == "application/json"
    if not form.is_valid():
        return _told(form) if by_itself else _page(request, draft, form, status=422)
    try:
        draft = _kept(request, post, form)
    except (Overtaken, Waiting) as fault:
        return _told(form) if by_itself else _overtaken(request, post, form, fault)
    if by_itself:
        saved_at = timezone.localtime(draft.saved_at or timezone.now())
        return JsonResponse({"base": draft.saves, "at": f"{saved_at:%H.%M}"})
    count_traces(form.decisions)
    if "on" in request.POST:
        return redirect("posts:publication", pk)
    return redirect(f"{request.path}#plainness" if "kijk" in request.POST else request.path)


@transaction.atomic
def _kept(request: HttpRequest, post: Post, form: DraftForm) -> Draft:
    """The words and the files; what is kept by itself has no files."""
    draft = save_draft(post, form.content(), base=form.cleaned_data["base"])
    if not form.by_itself:
        files = {"new": form.new_files(), "removed": form.removed(), "alts": form.alt_texts()}
        keep_attachments(post, by=request.user, held=form.holds_files, **files)
    return draft


def _form(request: HttpRequest, draft: Draft, *data: Any) -> DraftForm:
    return DraftForm(
        *data, post=draft.post, content=draft.says, saves=draft.saves, person=request.user
    )


def _told(form: DraftForm) -> JsonResponse:
    """Why it could not be kept by itself; what was typed is still on the screen."""
    if form.errors:
        name, faults = next(iter(form.errors.items()))
        label = form.fields[name].label if name in form.fields else ""
        return JsonResponse({"message": f"Nog niet bewaard. {label}: {faults[0]}"}, status=422)
    message = "Dit stuk is in een ander venster veranderd. Kies «Bewaren» om te vergelijken."
    return JsonResponse({"message": message}, status=409)


def _overtaken(request: HttpRequest, post: Post, form: DraftForm, fault: Exception) -> HttpResponse:
    """Both stand on the page: what was typed in the form, and how the other differs from it."""
    draft = draft_of(post)
    form.data = form.data.copy()
    form.data["base"] = str(draft.saves)
    differences = changes(draft.says, form.content(), post.what)
    return _page(request, draft, form, status=409, differences=differences)


def _page(
    request: HttpRequest, draft: Draft, form: DraftForm, status: int = 200, **more: Any
) -> HttpResponse:
    post: Post = draft.post
    context = {
        "post": post,
        "kind": post.what,
        "draft": draft,
        "form": form,
        "shut_out": rules.is_shut_out(request.user, draft.says),
        "waiting": draft.pk is not None and is_waiting(post),
        "with_editor": post.reviews.filter(outcome="").exists(),
        "returned": post.reviews.filter(outcome="terug").last() if draft.pk else None,
        "writing": [form["title"], *(form[section.key] for section in post.what.sections)],
        "facts": [form[name] for name in post.what.facts],
        "files": [form[name] for name in (*form.alts, *FILE_FIELDS) if name in form.fields],
        "plainness": review(draft.says.words(post.what)),
        "has_editor": apps.is_installed("django_prose_editor"),
        **more,
    }
    return render(request, "posts/desk.html", context, status=status)
