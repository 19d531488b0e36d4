"""Mail that was caught in the demo: there once, read safely, by who it is for."""

from pathlib import Path

import pytest
from django.core.mail import EmailMultiAlternatives, get_connection
from django.test import Client
from django.urls import reverse

from leerkring.network.people.models import Person
from leerkring.site.demo.content import demo_people
from leerkring.site.demo.postbox import letters_to, letters_to_others

SAMIRA = next(person for person in demo_people() if person.key == "professional")


@pytest.fixture(autouse=True)
def folder(settings: object, tmp_path: Path) -> Path:
    settings.MAIL_FOLDER = tmp_path / "mail"
    settings.EMAIL_BACKEND = "leerkring.site.demo.postbox.EmailBackend"
    return settings.MAIL_FOLDER


def send(to: str = SAMIRA.email, number: int = 1, **parts: str) -> None:
    mail = EmailMultiAlternatives(
        parts.get("subject", "Onderwerp"),
        parts.get("text", "Dag, kijk op http://127.0.0.1:8000/over/"),
        to=[to],
        headers={"Message-ID": f"<{number}@leerkring.example>"},
    )
    if "html" in parts:
        mail.attach_alternative(parts["html"], "text/html")
    get_connection().send_messages([mail])


def read(client: Client, key: str = "professional", page: str = "letter") -> object:
    found = letters_to([SAMIRA.email]) or letters_to_others([SAMIRA.email])
    return client.get(reverse(f"demo:{page}", args=[key, found[0].name]))


def test_a_mail_that_is_handed_over_twice_is_there_once(folder: Path) -> None:
    send(number=1)
    send(number=1)
    send(number=2)
    assert len(letters_to([SAMIRA.email])) == 2
    assert len(list(folder.iterdir())) == 2


def test_everyone_has_a_box_and_others_share_one(client: Client, db: None) -> None:
    send(subject="Voor Samira")
    send(to="Iemand@Elders.example", number=2, subject="Voor een ander")
    page = client.get(reverse("demo:post")).content.decode()
    assert reverse("demo:postbox", args=["professional"]) in page
    own = client.get(reverse("demo:postbox", args=["professional"])).content.decode()
    rest = client.get(reverse("demo:postbox", args=["anderen"])).content.decode()
    assert "Voor Samira" in own
    assert "Voor Samira" not in rest
    assert "Voor een ander" in rest
    assert "elders.example" in rest.lower()


def test_a_mail_is_shown_with_its_links_and_headers(client: Client, db: None) -> None:
    send()
    page = read(client).content.decode()
    assert '<a href="http://127.0.0.1:8000/over/"' in page
    assert "&lt;1@leerkring.example&gt;" in page


def test_hostile_mail_stays_in_its_sandbox(client: Client, db: None) -> None:
    evil = "<script>alert(1)</script><img src=x onerror=alert(1)>"
    send(subject=evil, text=evil, html=evil)
    page = read(client)
    assert "<script>alert" not in page.content.decode()
    assert "<img" not in page.content.decode()
    html = read(client, page="letter_html")
    assert html.content.decode().strip() == evil
    policy = html["Content-Security-Policy"]
    assert policy.startswith("sandbox; default-src 'none'")
    assert "allow" not in policy
    assert html["X-Frame-Options"] == "DENY"


def test_a_mail_without_html_has_no_such_page(client: Client, db: None) -> None:
    send()
    assert read(client, page="letter_html").status_code == 404


@pytest.mark.parametrize("key", ["manager", "anderen", "niemand"])
def test_a_mail_is_found_only_in_the_box_it_is_in(key: str, client: Client, db: None) -> None:
    send()
    assert read(client, key).status_code == 404


@pytest.mark.parametrize("name", ["nee", "0" * 49, f"{'0' * 16}-{'0' * 32}"])
def test_a_strange_name_is_no_file(name: str, client: Client, db: None) -> None:
    send()
    url = reverse("demo:letter", args=["professional", name])
    assert client.get(url).status_code == 404


def test_a_sign_in_code_can_be_read_in_the_browser(client: Client, db: None) -> None:
    person = Person.objects.create_user(SAMIRA.email, SAMIRA.name)
    client.post(reverse("account_request_login_code"), {"email": person.email})
    found = letters_to([person.email])
    assert len(found) == 1
    assert found[0].to == person.email
