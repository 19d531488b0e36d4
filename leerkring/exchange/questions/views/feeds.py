"""The Atom feed of what everyone may read."""

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.html import linebreaks

from leerkring.exchange.questions.queries import in_feed
from leerkring.foundation.calendar.views.atom import Entry, Feed, answer


def atom(request: HttpRequest) -> HttpResponse:
    feed = Feed(
        title="Vraag & Antwoord",
        about="De nieuwste vragen die iedereen mag lezen.",
        page=reverse("questions:list"),
        url=reverse("questions:feed"),
        name="vragen",
    )
    return answer(request, feed, _entries())


def _entries() -> Iterator[Entry]:
    for question in in_feed():
        yield Entry(
            title=question.title,
            html=linebreaks(question.text, autoescape=True),
            page=question.get_absolute_url(),
            name=f"vragen/{question.pk}",
            by=question.asker_name,
            published=question.asked_at,
            changed=question.changed_at or question.asked_at,
            themes=[theme.name for theme in question.themes.all()],
        )
