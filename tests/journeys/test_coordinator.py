"""A coordinator starts a programme from two files."""

from playwright.sync_api import Page, expect

from leerkring.practice.scans.instrument_files import built_in
from tests.journeys.conftest import WalkIn

CODES = [item.code for item in built_in().items]
TEAMS = """\
team,organisatie,wijk,gemeente,leden
Wijkteam Overhoeks,Stichting De Brug,,Amsterdam,12
Wijkteam Banne,Stichting De Brug,,Amsterdam,11
"""


def answers(first: str = "Wijkteam Overhoeks", value: str = "4") -> str:
    rows = [",".join(["team", "token", *CODES])]
    for person in range(16):
        team = first if person % 2 else "Wijkteam Banne"
        given = [str(2 + (person + number) % 4) for number in range(len(CODES) - 1)]
        rows.append(",".join([team, f"t{person}", value, *given]))
    return "\n".join(rows)


def hand_over(page: Page, teams: str, given: str) -> None:
    for label, name, text in (
        ("Teams", "teams.csv", teams),
        ("Antwoorden", "antwoorden.csv", given),
    ):
        file = {"name": name, "mimeType": "text/csv", "buffer": text.encode()}
        page.get_by_label(label, exact=True).set_input_files([file])
    page.get_by_role("button", name="Lees de bestanden").click()


def test_a_coordinator_starts_a_programme_from_two_files(walk_in: WalkIn) -> None:
    page = walk_in("coordinator", "/programmas/")
    page.get_by_role("link", name="Nieuw programma").click()
    page.get_by_label("Hoe heet het programma?").fill("Week van Noord")
    page.get_by_label("In welke gemeente?").fill("Amsterdam")
    page.get_by_label("Eerste dag").fill("2027-03-01")
    page.get_by_label("Laatste dag").fill("2027-03-05")
    page.get_by_role("button", name="Maak het programma").click()
    page.get_by_role("link", name="Antwoorden uit bestanden").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Teams en antwoorden inlezen")
    with page.expect_response(lambda response: response.request.method == "POST"):
        hand_over(page, TEAMS, answers(first="Wijkteam Onbekend", value="7"))
    wrong = page.get_by_role("alert")
    expect(wrong).to_contain_text("Er is niets ingelezen")
    expect(wrong).to_contain_text("antwoorden.csv, rij")
    expect(wrong).to_contain_text("Wijkteam Onbekend")

    hand_over(page, TEAMS, answers())
    expect(page.get_by_role("heading", level=1)).to_have_text("Dit gaat er gebeuren")
    expect(page.get_by_text("Weggelaten aan de deur: token")).to_be_visible()
    page.get_by_role("button", name="Ja, lees dit in").click()

    expect(page.get_by_role("status")).to_contain_text("Ingelezen")
    expect(page.get_by_role("heading", level=1)).to_have_text("Week van Noord")
    page.get_by_role("link", name="Wijkteam Overhoeks").click()
    expect(page.get_by_role("heading", name="Waar staan we?")).to_be_visible()
    expect(page.locator(".script__block").nth(5)).to_be_visible()


def test_a_coordinator_plans_a_session(walk_in: WalkIn) -> None:
    page = walk_in("coordinator", "team calm")
    page.get_by_role("link", name="Sessie plannen").click()
    page.locator("[name=facilitator]").fill("hanneke@leerkring.example")
    page.locator("[name=starts_at]").fill("2027-03-02T09:00")
    page.locator("[name=place]").fill("De Bieb")
    page.get_by_role("button", name="Bewaar").click()
    expect(page.get_by_text("dinsdag 2 maart 2027, 09.00 uur, De Bieb")).to_be_visible()
