"""Who gets in, how, and what stops who should not."""

import re

import pytest
from allauth.account.models import EmailAddress
from django.conf import settings
from django.contrib.auth import get_user
from django.core import mail
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from leerkring.network.people.models import Person


def sign_in(browser: Client, email: str, password: str, **extra: str) -> HttpResponse:
    return browser.post(reverse("account_login"), {"login": email, "password": password, **extra})


@pytest.fixture
def ilse(db: None) -> Person:
    person = Person.objects.create_user("ilse@leerkring.example", "Ilse", "een-lang-wachtwoord")
    EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
    return person


def confirm(browser: Client) -> HttpResponse:
    """Fill in the code from the newest mail."""
    code = re.search(r"^\s*([A-Z0-9-]{6,12})\s*$", mail.outbox[-1].body, re.MULTILINE)
    assert code, mail.outbox[-1].body
    return browser.post(reverse("account_confirm_login_code"), {"code": code[1]})


def test_a_password_leads_home(ilse: Person, client: Client) -> None:
    response = sign_in(client, ilse.email, "een-lang-wachtwoord")
    assert (response.status_code, response["Location"]) == (302, reverse("home"))
    assert get_user(client) == ilse


def test_a_password_leads_to_where_somebody_wanted_to_be(ilse: Person, client: Client) -> None:
    response = sign_in(client, ilse.email, "een-lang-wachtwoord", next="/programmas/")
    assert response["Location"] == "/programmas/"


def test_signing_in_never_leads_to_another_site(ilse: Person, client: Client) -> None:
    response = sign_in(client, ilse.email, "een-lang-wachtwoord", next="https://elders.example/")
    assert response["Location"] == reverse("home")


def test_a_code_from_the_mail_leads_home(ilse: Person, client: Client) -> None:
    client.post(reverse("account_request_login_code"), {"email": ilse.email})
    assert mail.outbox[-1].to == [ilse.email]
    response = confirm(client)
    assert (response.status_code, response["Location"]) == (302, reverse("home"))
    assert get_user(client) == ilse


def test_somebody_without_a_password_gets_in_by_a_code(db: None, client: Client) -> None:
    person = Person.objects.create_user("nieuw@leerkring.example", "Nieuw")
    client.post(reverse("account_request_login_code"), {"email": person.email})
    confirm(client)
    assert get_user(client) == person


def test_a_wrong_password_and_an_unknown_address_sound_the_same(
    ilse: Person, client: Client
) -> None:
    pages = [
        sign_in(Client(), email, "iets-heel-anders").content.decode()
        for email in (ilse.email, "niemand@leerkring.example")
    ]
    faults = [re.findall(r'class="field__error[^>]*>(.*?)<|notice[^>]*>(.*?)<', p) for p in pages]
    assert faults[0] == faults[1]
    assert not get_user(client).is_authenticated


def test_asking_a_code_tells_nobody_who_has_an_account(ilse: Person) -> None:
    answers = [
        Client().post(reverse("account_request_login_code"), {"email": email})
        for email in (ilse.email, "niemand@leerkring.example")
    ]
    assert answers[0]["Location"] == answers[1]["Location"]


def test_guessing_a_password_stops_after_a_few_times(ilse: Person, client: Client) -> None:
    for _ in range(6):
        sign_in(client, ilse.email, "iets-heel-anders")
    sign_in(client, ilse.email, "een-lang-wachtwoord")
    assert not get_user(client).is_authenticated


def test_guessing_a_code_stops_after_a_few_times(ilse: Person, client: Client) -> None:
    client.post(reverse("account_request_login_code"), {"email": ilse.email})
    for _ in range(5):
        client.post(reverse("account_confirm_login_code"), {"code": "AAAAAA"})
    code = client.session.get("account_login")
    assert not code
    assert not get_user(client).is_authenticated


def test_nobody_makes_an_account_by_themselves(db: None, client: Client) -> None:
    data = {
        "email": "x@leerkring.example",
        "password1": "lang-genoeg-1",
        "password2": "lang-genoeg-1",
    }
    assert 'name="password1"' not in client.get(reverse("account_signup")).content.decode()
    client.post(reverse("account_signup"), data)
    assert not Person.objects.exists()


def test_the_session_cookie_is_out_of_reach(ilse: Person, client: Client) -> None:
    sign_in(client, ilse.email, "een-lang-wachtwoord")
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    assert cookie["httponly"] is True
    assert cookie["samesite"] == "Lax"


def test_a_form_without_a_token_is_refused(db: None) -> None:
    browser = Client(enforce_csrf_checks=True)
    assert sign_in(browser, "x@leerkring.example", "y").status_code == 403


def test_adding_an_address_that_another_has_tells_nothing(ilse: Person) -> None:
    Person.objects.create_user("ander@leerkring.example", "Ander")
    seen = []
    for email in ("ander@leerkring.example", "niemand@leerkring.example"):
        browser = Client()
        sign_in(browser, ilse.email, "een-lang-wachtwoord")
        answer = browser.post(reverse("account_email"), {"action_add": "", "email": email})
        page = browser.get(reverse("account_email")).content.decode().replace(email, "…")
        seen.append((answer.status_code, answer["Location"], "al " in page))
    assert seen[0][:2] == seen[1][:2]


def test_a_password_with_an_address_that_was_never_proven_does_not_open(
    db: None, client: Client
) -> None:
    person = Person.objects.create_user("lies@leerkring.example", "Lies", "een-lang-wachtwoord")
    EmailAddress.objects.create(user=person, email=person.email, verified=False, primary=True)
    response = sign_in(client, person.email, "een-lang-wachtwoord")
    assert response["Location"] == reverse("account_email_verification_sent")
    assert not get_user(client).is_authenticated


def test_the_sign_in_page_offers_a_passkey_and_another_way_without_javascript(
    db: None, client: Client
) -> None:
    page = client.get(reverse("account_login")).content.decode()
    assert 'id="passkey_login"' in page
    assert "<noscript>" in page
    assert reverse("account_request_login_code") in page
