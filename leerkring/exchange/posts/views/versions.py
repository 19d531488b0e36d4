"""What a post said before, and taking a passage out of all of it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from leerkring.exchange.posts.differences import changes
from leerkring.exchange.posts.redaction_actions import redact
from leerkring.exchange.posts.views.gate import kept_post, way_back
from leerkring.foundation.moderation.actions import explain
from leerkring.foundation.moderation.forms import RedactForm
from leerkring.foundation.moderation.models import Outcome
from leerkring.foundation.moderation.redaction import redact_line

MOST_VERSIONS = 100


@login_required
def index(request: HttpRequest, pk: int) -> HttpResponse:
    """Every version, and what changed from the one before to the one that is chosen."""
    post = kept_post(request, pk)
    versions = list(post.versions.select_related("by").defer("content")[:MOST_VERSIONS])
    asked = request.GET.get("versie", "")
    number = int(asked) if asked.isdecimal() and len(asked) < 9 else len(versions)
    two = list(post.versions.filter(number__in=(number, number - 1)))
    context = {
        "post": post,
        "back": way_back(request, post),
        "kind": post.what,
        "versions": versions,
        "number": number,
        "changes": changes(two[1].says, two[0].says, post.what) if len(two) == 2 else [],
        "redactions": post.redactions.order_by("-at"),
    }
    return render(request, "posts/versions.html", context)


@login_required
def redaction(request: HttpRequest, pk: int) -> HttpResponse:
    post = kept_post(request, pk)
    form = RedactForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        reason, _ = redact_line(data["why"], data["passage"])
        with transaction.atomic():
            places = redact(post, data["passage"], by=request.user, reason=reason)
            if places:
                explain(post, why=reason, by=request.user, outcome=Outcome.REDACTED)
        if places:
            messages.success(
                request, f"Weggehaald op {places} {'plaats' if places == 1 else 'plaatsen'}."
            )
            return redirect("posts:versions", pk)
        form.add_error("passage", "Deze woorden staan nergens in dit stuk, ook niet in een versie.")
    context = {"post": post, "kind": post.what, "form": form, "back": way_back(request, post)}
    return render(request, "posts/redaction.html", context, status=422 if form.is_bound else 200)
