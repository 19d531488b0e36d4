"""What stands on the pages that everybody may read, and below what was found."""

import pytest
from django.test import Client
from django.urls import reverse

pytestmark = pytest.mark.django_db
JOIN = "/meedoen/"


def test_about_tells_of_circles_who_reads_what_and_how_one_comes_in(client: Client) -> None:
    shown = client.get(reverse("about")).content.decode().partition("<main")[2]
    main = shown.partition("</main")[0]
    assert "Tussen twee bijeenkomsten" in main and "Wie leest wat" in main
    for address in (JOIN, reverse("circles:list"), reverse("questions:list"), "/prikbord/"):
        assert f'href="{address}"' in main


def test_a_visitor_reads_at_home_what_there_is_between_two_meetings(client: Client) -> None:
    told = client.get(reverse("home")).content.decode().partition("Wat Leerkring doet")[2]
    assert "werkgroepen" in told and f'href="{JOIN}"' in told.partition("</main")[0]


def test_whoever_searches_can_look_for_the_same_words_among_people(client: Client) -> None:
    asked = {"q": 'Ada & "Zeeman"'}
    shown = client.get(reverse("search:show"), asked).content.decode()
    people = f"{reverse('profiles:list')}?q=Ada%20%26%20%22Zeeman%22"
    assert "Niets gevonden" in shown and f'href="{people}"' in shown
    assert "Zoek ook bij Deelnemers" not in client.get(reverse("search:show")).content.decode()
