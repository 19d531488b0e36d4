"""Leaving, as somebody does it: choose, get a code, come back on it."""

import re
from collections.abc import Callable

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from leerkring.foundation.dossier.models import ErasureRequest
from tests.access.privacy import BODIES
from tests.cast import World

AsMember = Callable[[str], Client]
CHOICES = BODIES["own_data_leaving"]


def test_leaving_takes_a_code_from_the_mail(world: World, as_member: AsMember) -> None:
    browser = as_member("professional")
    assert browser.post(reverse("own_data_leaving"), {}).status_code == 422
    browser.post(reverse("own_data_leaving"), CHOICES)
    assert not ErasureRequest.objects.exists()
    wrong = browser.post(reverse("own_data_code"), {"code": "BBBB-BBBB"})
    assert wrong.status_code == 422
    (letter,) = mail.outbox
    assert letter.to == [world.people["professional"].email]
    code = re.search(r"^\w{4}-\w{4}$", letter.body, re.M)
    assert code is not None
    shown = browser.post(reverse("own_data_code"), {"code": code[0]}, follow=True)
    assert "Ik blijf toch" in shown.content.decode()
    assert ErasureRequest.objects.get().choices["posts.post.author"] == "losmaken"
    browser.post(reverse("own_data_staying"))
    assert not ErasureRequest.objects.exists()


@pytest.mark.parametrize(("key", "is_only"), [("coordinator", True), ("outsider", False)])
def test_the_only_owner_of_a_group_is_warned(
    key: str, is_only: bool, world: World, as_member: AsMember
) -> None:
    page = as_member(key).get(reverse("own_data_leaving")).content.decode()
    assert ("Je bent de enige eigenaar" in page) is is_only


def test_the_page_tells_what_why_and_how_long(world: World, as_member: AsMember) -> None:
    page = as_member("professional").get(reverse("own_data")).content.decode()
    assert "Zonder account kun je je niet aanmelden." in page
    assert "Zolang je meedoet; daarna kies je zelf" in page
    assert reverse("own_data_file", args=[world.things["dossier ready"].file_id]) in page
