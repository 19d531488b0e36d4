"""A post as it is read, its files, and who did the same."""

import re
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from leerkring.exchange.posts import rules
from leerkring.exchange.posts.actions import count_view
from leerkring.exchange.posts.deciding_forms import TrialForm
from leerkring.exchange.posts.kinds import Kind
from leerkring.exchange.posts.models import Attachment, Post
from leerkring.exchange.posts.queries import times_read, to_judge
from leerkring.exchange.posts.views.composing import on_a_page
from leerkring.exchange.posts.views.gate import out_of_sight, visible_post
from leerkring.foundation.files.serving import file_response

ROBOTS = re.compile(r"bot|crawl|spider|slurp|preview|fetch|monitor|curl|wget|python|http", re.I)


def show(request: HttpRequest, kind: Kind, pk: int, slug: str) -> HttpResponse:
    post = visible_post(request, pk)
    if post is None:
        return out_of_sight(request)
    if (kind, slug) != (post.what, post.slug or "stuk"):
        return redirect(post, permanent=True)
    if _is_read_by_a_reader(request, post):
        count_view(post)
    return render(request, "posts/show.html", _context(request, post))


def _is_read_by_a_reader(request: HttpRequest, post: Post) -> bool:
    """Not its author, not a robot, and not a browser that fetches ahead."""
    ahead = "prefetch" in request.headers.get("Sec-Purpose", "")
    agent = request.headers.get("User-Agent", "")
    robot = not agent or bool(ROBOTS.search(agent))
    return request.method == "GET" and not (ahead or robot or rules.wrote(request.user, post))


def _context(request: HttpRequest, post: Post, form: Any = None) -> dict[str, Any]:
    may_try, today = rules.may_try(request.user, post), timezone.localdate()
    return {
        **on_a_page(post, post.said, out=True),
        "times_read": times_read(post),
        "review_is_due": post.review_on is not None and post.review_on <= today,
        "is_over": post.expires_on is not None and post.expires_on < today,
        "may_edit": rules.may_edit(request.user, post),
        "may_see_versions": rules.may_see_versions(request.user, post),
        "trials": post.trials.standing().select_related("by") if post.kind == "example" else [],
        "trial_form": form or (TrialForm(person=request.user) if may_try else None),
    }


def file(request: HttpRequest, pk: int, file_id: Any) -> HttpResponse:
    """For who sees the post; its author and an editor also as long as it is a draft or held."""
    attachment = (
        Attachment.objects.select_related("file", "post").filter(post=pk, file=file_id).first()
    )
    if attachment is None:
        return out_of_sight(request)
    post = attachment.post
    if not (
        (not attachment.held and Post.objects.visible_to(request.user).filter(pk=pk).exists())
        or rules.wrote(request.user, post)
        or any(waiting.pk == pk for waiting in to_judge(request.user))
    ):
        return out_of_sight(request)
    response: HttpResponse = file_response(attachment.file, request=request)
    return response
