"""A second round shows what changed, at every level."""

from typing import Any

from playwright.sync_api import Page, expect

from leerkring.practice.scans.instrument_files import built_in
from tests.journeys.conftest import WalkIn
from tests.journeys.test_accessible import faults

ITEMS = built_in().items


def teams_file() -> str:
    rows = [f"Wijkteam {name},De Linde,,Leiden,12" for name in ("Stevenshof", "Merenwijk")]
    return "\n".join(["team,organisatie,wijk,gemeente,leden", *rows])


def answers_file(*, better: int) -> str:
    """Twelve in each team; `better` is how much higher they answer on Ik."""
    lines = [",".join(["team", *(item.code for item in ITEMS)])]
    for person in range(24):
        given = []
        for number, item in enumerate(ITEMS):
            usual = 2 + (person + number) % 2
            up = better if item.dimension.label == "Ik" else 0
            given.append(str(usual - up if item.reversed else usual + up))
        lines.append(",".join([f"Wijkteam {('Stevenshof', 'Merenwijk')[person % 2]}", *given]))
    return "\n".join(lines)


def take_in(page: Page, name: str, given: str, follows: str = "") -> None:
    page.goto("/programmas/nieuw/")
    page.get_by_label("Hoe heet het programma?").fill(name)
    page.get_by_label("In welke gemeente?").fill("Leiden")
    page.get_by_label("Eerste dag").fill("2027-03-01")
    page.get_by_label("Laatste dag").fill("2027-03-05")
    if follows:
        page.get_by_label("Volgt het op een eerder programma?").select_option(label=follows)
    page.get_by_role("button", name="Maak het programma").click()
    page.get_by_role("link", name="Antwoorden uit bestanden").click()
    for label, text in (("Teams", teams_file()), ("Antwoorden", given)):
        file: Any = {"name": f"{label}.csv", "mimeType": "text/csv", "buffer": text.encode()}
        page.get_by_label(label, exact=True).set_input_files([file])
    page.get_by_role("button", name="Lees de bestanden").click()
    page.get_by_role("button", name="Ja, lees dit in").click()
    expect(page.get_by_role("status")).to_contain_text("Ingelezen")


def test_a_second_round_shows_change_at_every_level(walk_in: WalkIn) -> None:
    page = walk_in("coordinator", width=360)
    take_in(page, "Leiden voorjaar", answers_file(better=0))
    take_in(page, "Leiden najaar", answers_file(better=1), follows="Leiden voorjaar")
    programme = page.url
    page.get_by_role("link", name="Wijkteam Stevenshof").click()
    expect(page.get_by_role("heading", name="Sinds de vorige ronde")).to_be_visible()
    expect(page.get_by_text("Jullie gingen duidelijk vooruit op Ik.").first).to_be_visible()
    assert faults(page) == []

    page.goto(f"{programme}stad/")
    told = page.get_by_text("De teams samen gingen duidelijk vooruit op Ik.")
    expect(told).to_have_count(2)  # Leiden, and De Linde in it
    assert faults(page) == []
