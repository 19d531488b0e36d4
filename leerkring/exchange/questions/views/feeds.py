"""The Atom feed of what everyone may read."""

from hashlib import sha256

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.views.decorators.http import etag

from leerkring.exchange.questions.models import Question
from leerkring.exchange.questions.queries import in_feed

# The day on which these names were first given (RFC 4151); it never changes.
NAMED_SINCE = "2026-11-01"


def _state(request: HttpRequest) -> str:
    """The feed reads otherwise exactly when this does."""
    rows = list(in_feed().values_list("pk", "changed_at", "author__name"))
    return '"' + sha256(repr(rows).encode()).hexdigest()[:32] + '"'


@etag(_state)
def atom(request: HttpRequest) -> HttpResponse:
    here = settings.SITE_URL
    host = here.split("//")[-1].split("/")[0].split(":")[0]
    feed = Atom1Feed(
        title="Vraag & Antwoord · Leerkring",
        link=f"{here}{reverse('questions:list')}",
        description="De nieuwste vragen die iedereen mag lezen.",
        feed_url=f"{here}{reverse('questions:feed')}",
        feed_guid=f"tag:{host},{NAMED_SINCE}:vragen",
        language="nl",
    )
    for question in in_feed():
        _add(feed, question, here, host)
    response = HttpResponse(feed.writeString("utf-8"), content_type="application/atom+xml")
    response["Cache-Control"] = "public, max-age=300"
    return response


def _add(feed: Atom1Feed, question: Question, here: str, host: str) -> None:
    feed.add_item(
        title=question.title,
        link=f"{here}{question.get_absolute_url()}",
        description=question.text,
        unique_id=f"tag:{host},{NAMED_SINCE}:vragen/{question.pk}",
        author_name=question.asker_name,
        categories=[theme.name for theme in question.themes.all()],
        pubdate=question.asked_at,
        updateddate=question.changed_at or question.asked_at,
    )
