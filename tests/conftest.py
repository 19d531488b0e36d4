"""What every test can ask for: the world with its cast, and a browser for each of them."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.conf import settings
from django.db import transaction
from django.test import Client
from pytest_django import DjangoDbBlocker

from tests.access_table import addresses
from tests.cast import World, build_world

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.fixture(scope="module")
def small_world(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    """Built once for a file of tests, and undone after it: other files find an empty database."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield build_world()
        transaction.set_rollback(True)


@pytest.fixture
def world(small_world: World, db: None) -> World:
    """The world, in a transaction of this test's own."""
    return small_world


@pytest.fixture(scope="module")
def places(small_world: World) -> dict[str, dict[str, Any]]:
    """What each name in the column `object` of the access table puts into an address."""
    return addresses(small_world)


@pytest.fixture(scope="module")
def sessions(small_world: World) -> dict[str, str]:
    """Who of the cast has signed in, and with which session: once for a file of tests."""
    keys = {}
    for name, person in small_world.people.items():
        browser = Client()
        browser.force_login(person, backend=BACKEND)
        keys[name] = browser.cookies[settings.SESSION_COOKIE_NAME].value
    return keys


@pytest.fixture
def as_member(world: World, sessions: dict[str, str]) -> Callable[[str], Client]:
    """`as_member("outsider")` is that person's browser; the visitor has not signed in."""
    browser = Client()

    def sign_in(key: str) -> Client:
        browser.cookies.clear()
        if key != "visitor":
            browser.cookies[settings.SESSION_COOKIE_NAME] = sessions[key]
        return browser

    return sign_in
