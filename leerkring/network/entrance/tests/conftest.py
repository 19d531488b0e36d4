"""A moderator, a member, and mails to read."""

import re
from collections.abc import Callable

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from leerkring.network.people.models import Person

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.fixture
def moderator(db: None) -> Person:
    person = Person.objects.create_user("mod@leerkring.example", "Mieke Bos")
    person.moderates = True
    person.save()
    return person


@pytest.fixture
def member(db: None) -> Person:
    return Person.objects.create_user("lid@leerkring.example", "Lid")


@pytest.fixture
def desk(moderator: Person) -> Client:
    return signed_in(moderator)


def signed_in(person: Person) -> Client:
    browser = Client()
    browser.force_login(person, backend=BACKEND)
    return browser


@pytest.fixture
def code() -> Callable[[], str]:
    """The code in the newest mail."""

    def newest() -> str:
        return re.search(r"^[A-Z2-9]{4}-[A-Z2-9]{4}$", mail.outbox[-1].body, re.MULTILINE)[0]

    return newest


@pytest.fixture
def prove(code: Callable[[], str]) -> Callable[..., str]:
    """Somebody fills in name and address, and the code; gives where that leads."""

    def walk(browser: Client, email: str, name: str = "Nieuw Hier", start: str = "") -> str:
        form = {"email": email, "name": name}
        first = browser.post(start or reverse("entrance:join"), form)
        assert first["Location"] == reverse("entrance:code")
        answer = browser.post(first["Location"], {"code": code()})
        assert answer.status_code == 302
        return str(answer["Location"])

    return walk
