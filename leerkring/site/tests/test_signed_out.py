"""What somebody typed is not lost when their session is, or when their page stood open too long."""

import re
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from leerkring.network.circles.tests.conftest import BACKEND, someone
from leerkring.site.typed_texts import typed_texts

pytestmark = pytest.mark.django_db

PAGE = {"Accept": "text/html,*/*;q=0.8"}
HERE = "http://testserver"


def fields(response: object) -> list[str]:
    page = response.content.decode()  # type: ignore[attr-defined]
    found = re.findall(r"<textarea[^>]* readonly[^>]*>\n(.*?)</textarea>", page, re.S)
    return [unescape(text) for text in found]


def test_a_form_of_somebody_signed_out_elsewhere_gives_the_text_back() -> None:
    client = Client(headers={**PAGE, "Referer": f"{HERE}/vragen/12-hoe/?blad=2#a", "Origin": HERE})
    told = {
        "text": "Wij deden het zo: <b>samen</b>.",
        "body": "<p>Eén &amp; twee</p><p>Drie.</p>",
        "title": "Overleg",
        "csrfmiddlewaretoken": "token of words",
        "password1": "drie hele woorden",
        "key": "vier woorden als sleutel",
        "seen": "5f2a9c", "op": "17", "audience": "circle", "on": "on",
    }  # fmt: skip
    response = client.post("/vragen/12/antwoorden/", told)
    assert response.status_code == 403
    assert "no-store" in response["Cache-Control"]
    assert "Je was afgemeld. Je tekst staat hier nog." in response.content.decode()
    assert b"<b>samen" not in response.content
    assert fields(response)[0] == told["text"]
    assert [text.split() for text in fields(response)[1:]] == [
        ["Eén", "&", "twee", "Drie."],
        ["Overleg"],
    ]
    assert 'href="/account/login/?next=%2Fvragen%2F12-hoe%2F%3Fblad%3D2"' in (
        response.content.decode()
    )
    assert "sessionid" not in response.cookies


@pytest.mark.parametrize(
    ("name", "about"),
    [
        ("remarks:add", ["posts.post", "161"]), ("questions:answer", [1]), ("questions:ask", []),
        ("circles:new", []), ("meetings:new", ["leeg"]), ("commitments:list", []),
    ],
)  # fmt: skip
def test_every_form_of_who_signs_in_is_served(name: str, about: list[object]) -> None:
    response = Client(headers=PAGE).post(reverse(name, args=about), {"a": "Wat ik schreef."})
    assert fields(response) == ["Wat ik schreef."]


def test_without_typed_text_or_by_a_script_one_is_sent_to_sign_in() -> None:
    url = reverse("questions:answer", args=[1])
    back = {"Referer": f"{HERE}/vragen/1-hoe/"}
    pressed = Client(headers=PAGE | back).post(url, {"save": "ja"})
    assert pressed["Location"] == "/account/login/?next=/vragen/1-hoe/"
    script = Client(headers={"Accept": "application/json"}).post(url, {"text": "Twee woorden."})
    assert script["Location"] == f"/account/login/?next={url}"


def test_what_another_site_sends_is_not_shown_as_ones_own() -> None:
    for told in ({"Origin": "https://kwaad.example"}, {"Origin": "null"}):
        client = Client(enforce_csrf_checks=True, headers=PAGE | told)
        url = reverse("questions:answer", args=[1])
        response = client.post(url, {"text": "Bel dit nummer."}, headers=PAGE | told)
        assert response.status_code == 403
        assert "Bel dit nummer" not in response.content.decode()
        assert "kwaad" not in response.content.decode()


def test_a_form_whose_token_is_gone_gives_the_text_back_to_who_is_signed_in() -> None:
    client = Client(enforce_csrf_checks=True, headers=PAGE | {"Referer": f"{HERE}/vragen/1-hoe/"})
    client.force_login(someone("Lid"), backend=BACKEND)
    response = client.post(reverse("questions:answer", args=[1]), {"text": "Mijn antwoord."})
    assert response.status_code == 403
    assert fields(response) == ["Mijn antwoord."]
    page = response.content.decode()
    assert "Het formulier was verlopen. Je tekst staat hier nog." in page
    assert 'href="/vragen/1-hoe/"' in page
    assert "no-store" in response["Cache-Control"]


def test_no_way_ends_at_an_address_that_only_takes_forms() -> None:
    client = Client(headers=PAGE)
    client.force_login(someone("Lid"), backend=BACKEND)
    assert client.get("/vragen/161/antwoorden/")["Location"] == "/vragen/"
    assert Client().get("/vragen/sleutel/terugnemen/").status_code == 405  # asked by no browser


def test_a_word_counts_as_typed_when_it_reads_as_a_sentence() -> None:
    sent = [("a", ["Eens!"]), ("b", ["circle"]), ("c", ["2026-11-22"]), ("d", ["a8Fk20"])]
    assert typed_texts(sent) == ["Eens!"]
