"""How people reach who runs this site: an address of the installation, or none at all."""

from django.conf import settings
from django.http import HttpRequest


def contact(request: HttpRequest) -> dict[str, str]:
    """`contact` for every page: a mail address, or empty."""
    return {"contact": settings.CONTACT}
