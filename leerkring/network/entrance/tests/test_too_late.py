"""Who is too late with a code is told so, and need not type everything again."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from leerkring.network.entrance.models import JoinRequest
from leerkring.network.entrance.proving import KEY, MINUTES, PROVEN_MINUTES, TRIES

pytestmark = pytest.mark.django_db

TYPED = {"name": "Noor Wester", "email": "noor@voorbeeld.example"}
EXPIRED = "Je code is verlopen. Vraag een nieuwe."


def wait(client: Client, minutes: int) -> None:
    session = client.session
    session[KEY] = session[KEY] | {"until": session[KEY]["until"] - 60 * minutes}
    session.save()


def begun(client: Client) -> Client:
    assert client.post(reverse("entrance:join"), TYPED)["Location"] == reverse("entrance:code")
    return client


def test_after_a_quarter_the_page_says_so_and_knows_what_was_typed(client: Client) -> None:
    wait(begun(client), MINUTES + 1)
    page = client.post(reverse("entrance:code"), {"code": "KT4R-9WZB"}, follow=True)
    assert EXPIRED in page.content.decode()
    assert 'value="Noor Wester"' in page.content.decode()
    assert 'value="noor@voorbeeld.example"' in page.content.decode()
    fresh = Client().get(reverse("entrance:code"), follow=True).content.decode()
    assert EXPIRED not in fresh and "Noor" not in fresh


def test_two_hours_later_it_is_as_if_nobody_was_here(client: Client) -> None:
    wait(begun(client), MINUTES + PROVEN_MINUTES + 1)
    page = client.get(reverse("entrance:code"), follow=True).content.decode()
    assert EXPIRED not in page and "Noor" not in page


def test_a_code_that_was_wrong_too_often_is_not_a_silent_restart(
    client: Client, code: Callable[[], str]
) -> None:
    begun(client)
    for _ in range(TRIES):
        client.post(reverse("entrance:code"), {"code": "KT4R-9WZB"})
    page = client.post(reverse("entrance:code"), {"code": code()}, follow=True).content.decode()
    assert EXPIRED in page and 'value="Noor Wester"' in page


def test_a_request_written_too_long_stays_on_the_page(
    client: Client, prove: Callable[..., str]
) -> None:
    assert prove(client, TYPED["email"]) == reverse("entrance:request")
    wait(client, PROVEN_MINUTES + 1)
    sent = {"organisation": "De Wal", "motivation": "Ik wil leren van anderen."}
    response = client.post(reverse("entrance:request"), sent)
    assert response.status_code == 422
    assert EXPIRED in response.content.decode()
    assert sent["motivation"] in response.content.decode()
    assert not JoinRequest.objects.exists()
    assert prove(client, TYPED["email"]) == reverse("entrance:request")
    assert client.post(reverse("entrance:request"), sent)["Location"] == reverse("entrance:asked")


def test_a_request_sent_before_the_new_code_was_typed_stays_on_the_page(
    client: Client, prove: Callable[..., str], code: Callable[[], str]
) -> None:
    assert prove(client, TYPED["email"]) == reverse("entrance:request")
    begun(client)
    sent = {"organisation": "De Wal", "motivation": "Ik wil leren van anderen."}
    response = client.post(reverse("entrance:request"), sent)
    page = response.content.decode()
    assert response.status_code == 422 and sent["motivation"] in page and EXPIRED not in page
    assert "Vul eerst de nieuwe code in" in page and reverse("entrance:code") in page
    assert not JoinRequest.objects.exists()
    typed = client.post(reverse("entrance:code"), {"code": code()})
    assert typed["Location"] == reverse("entrance:request")
    assert client.post(reverse("entrance:request"), sent)["Location"] == reverse("entrance:asked")
