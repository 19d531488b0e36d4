"""How often one may ask something of the site. Counted in the memory of the server, not kept."""

import time

from django.core.cache import cache
from django.http import HttpRequest

MINUTE = 60


def too_often(request: HttpRequest, what: str, *, most: int) -> bool:
    """More than `most` times within a minute by this person."""
    key = f"questions:{what}:{request.user.pk}:{int(time.time()) // MINUTE}"
    cache.add(key, 0, 2 * MINUTE)
    try:
        return bool(cache.incr(key) > most)
    except ValueError:  # it was thrown out of the cache in between
        return False
