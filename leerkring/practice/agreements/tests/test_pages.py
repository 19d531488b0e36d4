"""An agreement from a form to a settled difference, by two people in two browsers."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from leerkring.network.circles.models import Circle
from leerkring.network.people.models import Person
from leerkring.practice.agreements.models import Agreement, Confirmation
from leerkring.practice.agreements.tests.conftest import People

WORDS = {"task": "De school belt binnen twee dagen", "expectation": "Een belletje."}


def weeks_ago(weeks: int) -> None:
    """As if it was agreed that long ago."""
    began = timezone.now() - timedelta(weeks=weeks, days=1)
    Confirmation.objects.update(at=began)
    Agreement.objects.update(score_from=timezone.localdate(began) + timedelta(weeks=6))


def test_asked_confirmed_scored_answered_and_settled(
    circle: Circle, school: Person, team: Person, browser_of: Any
) -> None:
    asks, promises = browser_of(team), browser_of(school)
    assert circle.name in asks.get("/afspraken/nieuw/").content.decode()
    address = f"/afspraken/nieuw/?kring={circle.pk}"
    assert "Sanne, De School" in asks.get(address).content.decode()
    asks.post(address, {**WORDS, "side": "krijgt", "partner": school.pk, "is_for_circle": "on"})
    agreement = Agreement.objects.get()
    page = agreement.get_absolute_url()
    assert str(agreement.promiser) == "De School" and not agreement.is_agreed
    assert "Beloven jullie dit?" in promises.get("/afspraken/").content.decode()
    promises.post(f"{page}bevestiging/", {"text": ""})
    weeks_ago(6)
    assert "Vertel of het kwam" in asks.get(page).content.decode()
    asks.post(f"{page}beoordelen/", {"kept": "niet", "sentence": "Geen <b>belletje</b>."})
    assert "Geen &lt;b&gt;belletje&lt;/b&gt;." in promises.get(page).content.decode()
    refused = promises.post(f"{page}6/antwoord/", {"stance": "anders", "text": ""})
    assert refused.status_code == 422
    promises.post(f"{page}6/antwoord/", {"stance": "anders", "text": "Wij belden elke keer."})
    assert "open punt" in asks.get(page).content.decode()
    assert WORDS["task"] in asks.get("/afspraken/?welke=open").content.decode()
    assert promises.post(f"{page}6/besproken/", {"text": "Klaar."}).status_code == 404
    asks.post(f"{page}6/besproken/", {"text": "We bellen op maandag."})
    assert "We bellen op maandag." in promises.get(page).content.decode()
    assert WORDS["task"] not in asks.get("/afspraken/?welke=open").content.decode()


def test_a_no_comes_with_a_reason(
    agreed: Any, team: Person, school: Person, browser_of: Any
) -> None:
    agreement = agreed(by=team)
    page = agreement.get_absolute_url()
    browser_of(school).post(f"{page}bevestiging/", {"nee": "1", "text": "Te weinig mensen."})
    assert "Te weinig mensen." in browser_of(team).get(page).content.decode()


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"task": ""}, "verplicht"),
        ({"task": "x" * 201}, "200"),
        ({"partner": "999999"}, "keuze"),
        ({"side": "anders"}, "keuze"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_kept(
    wrong: dict[str, str], said: str, circle: Circle, school: Person, team: Person, browser_of: Any
) -> None:
    body = {**WORDS, "side": "belooft", "partner": team.pk, **wrong}
    answer = browser_of(school).post(f"/afspraken/nieuw/?kring={circle.pk}", body)
    assert answer.status_code == 422 and said in answer.content.decode()
    assert not Agreement.objects.exists()


def test_one_organisation_makes_no_agreement_with_itself(
    circle: Circle, school: Person, person: People, browser_of: Any
) -> None:
    body = {**WORDS, "side": "belooft", "partner": person("Sjors", "De School").pk}
    answer = browser_of(school).post(f"/afspraken/nieuw/?kring={circle.pk}", body)
    assert answer.status_code == 422
    assert "een andere organisatie" in answer.content.decode()


def test_who_is_in_no_such_circle_chooses_nobody_of_it(
    circle: Circle, person: People, browser_of: Any
) -> None:
    browser = browser_of(person("Vera"))
    assert browser.get(f"/afspraken/nieuw/?kring={circle.pk}").status_code == 404
    assert "Je zit nog in geen werkgroep" in browser.get("/afspraken/nieuw/").content.decode()


def test_somebody_more_speaks_for_a_side(
    agreed: Any, school: Person, person: People, browser_of: Any
) -> None:
    agreement, helper = agreed(), person("Hugo", "De School")
    page = agreement.get_absolute_url()
    browser_of(school).post(f"{page}contactpersoon/", {"person": helper.pk})
    assert "Hugo" in browser_of(helper).get(page).content.decode()
    assert agreement.contacts.get(person=helper).side == "belooft"


def test_a_list_asks_the_database_as_often_for_three_as_for_one(
    agreed: Any, team: Person, browser_of: Any, django_assert_max_num_queries: Any
) -> None:
    browser = browser_of(team)

    def asked() -> int:
        with django_assert_max_num_queries(14) as seen:
            assert browser.get("/afspraken/").status_code == 200
        return len(seen)

    agreed(), agreed(by=team)
    weeks_ago(6)
    asked()
    few = asked()
    agreed(), agreed(by=team)
    weeks_ago(6)
    assert asked() == few


def test_the_list_narrows_to_one_circle(
    agreed: Any, circle: Circle, school: Person, browser_of: Any
) -> None:
    agreed()
    other = Circle.objects.create(
        kind="kernpartners", name="Anders", slug="anders", purpose="Iets.", joining="vrij",
        visibility="leden",
    )  # fmt: skip
    elsewhere = agreed(circle=other, expectation="Elders.")
    Agreement.objects.filter(pk=elsewhere.pk).update(task="Iets van elders")
    browser = browser_of(school)
    assert "Iets van elders" in browser.get("/afspraken/").content.decode()
    told = browser.get(f"/afspraken/?kring={circle.pk}").content.decode()
    assert "Iets van elders" not in told and WORDS["task"] in told
    assert f"/afspraken/?welke=open&amp;kring={circle.pk}" in told
    for strange in ("x", "999999"):
        assert "Iets van elders" in browser.get(f"/afspraken/?kring={strange}").content.decode()
