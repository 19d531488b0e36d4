"""What stands in the header and at the foot of every page."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

DOORS = (
    ("Programma's", "programmes:list"),
    ("Wijkkranten", "newspapers:list"),
    ("Werkvormen", "gatherings:forms"),
    ("Over", "about"),
)
AT_THE_FOOT = (
    ("Privacy", "privacy"),
    ("Toegankelijkheid", "accessibility"),
)


def navigation(request: HttpRequest) -> dict[str, Any]:
    """`navigation`: (label, address, are you there); `colophon_links`; `is_demo` for the banner."""
    doors = [(label, reverse(name)) for label, name in DOORS]
    return {
        "navigation": [(label, url, request.path.startswith(url)) for label, url in doors],
        "colophon_links": [(label, reverse(name)) for label, name in AT_THE_FOOT],
        "is_demo": settings.DEMO,
    }
