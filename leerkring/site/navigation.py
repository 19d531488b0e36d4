"""What stands in the header and at the foot of every page."""

from functools import cache, partial
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from leerkring.foundation.notifications.queries import unread_count

LEARNING = (
    ("Thema's", "themes:list", ()),
    ("Werkgroepen", "circles:list", ()),
    ("Deelnemers", "profiles:list", ()),
    ("Updates", "posts:list", ("updates",)),
    ("Blogs", "posts:list", ("blogs",)),
    ("3 vragen over", "posts:list", ("drie-vragen-over",)),
    ("Praktijkvoorbeelden", "posts:list", ("praktijkvoorbeelden",)),
    ("Vraag & Antwoord", "questions:list", ()),
    ("Prikbord", "posts:list", ("prikbord",)),
)
MEETING = (
    ("Bijeenkomsten", "meetings:list", ()),
    ("Kalender", "calendar:list", ()),
    ("Wijkkranten", "newspapers:list", ()),
    ("Programma's", "programmes:list", ()),
    ("Werkvormen", "gatherings:forms", ()),
    ("Over dit platform", "about", ()),
)
AT_THE_FOOT = (
    ("Meedoen", "entrance:join"),
    ("Privacy", "privacy"),
    ("Toegankelijkheid", "accessibility"),
)
Doors = tuple[tuple[str, str], ...]  # label, address
Tool = tuple[str, str, int]  # label, address, how many wait


def navigation(request: HttpRequest) -> dict[str, Any]:
    """`navigation`: groups, each a title and (label, address, are you there); `tools`: (label,
    address, how many wait); `own_page`; `colophon_links`; `is_demo` for the banner.
    """
    path = request.path
    return {
        "navigation": [
            ("", [(label, url, path.startswith(url)) for label, url in doors]) for doors in _doors()
        ],
        "tools": partial(_tools, request),
        "own_page": reverse("mine"),
        "colophon_links": _at_the_foot(),
        "is_demo": settings.DEMO,
    }


@cache
def _doors() -> tuple[Doors, ...]:
    """A group a row. Addresses stay as they are as long as the site runs."""
    return tuple(
        tuple((label, reverse(name, args=about)) for label, name, about in group)
        for group in (LEARNING, MEETING)
    )


@cache
def _at_the_foot() -> tuple[tuple[str, str], ...]:
    return tuple((label, reverse(name)) for label, name in AT_THE_FOOT)


def _tools(request: HttpRequest) -> list[Tool]:
    """Called by the template: what has no header, need not count what waits."""
    person = getattr(request, "user", None)
    if person is not None and person.is_authenticated:
        return tools_with(unread_count(person))
    return [_search()]


def tools_with(unread: int) -> list[Tool]:
    """Of who is signed in, with so many notices unread."""
    return [_search(), ("Meldingen", reverse("notifications:list"), unread)]


def _search() -> Tool:
    return "Zoeken", reverse("search:show"), 0
