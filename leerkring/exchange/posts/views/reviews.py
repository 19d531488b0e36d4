"""What editors look at before it goes out."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from leerkring.exchange.posts import publishing_actions, rules
from leerkring.exchange.posts.announcing_actions import tell_author
from leerkring.exchange.posts.deciding_forms import RemarkForm
from leerkring.exchange.posts.models import Post
from leerkring.exchange.posts.queries import reach_of, to_judge, waiting_for_review
from leerkring.exchange.posts.views.composing import on_a_page
from leerkring.foundation.language.checking_actions import count_traces

HELD_BACK = "Er ontbreekt nog iets. Het stuk is terug bij de schrijver, die hoort wat er ontbreekt."


@login_required
def index(request: HttpRequest) -> HttpResponse:
    posts = to_judge(request.user)
    if not posts and not request.user.moderates:
        raise Http404
    return render(request, "posts/reviews.html", {"posts": posts})


@login_required
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """Publish it, or give it back with a remark."""
    post = get_object_or_404(waiting_for_review(), pk=pk)
    content = post.draft.says
    if not rules.may_judge(request.user, post, content):
        raise Http404
    giving_back = request.method == "POST" and "publish" not in request.POST
    form = RemarkForm(request.POST if giving_back else None)
    if request.method == "POST" and not giving_back:
        return _agreed(request, post)
    if giving_back and form.is_valid():
        count_traces(form.decisions)
        publishing_actions.send_back(post, remark=form.cleaned_data["remark"], by=request.user)
        tell_author(post, "De redactie heeft een opmerking.", by=request.user)
        messages.success(request, "Het stuk is terug bij de schrijver.")
        return redirect("posts:reviews")
    context = {**on_a_page(post, content), "form": form, "reach": reach_of(content)}
    context["moment"] = post.draft.publish_at
    return render(request, "posts/review.html", context, status=422 if giving_back else 200)


def _agreed(request: HttpRequest, post: Post) -> HttpResponse:
    """Out at once, or at the hour that its author chose; or back, where something is missing."""
    if publishing_actions.agree(post, by=request.user):
        sentence = "Je stuk is goed zo. Het komt uit op het moment dat je koos."
        tell_author(post, sentence, by=request.user)
        messages.success(request, "Het komt vanzelf uit op het moment dat de schrijver koos.")
        return redirect("posts:reviews")
    post = Post.objects.get(pk=post.pk)
    if hasattr(post, "draft"):
        messages.warning(request, HELD_BACK)
        return redirect("posts:reviews")
    tell_author(post, "Je stuk is uitgebracht.", url=post.get_absolute_url(), by=request.user)
    return redirect(post)
