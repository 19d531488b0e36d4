"""How often one may ask something of the site. Counted in the memory of the server, not kept."""

import time

from django import forms
from django.core.cache import cache
from django.http import HttpRequest

MINUTE = 60
SLOWER = "Je doet veel tegelijk. Wacht een minuut en probeer het opnieuw."


def too_often(request: HttpRequest, what: str, *, most: int) -> bool:
    """More than `most` times within a minute by this person."""
    key = f"questions:{what}:{request.user.pk}:{int(time.time()) // MINUTE}"
    cache.add(key, 0, 2 * MINUTE)
    try:
        return bool(cache.incr(key) > most)
    except ValueError:  # it was thrown out of the cache in between
        return False


def goes_too_fast(request: HttpRequest, form: forms.Form) -> bool:
    """More than ten things written within a minute; the form says so. Everything that is written
    counts alike, so that the count does not tell what it was."""
    if not too_often(request, "writing", most=10):
        return False
    form.add_error(None, SLOWER)
    return True
