"""The shelf, as in a browser."""

from typing import Any

import pytest

from leerkring.foundation.remarks.models import Remark
from leerkring.network.circles.models import Circle, Role
from leerkring.network.people.models import Person
from leerkring.practice.dilemmas.actions import tell
from leerkring.practice.dilemmas.models import Dilemma, Experience
from leerkring.practice.dilemmas.tests.conftest import People

SAID = {"title": "Melden of praten?", "one_side": "Veilig", "other_side": "Samen"}


def test_put_told_taken_out_closed_and_opened(
    circle: Circle, author: Person, person: People, browser_of: Any
) -> None:
    puts, tells = browser_of(author), browser_of(person("Max", Role.MEMBER))
    puts.post("/dilemmas/nieuw/", {**SAID, "audience": "kring", "circle": circle.pk})
    dilemma = Dilemma.objects.get()
    page, root = dilemma.get_absolute_url(), f"/dilemmas/{dilemma.pk}"
    assert SAID["title"] in tells.get("/dilemmas/").content.decode()
    tells.post(f"{root}/ervaring/", {"text": "Eerst <i>koffie</i>."})
    shown = puts.get(page).content.decode()
    assert "Eerst &lt;i&gt;koffie&lt;/i&gt;." in shown and "Max" in shown
    for deed in ("afsluiten", "terug", "opening", "bewerken", "weghalen"):
        assert tells.post(f"{root}/{deed}/").status_code == 404
    puts.post(f"{root}/terug/", {"at": "2026-11-02", "note": "Visiedag"})
    puts.post(f"{root}/afsluiten/", {"learnt": "Praat eerst."})
    shown = tells.get(page).content.decode()
    assert "Praat eerst." in shown and "Visiedag" in shown and "Deel je ervaring" not in shown
    assert SAID["title"] in tells.get("/dilemmas/?welke=afgesloten").content.decode()
    puts.post(f"{root}/opening/")
    assert "Deel je ervaring" in tells.get(page).content.decode()


@pytest.mark.parametrize("wrong", [{"title": ""}, {"one_side": "x" * 301}, {"circle": ""}])
def test_what_is_wrong_is_said_and_nothing_is_kept(
    wrong: dict[str, str], circle: Circle, author: Person, browser_of: Any
) -> None:
    body = {**SAID, "audience": "kring", "circle": circle.pk, **wrong}
    assert browser_of(author).post("/dilemmas/nieuw/", body).status_code == 422
    assert not Dilemma.objects.exists()


def test_a_number_of_a_person_is_asked_about_first(
    put: Any, author: Person, browser_of: Any
) -> None:
    dilemma = put()
    answer = browser_of(author).post(
        f"/dilemmas/{dilemma.pk}/ervaring/", {"text": "Ik belde haar op 06-12345678."}
    )
    assert answer.status_code == 422 and "06-12345678" in answer.content.decode()
    assert not Experience.objects.exists()


def test_what_was_told_to_a_circle_is_not_opened_to_everyone(
    put: Any, author: Person, circle: Circle, browser_of: Any
) -> None:
    dilemma, browser = put(), browser_of(author)
    address = f"/dilemmas/{dilemma.pk}/bewerken/"
    tell(dilemma, text="Wij praatten.", by=author)
    wider = {**SAID, "audience": "openbaar", "circle": circle.pk}
    assert browser.post(address, wider).status_code == 422
    same = {**SAID, "title": "Praten of melden?", "audience": "kring", "circle": circle.pk}
    assert browser.post(address, same).status_code == 302


def test_what_was_said_below_it_in_a_circle_is_not_opened_to_everyone(
    put: Any, author: Person, circle: Circle, browser_of: Any
) -> None:
    dilemma = put()
    about = {"about": "dilemmas.dilemma", "about_id": str(dilemma.pk)}
    Remark.objects.create(author=author, text="Bij ons thuis ook.", **about)
    wider = {**SAID, "audience": "openbaar", "circle": circle.pk}
    answer = browser_of(author).post(f"/dilemmas/{dilemma.pk}/bewerken/", wider)
    assert answer.status_code == 422


def test_an_old_address_leads_on(put: Any, client: Any) -> None:
    dilemma = put("openbaar")
    answer = client.get(f"/dilemmas/{dilemma.pk}-anders/")
    assert (answer.status_code, answer["Location"]) == (301, dilemma.get_absolute_url())


def test_the_shelf_and_a_page_ask_as_often_for_three_as_for_one(
    put: Any, author: Person, browser_of: Any, django_assert_max_num_queries: Any
) -> None:
    browser, dilemma = browser_of(author), put()

    def asked(address: str, budget: int) -> int:
        with django_assert_max_num_queries(budget) as seen:
            assert browser.get(address).status_code == 200
        return len(seen)

    tell(dilemma, text="Wij praatten.", by=author)
    pages = (("/dilemmas/", 10), (dilemma.get_absolute_url(), 20))
    [asked(*page) for page in pages]
    few = [asked(*page) for page in pages]
    for _ in range(2):
        put()
        tell(dilemma, text="Wij praatten.", by=author)
    assert [asked(*page) for page in pages] == few
