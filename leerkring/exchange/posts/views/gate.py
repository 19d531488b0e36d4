"""The doors to posts. Out of sight is 404; a visitor is first asked to sign in."""

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from leerkring.exchange.posts import rules
from leerkring.exchange.posts.models import Post


def out_of_sight(request: HttpRequest) -> HttpResponse:
    """A visitor may sign in and then perhaps see it; for anyone else it does not exist."""
    if request.user.is_authenticated:
        raise Http404
    return redirect_to_login(request.get_full_path())


def visible_post(request: HttpRequest, pk: int) -> Post | None:
    posts = Post.objects.visible_to(request.user).select_related("author", "circle")
    return posts.filter(pk=pk).first()


def way_back(request: HttpRequest, post: Post) -> str:
    """From a page about a post: to where it stands, or to one's own where that does not open."""
    opens = visible_post(request, post.pk) is not None
    return post.get_absolute_url() if opens else reverse("posts:mine")


def own_post(request: HttpRequest, pk: int) -> Post:
    """A post that this person may write in; visitors were sent to sign in before."""
    posts = Post.objects.select_related("author", "circle", "retraction")
    post = get_object_or_404(posts, pk=pk)
    if not rules.may_edit(request.user, post):
        raise Http404
    return post


def kept_post(request: HttpRequest, pk: int) -> Post:
    """A published post of which this person may see what was, and take things out of it."""
    posts = Post.objects.select_related("author", "circle", "retraction")
    post = get_object_or_404(posts, pk=pk)
    if not rules.may_see_versions(request.user, post):
        raise Http404
    return post
