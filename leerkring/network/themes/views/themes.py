"""Reading about a theme, and following it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from leerkring.foundation.search.newest_queries import newest_page
from leerkring.network.themes.actions import follow, unfollow
from leerkring.network.themes.grouping import by_kind
from leerkring.network.themes.models import Theme
from leerkring.network.themes.queries import followed_by, following_count, theme_at, vocabulary

ON_A_PAGE = 20


def index(request: HttpRequest) -> HttpResponse:
    followed = followed_by(request.user)
    themes = sorted(vocabulary(), key=lambda theme: (theme.pk not in followed, theme.name.lower()))
    return render(request, "themes/list.html", {"themes": themes, "followed": followed})


def show(request: HttpRequest, slug: str) -> HttpResponse:
    theme = theme_or_404(slug)
    if theme.slug != slug:
        return redirect(theme, permanent=True)
    hits, following = newest_page(
        request.user, themes=[theme.pk], after=request.GET.get("na"), size=ON_A_PAGE
    )
    context = {
        "theme": theme,
        "groups": by_kind(hits),
        "next": f"?na={following}" if following else "",
        "first": theme.get_absolute_url() if "na" in request.GET else "",
        "followers": following_count(theme),
        "follows": theme.pk in followed_by(request.user),
    }
    return render(request, "themes/show.html", context)


@login_required
@require_POST
def follow_theme(request: HttpRequest, slug: str) -> HttpResponse:
    theme = theme_or_404(slug)
    follow(theme, person=request.user)
    messages.success(request, f"Je volgt nu «{theme}».")
    return redirect(theme)


@login_required
@require_POST
def unfollow_theme(request: HttpRequest, slug: str) -> HttpResponse:
    theme = theme_or_404(slug)
    unfollow(theme, person=request.user)
    messages.success(request, f"Je volgt «{theme}» niet meer.")
    return redirect(theme)


def theme_or_404(slug: str) -> Theme:
    """The living theme at this address, or at one that it had."""
    theme = theme_at(slug)
    if theme is None:
        raise Http404
    return theme
