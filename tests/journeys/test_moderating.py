"""Keeping order: a flag is decided about on a phone, a passage is taken out at a desk."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.asking import send
from tests.journeys.conftest import Stage, WalkIn
from tests.journeys.test_newcomer import DESK, PHONE, look_twice

PASSAGE = "met de rode voordeur naast de kapper"
WHY = "Zo vindt iedereen dat gezin."


def flag(page: Page, why: str) -> None:
    """Of what is on the page; first with nothing chosen."""
    page.get_by_role("button", name="Melden").click()
    expect(page.get_by_role("alert")).to_be_visible()
    look_twice(page, "flag-empty")
    page.get_by_role("radio").first.check()
    page.get_by_label("Wil je dat uitleggen?").fill(why)
    page.get_by_role("button", name="Melden").click()
    expect(page.get_by_role("status")).to_contain_text("Een moderator kijkt ernaar")


@pytest.mark.parametrize(("outcome", "stays"), [("Het blijft staan", 1), ("Het is weggehaald", 0)])
def test_a_flag_is_decided_about_on_a_phone(
    walk_in: WalkIn, stage: Stage, outcome: str, stays: int
) -> None:
    said = f"Dat gezin kennen we allemaal wel ({stays})."
    speaker = walk_in("team_mate", "post prikbord", width=PHONE)
    speaker.get_by_label("Je reactie").fill(said)
    speaker.get_by_role("button", name="Reageren").click()
    expect(speaker.locator(".remark__text").filter(has_text=said)).to_be_visible()

    reporter = walk_in("outsider", "post prikbord", width=PHONE)
    remark = reporter.get_by_role("article").filter(has_text=said).last
    remark.get_by_role("link", name="Melden").click()
    look_twice(reporter, "flag")
    flag(reporter, f"Hier gaat het over een gezin uit de straat ({stays}).")

    moderator = walk_in("coordinator", "/meldingen/", width=PHONE)
    moderator.get_by_role("main").get_by_role("link", name="Er is iets gemeld").first.click()
    look_twice(moderator, "case")
    expect(moderator.get_by_role("main")).to_contain_text(said)
    expect(moderator.get_by_role("main")).to_contain_text("Hier gaat het over een gezin")
    moderator.get_by_role("button", name="Besluiten").click()
    expect(moderator.get_by_role("alert")).to_be_visible()
    look_twice(moderator, "case-empty")
    moderator.get_by_label(outcome).check()
    moderator.get_by_label("Bericht aan wie het meldde").fill(f"Dank je, we keken ({stays}).")
    if not stays:
        moderator.get_by_label("Bericht aan de schrijver").fill("Noem liever geen gezin.")
    moderator.get_by_role("button", name="Besluiten").click()
    expect(moderator.get_by_role("status")).to_contain_text("Besloten.")
    expect(moderator.get_by_role("main")).not_to_contain_text(said)
    look_twice(moderator, "decided")

    reporter.goto("/meldingen/")
    reporter.get_by_role("main").get_by_role("link", name="Over wat je meldde").first.click()
    expect(reporter.get_by_role("main")).to_contain_text(f"Dank je, we keken ({stays}).")
    look_twice(reporter, "told")
    speaker.reload()
    expect(speaker.locator(".remark__text").filter(has_text=said)).to_have_count(stays)


def write_twice(page: Page, title: str) -> str:
    """A blog that was changed once, with the passage in both versions; its address."""
    page.get_by_label("Titel").fill(title)
    page.get_by_role("button", name="Begin met schrijven").click()
    for text in (f"We belden aan bij het huis {PASSAGE}.", f"We gingen langs het huis {PASSAGE}."):
        page.locator(".editor").get_by_role("textbox").first.fill(text)
        page.get_by_label("Iedereen met een account").check()
        page.get_by_role("button", name="Bekijk en breng uit").click()
        page.get_by_role("button", name="Breng uit").click()
        expect(page.get_by_role("heading", level=1)).to_have_text(title)
        page.get_by_role("link", name="Bewerken").first.click()
    send(page, "Bekijk en breng uit")
    page.goto("/schrijven/")
    page.get_by_role("link", name=title).first.click()
    return urlsplit(page.url).path


def test_a_passage_is_taken_out_from_the_flag_on(walk_in: WalkIn, stage: Stage) -> None:
    title = "Aan de deur in de Kapperssteeg"
    writer = walk_in("professional", "/blogs/nieuw/")
    place = write_twice(writer, title)
    reporter = walk_in("outsider", place)
    reporter.locator(".post__foot").get_by_role("link", name="Melden", exact=True).click()
    flag(reporter, "Je weet zo welk huis het is.")

    moderator = walk_in("coordinator", "/modereren/", width=DESK)
    look_twice(moderator, "queue")
    moderator.get_by_role("link", name=title).click()
    moderator.get_by_role("link", name="Alleen een passage weghalen").click()
    look_twice(moderator, "redaction")
    moderator.get_by_label("Welke passage moet weg?").fill("staat er niet")
    moderator.get_by_label("Bericht aan de schrijver").fill(WHY)
    moderator.get_by_role("button", name="Verder").click()
    moderator.get_by_role("button", name="Haal weg").click()
    expect(moderator.get_by_text("Deze woorden staan er niet").last).to_be_visible()
    look_twice(moderator, "redaction-not-there")
    moderator.get_by_label("Welke passage moet weg?").fill(PASSAGE)
    moderator.get_by_role("button", name="Verder").click()
    look_twice(moderator, "redaction-sure")
    moderator.get_by_role("button", name="Haal weg").click()
    expect(moderator.get_by_role("status")).to_contain_text("Weggehaald op")
    look_twice(moderator, "redacted")

    moderator.goto(place)
    expect(moderator.get_by_role("main")).to_contain_text("▮ verwijderd")
    moderator.get_by_role("link", name="Versies").click()
    versions = moderator.get_by_role("navigation", name="Alle versies").get_by_role("link")
    shown = [
        str(link.get_attribute("href"))
        for link in versions.all()
        if "versie" in str(link.get_attribute("href"))
    ]
    assert len(shown) >= 2
    for each in (*shown, place):
        moderator.goto(f"{urlsplit(moderator.url).path}{each}" if each.startswith("?") else each)
        expect(moderator.get_by_role("main")).not_to_contain_text(PASSAGE)
    look_twice(moderator, "versions")
    moderator.goto("/zoeken/?q=rode+voordeur+kapper")
    expect(moderator.locator(".hits")).to_have_count(0)

    writer.goto("/meldingen/")
    writer.get_by_role("main").get_by_role("link", name="passage").first.click()
    expect(writer.get_by_role("main")).to_contain_text(WHY)
    look_twice(writer, "ruling")
    reporter.goto("/melden/")
    expect(reporter.get_by_role("main")).not_to_contain_text(PASSAGE)
    look_twice(reporter, "own-flags")
