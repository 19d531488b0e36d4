"""A training adviser takes in a catalogue, has an advice made and takes it along."""

from pathlib import Path

from playwright.sync_api import expect

from tests.journeys.conftest import WalkIn

CATALOGUE = Path(__file__).resolve().parents[2] / "leerkring" / "loop" / "advice" / "catalogue.csv"


def test_an_adviser_makes_an_advice_from_a_catalogue(walk_in: WalkIn) -> None:
    page = walk_in("adviser", "advice")
    broken = {"name": "aanbod.csv", "mimeType": "text/csv", "buffer": b"code,titel\n1,Iets\n"}
    page.get_by_label("Scholingsaanbod").set_input_files([broken])
    page.get_by_role("button", name="Lees het aanbod in").click()
    expect(page.get_by_role("alert").first).to_contain_text("aanbod.csv")

    page.get_by_label("Scholingsaanbod").set_input_files(CATALOGUE)
    page.get_by_role("button", name="Lees het aanbod in").click()
    expect(page.get_by_text("Nu 30 scholingen.")).to_be_visible()
    page.get_by_label("Budget in euro").fill("20000")
    page.get_by_role("button", name="Stel het advies op").click()
    expect(page.get_by_role("status")).to_be_visible()

    for link, kind, start in (("CSV", "text/csv", b""), ("PDF", "application/pdf", b"%PDF-")):
        address = page.get_by_role("link", name=link).get_attribute("href")
        answer = page.request.get(address)
        assert answer.headers["content-type"].startswith(kind)
        assert answer.body().startswith(start) and len(answer.body()) > 200
