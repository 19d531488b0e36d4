"""What every test can ask for: the world with its cast, and a browser for each of them."""

from collections.abc import Callable, Iterator

import pytest
from django.db import transaction
from django.test import Client
from pytest_django import DjangoDbBlocker

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


@pytest.fixture
def as_member(world: World, client: Client) -> Callable[[str], Client]:
    """`as_member("outsider")` is that person's browser; the visitor has not signed in."""

    def sign_in(key: str) -> Client:
        if key != "visitor":
            client.force_login(world.people[key], backend=BACKEND)
        return client

    return sign_in
