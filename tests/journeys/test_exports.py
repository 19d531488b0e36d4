"""A coordinator makes somebody an analyst, who takes the answers, and is none any more."""

from pathlib import Path

from playwright.sync_api import expect

from leerkring.foundation.tables.reading import read_table
from leerkring.site.demo.content import demo_people
from tests.journeys.conftest import WalkIn


def test_an_analyst_takes_the_answers_and_everybody_can_see_that(walk_in: WalkIn) -> None:
    outsider = next(person for person in demo_people() if person.key == "outsider")
    roles = walk_in("coordinator", "programme", width=360)
    roles.get_by_role("link", name="Rollen").click()
    roles.get_by_label("E-mailadres van een account").fill(outsider.email)
    roles.get_by_label("onderzoeker", exact=True).check()
    roles.get_by_role("button", name="Geef deze rol").click()
    expect(roles.get_by_text(f"{outsider.name} is nu onderzoeker.")).to_be_visible()

    page = walk_in("outsider", "programme")
    page.get_by_role("link", name="Uitvoer").click()
    page.get_by_role("button", name="Haal de antwoorden op").click()
    expect(page.locator(".field__error")).to_contain_text("Zonder deze voorwaarden")
    page.get_by_label("Ik houd me aan deze voorwaarden.").check()
    page.get_by_role("group", name="In welke vorm?").last.get_by_label("Excel (XLSX)").check()
    with page.expect_download() as coming:
        page.get_by_role("button", name="Haal de antwoorden op").click()
    assert coming.value.suggested_filename == "antwoorden.xlsx"
    table = read_table(Path(coming.value.path()), "antwoorden.xlsx")
    assert {cells[0] for _, cells in table.rows} >= {"Wijkteam Schiebroek", "overige teams"}

    seen = walk_in("coordinator", "exports")
    expect(seen.get_by_role("row", name="Antwoorden opgehaald")).to_contain_text(outsider.name)
    roles.get_by_role("button", name=f"Neem af bij {outsider.name}: onderzoeker").click()
    expect(roles.get_by_text(f"{outsider.name} is geen onderzoeker meer.")).to_be_visible()
    expect(walk_in("outsider", "/programmas/").get_by_role("main")).not_to_contain_text("Rotterdam")
