"""Somebody who has no account reads the front page, a paper and a working form."""

from urllib.parse import urlsplit

from playwright.sync_api import expect

from tests.journeys.conftest import WalkIn


def test_a_visitor_reads_the_front_page_and_a_paper(walk_in: WalkIn) -> None:
    page = walk_in("visitor")
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Waar de mensen rond gezinnen samen leren"
    )
    page.locator(".front__headline a").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Wijkteam Bloemhof-Noord")
    expect(page.get_by_alt_text("Een tafel met koffie.")).to_be_visible()
    expect(page.get_by_text("Het begint bij koffie.").first).to_be_visible()
    read = urlsplit(page.url).path
    page.get_by_role("link", name="Wijkkranten", exact=True).click()
    # Others, and this team again, brought out papers meanwhile.
    expect(page.get_by_role("article").locator(f'a[href="{read}"]')).to_have_count(1)
    expect(page.get_by_text("Schiebroek")).to_have_count(0)


def test_a_visitor_chooses_a_working_form(walk_in: WalkIn) -> None:
    page = walk_in("visitor", "/werkvormen/")
    page.get_by_role("link", name="Wijk", exact=True).click()
    cards = page.get_by_role("article")
    assert 5 < cards.count() < 20
    title = cards.first.get_by_role("link").inner_text()
    cards.first.get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    expect(page.get_by_role("heading", name="Zo doe je het")).to_be_visible()


def test_what_a_visitor_may_not_see_asks_to_sign_in(walk_in: WalkIn) -> None:
    page = walk_in("visitor", "team own")
    expect(page.get_by_role("heading", level=1)).to_have_text("Aanmelden")
    page.get_by_role("link", name="kijk rond als iemand uit de demo").click()
    page.get_by_role("button", name="Kijk mee als Samira Oudkerk").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Dag Samira")
