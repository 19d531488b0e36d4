"""Signing in through an organisation, against a real provider that runs beside the tests."""

import json
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
import requests
from allauth.account.models import EmailAddress
from allauth.socialaccount.models import SocialAccount
from django.contrib.auth import get_user
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from oidc_provider_mock import User, run_server_in_thread
from pytest_django import Settings

from leerkring.network.entrance.actions import approve_domain, invite
from leerkring.network.entrance.models import JoinRequest
from leerkring.network.people.models import Person
from leerkring.site.oidc import providers

ILSE = "ilse@maasbrug.example"
PEOPLE = (
    User(sub="1", claims={"email": ILSE, "email_verified": True, "name": "Ilse Verhoog"}),
    User(sub="2", claims={"email": ILSE, "email_verified": False, "name": "Wie Weet"}),
    User(sub="3", claims={"email": ILSE, "name": "Zonder Woord"}),
    User(sub="4", claims={"email": ILSE, "email_verified": "false", "name": "Tekst"}),
    User(sub="5", claims={"name": "Zonder Adres"}),
)


@pytest.fixture(scope="module")
def issuer() -> Iterator[str]:
    with run_server_in_thread(user_claims=PEOPLE) as server:
        yield f"http://localhost:{server.server_port}"


@pytest.fixture(autouse=True)
def provider(issuer: str, settings: Settings, db: None) -> None:
    use(settings, issuer)


def use(settings: Settings, issuer: str, **more: object) -> None:
    entry = {"id": "maasbrug", "name": "De Maasbrug", "issuer": issuer}
    entry |= {"client_id": "leerkring", "secret": "geheim", **more}
    own = {"APPS": providers(json.dumps([entry])), "OAUTH_PKCE_ENABLED": True}
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": own}


def sign_in(browser: Client, sub: str, query: str = "") -> HttpResponse:
    """The whole round: our button, the provider's form, and back to us."""
    button = reverse("openid_connect_login", args=["maasbrug"]) + query
    page = browser.post(button).content.decode()
    url = re.search(r'<a href="(http[^"]+)"', page)[1].replace("&amp;", "&")
    assert "code_challenge=" in url
    there = requests.post(url, data={"sub": sub}, allow_redirects=False, timeout=5)
    back = urlsplit(there.headers["Location"])
    return browser.get(f"{back.path}?{back.query}")


@pytest.fixture
def ilse(db: None) -> Person:
    person = Person.objects.create_user(ILSE, "Ilse")
    EmailAddress.objects.create(user=person, email=ILSE, verified=True, primary=True)
    return person


def test_the_sign_in_page_offers_the_organisation(client: Client) -> None:
    page = client.get(reverse("account_login")).content.decode()
    assert f'action="{reverse("openid_connect_login", args=["maasbrug"])}' in page
    assert "De Maasbrug" in page


def test_a_vouched_address_leads_into_the_account_that_holds_it(
    ilse: Person, client: Client
) -> None:
    response = sign_in(client, "1", "?next=/over/")
    assert (response.status_code, response["Location"]) == (302, "/over/")
    assert get_user(client) == ilse
    account = SocialAccount.objects.get()
    assert (account.user, account.uid) == (ilse, "1")


def test_of_what_a_provider_tells_only_the_address_is_kept(ilse: Person, client: Client) -> None:
    sign_in(client, "1")
    assert SocialAccount.objects.get().extra_data == {"userinfo": {"email": ILSE}}


@pytest.mark.parametrize("sub", ["2", "3", "4", "5"])
def test_an_address_that_nobody_vouches_for_opens_no_account(
    sub: str, ilse: Person, client: Client
) -> None:
    response = sign_in(client, sub)
    assert (response.status_code, response["Location"]) == (302, reverse("entrance:join"))
    assert not get_user(client).is_authenticated
    assert not SocialAccount.objects.exists()


def test_adding_an_address_of_another_to_ones_account_catches_nobody(client: Client) -> None:
    trap = Person.objects.create_user("val@elders.example", "Val")
    EmailAddress.objects.create(user=trap, email="val@elders.example", verified=True, primary=True)
    EmailAddress.objects.create(user=trap, email=ILSE, verified=False)
    sign_in(client, "1")
    assert not get_user(client).is_authenticated
    assert not SocialAccount.objects.exists()


def test_somebody_unknown_is_asked_why_they_come(client: Client) -> None:
    response = sign_in(client, "1")
    assert response["Location"] == reverse("entrance:request")
    assert not Person.objects.exists()
    client.post(response["Location"], {"motivation": "Ik werk bij de Maasbrug."})
    asked = JoinRequest.objects.get()
    assert (asked.email, asked.name) == (ILSE, "Ilse Verhoog")


def test_somebody_unknown_at_an_approved_domain_is_in_at_once(client: Client) -> None:
    approve_domain("maasbrug.example", organisation="De Maasbrug", by=None)
    sign_in(client, "1")
    person = get_user(client)
    assert (person.email, person.name) == (ILSE, "Ilse Verhoog")
    assert SocialAccount.objects.get().user == person
    sign_in(Client(), "1")
    assert Person.objects.count() == 1


def test_somebody_unknown_with_an_invitation_is_in_at_once(client: Client) -> None:
    link = invite(by=None, name="Kring", next="/over/")
    client.get(link.get_absolute_url())
    sign_in(client, "1")
    assert get_user(client).email == ILSE
    assert link.acceptances.get().person == get_user(client)


def test_a_provider_with_domains_vouches_for_those_alone(
    issuer: str, settings: Settings, ilse: Person
) -> None:
    use(settings, issuer, domains=["elders.example"])
    browser = Client()
    sign_in(browser, "1")
    assert not get_user(browser).is_authenticated
    use(settings, issuer, domains=["maasbrug.example"])
    sign_in(browser, "3")
    assert get_user(browser) == ilse


def test_who_is_signed_in_connects_an_account_whatever_its_address(
    ilse: Person, client: Client
) -> None:
    client.force_login(ilse, backend="allauth.account.auth_backends.AuthenticationBackend")
    sign_in(client, "5", "?process=connect")
    assert SocialAccount.objects.get().user == ilse
    sign_in(other := Client(), "5")
    assert get_user(other) == ilse


def test_an_answer_that_was_not_asked_for_is_refused(ilse: Person, client: Client) -> None:
    url = reverse("openid_connect_callback", args=["maasbrug"])
    response = client.get(url, {"code": "abc", "state": "verzonnen"})
    assert response.status_code == 401
    assert not get_user(client).is_authenticated


def test_starting_asks_for_a_form_and_the_page_keeps_the_policy(client: Client) -> None:
    url = reverse("openid_connect_login", args=["maasbrug"])
    assert 'method="post"' in client.get(url).content.decode()
    response = client.post(url)
    assert response.status_code == 200
    assert "form-action 'self'" in response["Content-Security-Policy"]
