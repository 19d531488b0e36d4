"""How often somebody may do a thing, counted where no trace of it stays.

In the memory of one process, under a fingerprint, and gone when the time is over: nothing that
could be laid beside what was written without a name (docs/decisions/0012-entrance.md says what is
counted in the database instead).
"""

from django.core.cache import caches
from django.utils.crypto import salted_hmac

MEMORY = "memory"  # of the caches in the settings


def too_often(what: str, who: object, *, most: int, seconds: int) -> bool:
    """Whether `who` does `what` for more than the `most`-th time in so many seconds, from the
    first of them."""
    fingerprint = salted_hmac(f"leerkring.pace.{what}", str(who)).hexdigest()
    key, counts = f"pace:{fingerprint}", caches[MEMORY]
    counts.add(key, 0, seconds)
    try:
        return bool(counts.incr(key) > most)
    except ValueError:  # its time ended in between, so this is the first
        return most < 1
