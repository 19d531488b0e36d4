"""The list of a kind, with its filters."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from leerkring.exchange.posts.kinds import Kind, Rung, Wants
from leerkring.exchange.posts.models import Post
from leerkring.exchange.posts.queries import listed, themes_used
from leerkring.foundation.design.page_queries import Place, page_of

FILTERS = {"thema": "themes__slug", "ladder": "rung", "soort": "wants"}


def index(request: HttpRequest, kind: Kind) -> HttpResponse:
    posts, chosen = listed(kind, request.user), _chosen(request, kind)
    posts = posts.filter(**{FILTERS[name]: value for name, value in chosen.items()})
    after = Place.read(request.GET.get("na", ""))
    shown: list[Post]
    shown, following = page_of(posts, "published_at", after)
    here = f"?{urlencode(chosen)}"
    context = {
        "kind": kind,
        "posts": shown,
        "chosen": chosen,
        "themes": themes_used(kind, request.user),
        "rungs": list(Rung) if "rung" in kind.facts else [],
        "wants": list(Wants) if "wants" in kind.facts else [],
        "older": f"?{urlencode({**chosen, 'na': str(following)})}" if following else "",
        "newest": here if after else "",
    }
    return render(request, "posts/list.html", context)


def _chosen(request: HttpRequest, kind: Kind) -> dict[str, str]:
    """The filters in the address that this kind has; what is unknown finds nothing."""
    names = ["thema"]
    names += ["ladder"] if "rung" in kind.facts else []
    names += ["soort"] if "wants" in kind.facts else []
    asked = {name: request.GET.get(name, "").replace("\x00", "")[:80] for name in names}
    return {name: value for name, value in asked.items() if value}
