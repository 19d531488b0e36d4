"""The pages of circles: what they take in, what they refuse, what they cost."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from leerkring.network.circles.models import Circle, Invitation
from leerkring.network.circles.rules import role_of
from leerkring.network.circles.tests.conftest import begin, bring_in, moderator, someone
from leerkring.network.profiles.actions import keep_profile
from leerkring.network.themes.actions import add_theme, merge

pytestmark = pytest.mark.django_db
BrowserOf = Callable[[Any], Client]
FILLED = {
    "name": "Wachttijd",
    "purpose": "Samen wachten.",
    "joining": "vrij",
    "visibility": "ingelogd",
}


def test_a_new_circle_starts_where_its_kind_starts(browser_of: BrowserOf) -> None:
    page = browser_of(someone("A")).get("/werkgroepen/nieuw/?soort=lerend-netwerk")
    shown = page.context["form"].initial
    assert (shown["joining"], shown["visibility"]) == ("uitnodiging", "leden")
    assert shown["seats_per_organisation"] == 2


def test_whoever_begins_a_circle_owns_it(browser_of: BrowserOf) -> None:
    browser_of(someone("A")).post("/werkgroepen/nieuw/?soort=werkgroep", FILLED)
    circle = Circle.objects.get()
    assert role_of(someone("A"), circle) == "owner"
    assert circle.slug == "wachttijd"


@pytest.mark.parametrize(
    "sent",
    [
        {"name": ""},
        {"name": "x" * 1_000_000},
        {"name": "Nul\x00"},
        {"purpose": ""},
        {"visibility": "niemand"},
        {"starts_on": "2027-01-02", "ends_on": "2027-01-01"},
        {"seats_per_organisation": "0"},
        {"seats_per_organisation": "51"},
    ],
    ids=str,
)
def test_what_cannot_be_a_circle_is_refused(browser_of: BrowserOf, sent: dict[str, str]) -> None:
    answer = browser_of(someone("A")).post("/werkgroepen/nieuw/?soort=werkgroep", FILLED | sent)
    assert answer.status_code == 422
    assert not Circle.objects.exists()


def test_markup_and_turned_texts_do_no_harm(browser_of: BrowserOf) -> None:
    browser = browser_of(someone("A"))
    bad = {"name": "\u202eneemas <img src=x>", "purpose": "<script>alert(1)</script>"}
    browser.post("/werkgroepen/nieuw/?soort=werkgroep", {**FILLED, **bad})
    circle = Circle.objects.get()
    assert "\u202e" not in circle.name
    for url in ("/werkgroepen/", circle.get_absolute_url()):
        page = browser.get(url).content.decode()
        assert "<script>alert" not in page
        assert "<img src=x" not in page


def test_a_wrong_slug_leads_on_for_good(client: Client) -> None:
    circle = begin(visibility="openbaar")
    answer = client.get(f"/werkgroepen/{circle.pk}-anders/")
    assert (answer.status_code, answer["Location"]) == (301, circle.get_absolute_url())


def test_your_own_circles_come_first(browser_of: BrowserOf) -> None:
    begin(name="Aan tafel")
    bring_in(begin(name="Zorg thuis"), someone("Lid"))
    page = browser_of(someone("Lid")).get("/werkgroepen/")
    assert [row.circle.name for row in page.context["mine"]] == ["Zorg thuis"]
    assert [row.circle.name for row in page.context["others"]] == ["Aan tafel"]


def test_the_list_is_narrowed_by_kind_theme_and_archive(browser_of: BrowserOf) -> None:
    theme, old = add_theme("Schulden", by=None), add_theme("Armoede", by=None)
    begin(name="A", themes=[old])
    begin("bewonerspanel", name="B", themes=[theme, old])
    merge(old, into=theme, by=None)
    browser = browser_of(someone("Buiten"))

    def shown(query: str) -> list[str]:
        page = browser.get(f"/werkgroepen/{query}")
        return [row.circle.name for row in page.context["others"]]

    assert shown("?soort=bewonerspanel") == ["B"]
    assert shown("?thema=schulden") == shown("?thema=armoede") == ["A", "B"]
    assert shown("?thema=bestaat-niet") == []
    assert shown("?soort=%00&thema=%00&na=x%00&archief=?") == ["A", "B"]
    assert shown("?na=99999999999999999999") == ["A", "B"]


def test_every_circle_is_on_one_page_of_the_list(browser_of: BrowserOf) -> None:
    for number in range(35):
        begin(name=f"Kring {number % 5}")
    browser, url, seen = browser_of(someone("Buiten")), "", []
    while True:
        page = browser.get(f"/werkgroepen/{url}")
        seen += [row.circle.pk for row in page.context["others"]]
        url = page.context["next"]
        if not url:
            break
    assert len(seen) == len(set(seen)) == 35


def test_a_guide_invites_somebody_found_by_name_and_they_accept(browser_of: BrowserOf) -> None:
    circle, person = begin(joining="uitnodiging"), someone("Fleur Bos")
    keep_profile(person, name="Fleur Bos")
    guide, url = browser_of(someone("Eigenaar")), circle.get_absolute_url()
    assert "Fleur Bos" in guide.get(f"{url}uitnodigen/?naam=bos").content.decode()
    guide.post(f"{url}uitnodigen/mensen/", {"person": person.pk, "role": "facilitator"})
    assert Invitation.objects.get().role == "facilitator"
    browser_of(person).post(f"{url}meedoen/")
    assert role_of(person, circle) == "facilitator"


def test_nobody_is_invited_whom_the_guide_does_not_see(browser_of: BrowserOf) -> None:
    circle, person = begin(), someone("Zonder profiel")
    url = f"{circle.get_absolute_url()}uitnodigen/mensen/"
    answer = browser_of(someone("Eigenaar")).post(url, {"person": person.pk, "role": "member"})
    assert answer.status_code == 404
    assert not Invitation.objects.exists()


def test_a_guide_makes_no_owner(browser_of: BrowserOf) -> None:
    circle, person = begin(), someone("Fleur Bos")
    keep_profile(person, name="Fleur Bos")
    bring_in(circle, someone("Begeleider"), "facilitator")
    url = f"{circle.get_absolute_url()}uitnodigen/mensen/"
    browser_of(someone("Begeleider")).post(url, {"person": person.pk, "role": "owner"})
    assert not Invitation.objects.waiting().exists()


def test_a_profile_that_shows_no_name_is_named_to_others_in_the_circle_only(
    browser_of: BrowserOf,
) -> None:
    circle, shy = begin(visibility="openbaar"), someone("Stille Gans")
    keep_profile(shy, name="Stille Gans", name_seen=0)
    bring_in(circle, shy)
    url = f"{circle.get_absolute_url()}leden/"
    assert "Stille Gans" in browser_of(someone("Eigenaar")).get(url).content.decode()
    assert "Stille Gans" not in browser_of(someone("Buiten")).get(url).content.decode()


PAGES = [
    ("/werkgroepen/", "Lid 0", 12),
    ("{circle}", "Lid 0", 17),
    ("{circle}", "Eigenaar", 18),
    ("{circle}leden/", "Eigenaar", 14),
    ("{circle}aanmeldingen/", "Eigenaar", 6),
    ("{circle}uitnodigen/?naam=lid", "Eigenaar", 12),
]


@pytest.mark.parametrize(("page", "who", "budget"), PAGES)
def test_a_page_costs_the_same_for_one_row_and_for_three(
    page: str, who: str, budget: int, browser_of: BrowserOf
) -> None:
    theme = add_theme("Schulden", by=None)
    circle, counts = begin(visibility="leden", themes=[theme]), []
    for numbers in (range(1), range(1, 3)):
        for number in numbers:
            bring_in(circle, someone(f"Lid {number}", f"Werk {number}"))
            bring_in(begin(name=f"K{number}", themes=[theme]), someone("Lid 0"))
            begin(name=f"Anders {number}", themes=[theme])
            someone(f"Lid buiten {number}", "De Wal")
        browser = browser_of(someone(who))
        with CaptureQueriesContext(connection) as captured:
            answer = browser.get(page.format(circle=circle.get_absolute_url()))
        assert answer.status_code == 200
        counts.append(len(captured))
    assert counts[0] == counts[1] <= budget


def test_a_moderator_is_shown_the_door_to_look_in(browser_of: BrowserOf) -> None:
    circle = begin(visibility="leden")
    door = f"/werkgroepen/{circle.pk}/inzage/"
    assert door in browser_of(moderator()).get(circle.get_absolute_url()).content.decode()
    assert door not in browser_of(someone("Iemand")).get(circle.get_absolute_url()).content.decode()
