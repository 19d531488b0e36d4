"""A round in another language: its own words beside the scale, said and read the right way."""

import re
from dataclasses import replace
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from leerkring.practice.answering.actions import hang_poster, launch_round, take_link
from leerkring.practice.answering.keys import Secret
from leerkring.practice.answering.models import Poster
from leerkring.practice.answering.tests.conftest import UNTIL, Asked
from leerkring.practice.scans.actions import open_round
from leerkring.practice.scans.instrument_files import built_in


def door_in(asked: Asked, language: str, ends: tuple[str, str]) -> Secret:
    """A door to a round with the same statements, asked in this language."""
    instrument = replace(built_in(), name="Scan", version=language, language=language, ends=ends)
    noord = asked.teams["Noord"]
    round_ = open_round(name="Scan", instrument=instrument, teams=[noord], on=date(2026, 10, 1))
    people = [(noord, f"lezer{number}@voorbeeld.nl") for number in range(6)]
    launch_round(round_, people=people, until=UNTIL, welcome="", by=None)
    hang_poster(round_, noord)
    return take_link(Poster.objects.get(round=round_))


def statement(client: Client, door: Secret) -> str:
    return client.get(reverse("answering:statement", args=[door.link, 1])).content.decode()


@pytest.mark.django_db
def test_a_statement_in_arabic_runs_from_right_to_left(asked: Asked, client: Client) -> None:
    page = statement(client, door_in(asked, "ar", ("أبدا", "دائما")))
    fieldset = page[page.index("<fieldset") : page.index("</fieldset>")]
    assert fieldset.startswith('<fieldset lang="ar" dir="rtl">')
    words = re.findall(r'type="radio"[^>]*> <span>([^<]+)</span>', fieldset)
    assert words == ["1 – أبدا", "2", "3", "4", "5 – دائما", "لا أعرف"]
    assert "Terug" not in fieldset and '<html lang="nl">' in page


@pytest.mark.django_db
def test_a_statement_in_english_knows_no_dutch(asked: Asked, client: Client) -> None:
    page = statement(client, door_in(asked, "en", ("never", "always")))
    assert '<fieldset lang="en" dir="ltr">' in page
    assert "1 – never" in page and "I don&#x27;t know" in page and "Weet ik niet" not in page


@pytest.mark.django_db
def test_dutch_needs_no_language_of_its_own(asked: Asked, client: Client) -> None:
    page = statement(client, asked.door())
    assert "<fieldset>" in page
    assert "Weet ik niet" in page and "Helemaal mee eens" in page
