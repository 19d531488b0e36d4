"""Who guesses letters is counted by address, over all processes, and then gets no answer at all.

Only misses count: a room full of people has one address, and most of them type well.
"""

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

TEN_MINUTES = 600
MOST_MISSES = 60  # a room full of people who type wrongly has one address


def missed_too_often(request: HttpRequest) -> bool:
    missed: int = cache.get(_key(request), 0)
    return missed >= MOST_MISSES


def count_miss(request: HttpRequest) -> None:
    key = _key(request)
    cache.add(key, 0, TEN_MINUTES)
    try:
        cache.incr(key)
    except ValueError:  # it ran out between the two
        return


def _key(request: HttpRequest) -> str:
    address = str(get_adapter().get_client_ip(request))
    return f"letters:{salted_hmac('leerkring.letters.address', address).hexdigest()}"
