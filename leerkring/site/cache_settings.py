"""Where is counted how often somebody tries (docs/decisions/0012-entrance.md).

The usual cache is a table, so that limits on signing in hold over all processes and machines
together. Its keys are fingerprints: a network address is not to be read from them. What may leave
no trace on a disk is counted in `memory`, per process; so is what costs nothing to know again.
"""

from typing import Any

from django.utils.crypto import salted_hmac

# Beyond it, rows whose time is over go at once; else the worker takes them out, once an hour.
MOST_ROWS = 20_000


def fingerprint(key: str, prefix: str, version: int) -> str:
    """For KEY_FUNCTION: says nothing of the key to who has no secret of the site."""
    return salted_hmac("leerkring.cache", f"{prefix}:{version}:{key}").hexdigest()


CACHES: dict[str, dict[str, Any]] = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "entrance_tally",
        "KEY_FUNCTION": "leerkring.site.cache_settings.fingerprint",
        "OPTIONS": {"MAX_ENTRIES": MOST_ROWS},
    },
    "memory": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "memory",
        "OPTIONS": {"MAX_ENTRIES": MOST_ROWS},
    },
}
