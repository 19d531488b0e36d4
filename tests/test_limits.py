"""Limits on trying hold over all processes, and say nothing of who tried."""

import pytest
from allauth.core.ratelimit import consume
from django.core.cache import caches
from django.test import RequestFactory
from django.utils import timezone

from leerkring.foundation.privacy.actions import throw_away_what_is_old
from leerkring.network.entrance.models import Tally
from leerkring.site.cache_settings import CACHES

pytestmark = pytest.mark.django_db


@pytest.fixture
def counted_in_the_database(settings: object) -> None:
    settings.CACHES = CACHES  # type: ignore[attr-defined]


def tried(address: str, times: int) -> list[bool]:
    request = RequestFactory().post("/meedoen/", REMOTE_ADDR="192.0.2.7")
    return [consume(request, action="join", key=address) for _ in range(times)]


@pytest.mark.usefixtures("counted_in_the_database")
def test_another_process_counts_on() -> None:
    assert all(tried("een@voorbeeld.example", 5))
    caches["default"].close()
    caches["memory"].clear()  # all that a process has for itself
    assert tried("een@voorbeeld.example", 1) == [False]
    assert tried("ander@voorbeeld.example", 1) == [True]


@pytest.mark.usefixtures("counted_in_the_database")
def test_what_is_counted_names_no_address_and_goes() -> None:
    tried("een@voorbeeld.example", 1)
    kept = repr(list(Tally.objects.values()))
    assert Tally.objects.count() == 2  # per network address, and per mail address
    assert "192.0.2.7" not in kept and "voorbeeld" not in kept and "join" not in kept
    throw_away_what_is_old()
    assert Tally.objects.count() == 2
    Tally.objects.update(expires=timezone.now())
    throw_away_what_is_old()
    assert not Tally.objects.exists()
