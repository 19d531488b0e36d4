"""`leerkring person` gives an account with which one can sign in."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from leerkring.network.people.models import Person


@pytest.mark.django_db
def test_the_new_person_signs_in_with_a_code_by_mail(
    leerkring: Callable[..., Any], client: Client
) -> None:
    done = leerkring("person", "Noor@Voorbeeld.nl", "--name", "Noor  de Wit")
    assert done.code == 0
    assert "Noor de Wit heeft een account." in done.out
    assert "code per mail, voor het adres noor@voorbeeld.nl." in done.out
    client.post(reverse("account_request_login_code"), {"email": "noor@voorbeeld.nl"})
    (letter,) = mail.outbox
    code = re.search(r"^\s*([A-Z0-9]{3,5}-?[A-Z0-9]{3,5})\s*$", letter.body, re.MULTILINE)
    assert code, letter.body
    client.post(reverse("account_confirm_login_code"), {"code": code[1]})
    assert client.session["_auth_user_id"] == str(Person.objects.get().pk)


@pytest.mark.django_db
def test_only_who_is_named_moderator_moderates(leerkring: Callable[..., Any]) -> None:
    leerkring("person", "noor@voorbeeld.nl")
    leerkring("person", "pim@voorbeeld.nl", "--moderator")
    assert list(Person.objects.filter(moderates=True).values_list("email", flat=True)) == [
        "pim@voorbeeld.nl"
    ]


@pytest.mark.django_db
def test_the_same_address_or_none_is_refused(leerkring: Callable[..., Any]) -> None:
    leerkring("person", "noor@voorbeeld.nl")
    again = leerkring("person", "NOOR@voorbeeld.nl")
    assert (again.code, again.lines) == (2, ["«noor@voorbeeld.nl» heeft al een account."])
    wrong = leerkring("person", "noor")
    assert wrong.code == 2 and "geldig e-mailadres" in wrong.err
    assert Person.objects.count() == 1
