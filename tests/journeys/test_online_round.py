"""A coordinator asks teams online: from files with a fault to results, also with paper."""

import re

from playwright.sync_api import Page, expect

from tests.journeys.asking import (
    ITEMS,
    answer_all,
    doors,
    hand_over,
    people_of,
    send_mails,
    start_programme,
)
from tests.journeys.conftest import Stage, WalkIn
from tests.journeys.test_accessible import faults

TEAMS = {"Wijkteam Zuilen": 8, "Wijkteam Hoograven": 9}
DOMAIN = "zuilen.example"


def row(page: Page, caption: str, team: str) -> str:
    line = page.get_by_role("table", name=caption).get_by_role("row").filter(has_text=team)
    return line.inner_text()


def test_a_round_from_a_faulty_file_to_a_result(walk_in: WalkIn, stage: Stage) -> None:
    page = walk_in("coordinator")
    programme = start_programme(page, "Week van Utrecht")
    expect(page.get_by_text("De teams zijn nog niet gepeild.")).to_be_visible()
    page.get_by_role("link", name="Online peilen").click()

    wrong = [*people_of(TEAMS, DOMAIN), "Wijkteam Zuilem,x@zuilen.example"]
    hand_over(page, TEAMS, wrong)
    expect(page.get_by_text("mensen.csv, rij 19, kolom team")).to_be_visible()
    assert faults(page) == []

    hand_over(page, TEAMS, people_of(TEAMS, DOMAIN))
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Wie krijgt straks een eigen uitkomst?"
    )
    page.get_by_role("link", name="90% antwoordt").click()
    expect(page.get_by_text("Als 90% antwoordt, krijgen 2 van de 2 teams")).to_be_visible()
    assert faults(page) == []
    page.get_by_role("button", name="Verstuur de uitnodigingen").click()
    expect(page.get_by_role("status")).to_contain_text("De ronde is open.")
    assert faults(page) == []

    send_mails(stage)
    links = doors(stage.mail, DOMAIN)
    assert len(links) == 17
    person = walk_in("visitor", links["a1"], width=360)
    for number in range(1, 5):
        answer_all(person, links[f"a{number}"], number)
    page.reload()
    assert "nog niet te zien" in row(page, "Gevraagd en geantwoord per team", "Zuilen")
    for number in range(5, 8):
        answer_all(person, links[f"a{number}"], number)
    page.reload()
    assert "minstens 5" in row(page, "Gevraagd en geantwoord per team", "Zuilen")
    assert "nog niet te zien" in row(page, "Gevraagd en geantwoord per team", "Hoograven")
    for number in range(1, 7):
        answer_all(person, links[f"b{number}"], number)

    page.goto(programme)
    expect(page.get_by_text("Dat kan tot en met 31 december 2099")).to_be_visible()
    page.get_by_role("link", name="Volg de ronde").click()
    page.get_by_text("Ik wil de ronde sluiten").click()
    page.get_by_role("button", name="Sluit de ronde voorgoed").click()
    expect(page.get_by_role("status")).to_contain_text("De ronde is gesloten.")
    page.get_by_role("link", name="Wijkteam Zuilen").click()
    expect(page.get_by_role("heading", name="Waar staan we?")).to_be_visible()

    for door in (links["a1"], links["a8"], f"{links['a8']}3/", f"{links['a1']}uitkomst/"):
        person.goto(door)
        expect(person.get_by_role("heading", level=1)).to_have_text("Deze vragenlijst is gesloten")
    assert faults(person) == []


def test_a_team_is_asked_by_poster_and_on_paper(walk_in: WalkIn) -> None:
    page = walk_in("coordinator")
    programme = start_programme(page, "Week van Papier")
    page.get_by_role("link", name="Online peilen").click()
    hand_over(page, {"Wijkteam Papier": 2}, ["Wijkteam Papier,een@papier.example"])
    page.get_by_role("button", name="Verstuur de uitnodigingen").click()
    page.get_by_role("link", name="Maak een poster").click()
    expect(page.locator(".poster")).to_have_count(0)  # looking at the page makes none
    page.get_by_role("button", name="Maak de poster").click()
    expect(page.get_by_role("img", name="QR-code naar de vragenlijst")).to_be_visible()
    assert faults(page) == []
    poster = re.sub(r"^https?://[^/]+", "", page.locator(".poster__url").inner_text())

    colleague = walk_in("visitor", poster, width=360)
    assert faults(colleague) == []
    colleague.get_by_role("button", name="Begin").click()
    expect(colleague.get_by_role("link", name="Begin")).to_be_visible()
    answer_all(colleague, re.sub(r"^https?://[^/]+", "", colleague.url))

    page.goto(programme)
    page.get_by_role("link", name="Volg de ronde").click()
    page.get_by_role("link", name="Print het formulier").click()
    expect(page.locator(".paper__row")).to_have_count(ITEMS)
    assert faults(page) == []
