"""Pages of signing in speak as the house does, and promise contact only where there is some."""

import re

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from leerkring.network.circles.tests.conftest import BACKEND, someone

pytestmark = pytest.mark.django_db

OF_THE_LIBRARY = re.compile(
    r"a\.u\.b\.|alstublieft|verifi|authentica|primair|contact met ons|Herstel mijn|inlog|ingelogd"
    r"|notificatie|Ongeldige|Activeer|Genereer|[Ww]eet je zeker|Sign In|Email",
)
HERE = "hulp@leerkring.example"
REACH = ["/bestaat-niet/", "/over/", "/privacy/", "/toegankelijkheid/", "/account/password/reset/"]


def words(client: Client, address: str) -> str:
    page = client.get(address, follow=True).content.decode()
    main = re.search(r"<main.*?</main>", page, re.S)
    return re.sub(r"<script.*?</script>|<[^>]+>", " ", main[0] if main else "", flags=re.S)


@pytest.mark.parametrize("address", REACH)
def test_a_page_promises_contact_only_with_an_address(address: str, settings: Settings) -> None:
    settings.CONTACT = HERE
    assert f'href="mailto:{HERE}"' in Client().get(address).content.decode()
    settings.CONTACT = ""
    page = Client().get(address).content.decode()
    assert "mailto:" not in page
    assert "programma coördineert" not in page


def test_who_is_not_signed_in_reads_no_words_of_the_library() -> None:
    someone("Lid")
    names = ["login", "reset_password", "reset_password_done", "request_login_code", "inactive"]
    names += ["reset_password_from_key_done", "email_verification_sent"]
    pages = [reverse(f"account_{name}") for name in names]
    pages += [reverse("account_reset_password_from_key", args=["1", "a-b"])]
    pages += [reverse("account_confirm_email", args=["kapot"])]
    for page in pages:
        said = words(Client(), page)
        assert len(said.split()) > 4, page
        assert not OF_THE_LIBRARY.search(said), (page, OF_THE_LIBRARY.search(said))


def test_who_manages_an_account_reads_no_words_of_the_library() -> None:
    client = Client()
    client.post(reverse("account_request_login_code"), {"email": someone("Lid").email})
    said = words(client, reverse("account_confirm_login_code"))
    assert "Vul de code in" in said and not OF_THE_LIBRARY.search(said)
    letter = mail.outbox[-1].body
    assert not OF_THE_LIBRARY.search(letter) and "Hier is je code" in letter
    code = re.search(r"^\S+-?\S*$", letter.split("openstaat:")[1].strip(), re.M)
    client.post(reverse("account_confirm_login_code"), {"code": code[0]})
    names = ["account_email", "account_set_password", "account_logout", "mfa_index"]
    for name in [*names, "mfa_activate_totp", "mfa_list_webauthn", "mfa_add_webauthn"]:
        said = words(client, reverse(name))
        assert len(said.split()) > 4, name
        assert not OF_THE_LIBRARY.search(said), (name, OF_THE_LIBRARY.search(said))


def test_a_new_address_is_asked_to_be_confirmed_in_the_words_of_the_house() -> None:
    client = Client()
    client.force_login(someone("Lid"), backend=BACKEND)
    sent = {"email": "ander@voorbeeld.example", "action_add": ""}
    page = client.post(reverse("account_email"), sent, follow=True).content.decode()
    assert "We mailden een link naar ander@voorbeeld.example" in page
    assert "Klopt dat? Bevestig het dan hier:" in mail.outbox[-1].body
    link = re.search(r"https?://\S+", mail.outbox[-1].body)
    assert "Is dit adres van jou?" in client.get(link[0]).content.decode()
