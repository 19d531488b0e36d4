"""What holds for every test, in whichever room."""

import pytest
from django.core.cache import caches


@pytest.fixture(autouse=True)
def nothing_remembered() -> None:
    """Counts of attempts live in the cache; no test inherits them from another."""
    for cache in caches.all(initialized_only=True):
        cache.clear()
