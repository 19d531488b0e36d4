"""A member of a team reads where they stand, and chooses another emphasis."""

from playwright.sync_api import expect

from tests.journeys.conftest import WalkIn


def test_a_team_chooses_another_emphasis_and_says_why(walk_in: WalkIn) -> None:
    page = walk_in("professional", "team own", width=390)
    expect(page.get_by_role("heading", name="Waar staan we?")).to_be_visible()
    page.get_by_text("Waarom dit programma?").click()
    page.get_by_role("link", name="Een andere nadruk kiezen").click()
    for name, share in (("ik", "25"), ("wij", "25"), ("wijk", "60")):
        page.locator(f"[name={name}]").fill(share)
    page.locator("[name=reason]").fill("Wij kennen elkaar al, de wijk nog niet.")
    page.get_by_role("button", name="Pas het programma aan").click()
    expect(page.get_by_role("alert")).to_be_visible()
    page.locator("[name=wijk]").fill("50")
    page.get_by_role("button", name="Pas het programma aan").click()
    expect(page.get_by_text("Jullie kozen zelf: Ik 25%, Wij 25%, Wijk 50%")).to_be_visible()
    expect(page.get_by_text("Wij kennen elkaar al, de wijk nog niet.")).to_be_visible()
    expect(page.get_by_text("Het advies was:")).to_be_visible()


def test_a_team_with_few_answers_is_told_why_there_is_no_picture(walk_in: WalkIn) -> None:
    page = walk_in("facilitator", "team small")
    expect(page.get_by_text("Geen uitkomst om te tonen")).to_be_visible()
    expect(page.locator(".script__block").first).to_be_visible()
