"""Whoever holds a link cannot learn from it who takes part."""

import pytest
from django.test import Client
from django.urls import reverse

from leerkring.network.people.actions import organisation_named
from leerkring.practice.pulses.models import OpenAnswer
from leerkring.practice.pulses.tests.conftest import asked, someone

pytestmark = pytest.mark.django_db
SENT = {"OPBRENGST": "4", "mark": "een"}


def test_a_name_that_is_known_is_covered_and_answered_like_any_other(client: Client) -> None:
    someone("Samira Bakhuis")
    organisation_named("Basisschool De Regenboog")
    door = reverse("pulses:answer", args=[asked().code])
    for mark, name in (("een", "Samira Bakhuis"), ("twee", "Wietske Onbekend")):
        text = f"{name} van Basisschool De Regenboog hielp."
        answer = client.post(door, SENT | {"mark": mark, "text": text})
        assert answer.status_code == 302
    covered = OpenAnswer.objects.filter(text__startswith="▮▮▮").values_list("text", flat=True)
    assert list(covered) == ["▮▮▮ van ▮▮▮ hielp."]


def test_beside_a_number_the_writer_is_told_of_the_number_only(client: Client) -> None:
    someone("Samira Bakhuis")
    text = "Bel Samira Bakhuis op 06-12345678."
    door = reverse("pulses:answer", args=[asked().code])
    page = client.post(door, SENT | {"text": text}).content.decode()
    assert "06-12345678»" in page and "«Samira" not in page
    assert "Namen die we kennen, maken we altijd onleesbaar." in page
