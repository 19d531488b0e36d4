"""Between two meetings: come in, find each other, ask, tell what you did, and keep order."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Stage, WalkIn
from tests.journeys.test_keyboard import newest_code, tab_to

PHONE, DESK = 360, 1280
NUMBER = "06 12 34 56 78"


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_somebody_new_comes_in_and_finds_a_place(walk_in: WalkIn, stage: Stage, width: int) -> None:
    name = f"Tessel Bos{width}"
    page = walk_in("visitor", "/meedoen/", width=width)
    page.get_by_label("Je naam").fill(name)
    page.get_by_label("Je e-mailadres").fill(f"tessel{width}@maasbrug.example")
    page.get_by_role("button", name="Mail me een code").click()
    page.get_by_label("De code uit de mail").fill(newest_code(stage.mail))
    page.get_by_role("button", name="Ga verder").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Dag Tessel")

    page.goto("/deelnemers/ik/")
    expect(page.get_by_text("Je staat nog niet in de lijst")).to_be_visible()
    page.get_by_label("Je functie").fill("Opbouwwerker")
    page.get_by_role("button", name="Bewaar", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("Je profiel is bewaard.")
    page.goto(f"/deelnemers/?q={name}")
    expect(page.get_by_role("main").get_by_role("link", name=name)).to_be_visible()

    page.goto(stage.url("theme"))
    page.get_by_role("button", name="Volg dit thema").click()
    expect(page.get_by_role("button", name="Volg dit thema niet meer")).to_be_visible()

    page.goto(stage.url("circle open"))
    page.get_by_role("link", name="Doe mee", exact=True).click()
    page.get_by_role("button", name="Doe mee").click()
    expect(page.get_by_role("status")).to_contain_text("Je doet mee.")
    page.get_by_role("link", name=re.compile("Wie doen mee")).click()
    expect(page.get_by_role("main")).to_contain_text(name)


def test_a_question_is_asked_with_the_keyboard_answered_and_accepted(walk_in: WalkIn) -> None:
    asker = walk_in("outsider", "/vragen/stellen/")
    tab_to(asker, "Je vraag, in één zin")
    asker.keyboard.type("Wie regelt vervoer voor een logeerweekend?")
    tab_to(asker, "Kies thema's")
    asker.keyboard.press("Enter")
    tab_to(asker, "Thuiszitters")
    asker.keyboard.press("Space")
    tab_to(asker, "Stel je vraag")
    asker.keyboard.press("Enter")
    title = asker.get_by_role("heading", level=1)
    expect(title).to_have_text("Wie regelt vervoer voor een logeerweekend?")

    other = walk_in("facilitator", asker.url, width=PHONE)
    other.get_by_label("Je antwoord").fill("De buurtbus rijdt ook op zaterdag.")
    other.get_by_role("button", name="Plaats je antwoord").click()
    expect(other.get_by_role("article")).to_contain_text(["De buurtbus rijdt ook"])

    asker.reload()
    tab_to(asker, "Dit hielp mij")
    asker.keyboard.press("Enter")
    expect(asker.get_by_role("status")).to_contain_text("Over zes weken vragen we")
    expect(asker.get_by_text("Dit antwoord hielp")).to_be_visible()


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_an_example_with_a_phone_number_is_mended_published_and_found(
    walk_in: WalkIn, width: int
) -> None:
    title = f"Wandelgesprekken met vaders op {width} meter"
    writer = walk_in("outsider", "/praktijkvoorbeelden/nieuw/", width=width)
    writer.get_by_label("Titel").fill(title)
    writer.get_by_role("button", name="Begin met schrijven").click()
    write_an_example(writer)
    writer.get_by_role("button", name="Bekijk en breng uit").click()
    writer.get_by_role("button", name="Naar de redactie").click()
    found = writer.get_by_label(f"«{NUMBER}»")
    expect(writer.locator("#traces")).to_contain_text("Niets gevonden is geen garantie.")
    assert writer.evaluate("document.documentElement.scrollWidth <= innerWidth")
    found.select_option(index=1)  # a word for it, in brackets
    writer.get_by_role("button", name="Naar de redactie").click()
    expect(writer.get_by_role("status")).to_contain_text("Iemand anders kijkt ernaar.")

    editor = walk_in("coordinator", "/redactie/")
    editor.get_by_role("link", name=title).click()
    expect(editor.get_by_role("main")).not_to_contain_text(NUMBER)
    editor.get_by_role("button", name="Breng uit").click()
    expect(editor.get_by_role("heading", level=1)).to_have_text(title)

    reader = walk_in("team_mate", editor.url, width=width)
    expect(reader.get_by_role("article").first).to_contain_text("Bel [")
    reader.get_by_label("Je reactie").fill("Wij lopen voortaan ook een rondje.")
    reader.get_by_role("button", name="Reageren").click()
    expect(reader.locator(".remark__text")).to_have_text("Wij lopen voortaan ook een rondje.")

    reader.goto("/zoeken/")
    reader.get_by_label("Waar zoek je naar?").fill(f"wandelgesprek vader {width}")
    reader.get_by_role("main").get_by_role("button", name="Zoek").click()
    expect(reader.locator(".hits").get_by_role("link", name=title)).to_be_visible()
    expect(reader.locator(".hits mark").first).to_be_visible()


def write_an_example(page: Page) -> None:
    for label, text in (
        ("Doel", "Vaders spreken we te weinig."),
        ("Doelgroep", "Vaders van jonge kinderen."),
        ("Aanpak", f"Loop een rondje. Bel {NUMBER} voor de route."),
    ):
        page.locator(".editor").get_by_role("textbox", name=label, exact=True).fill(text)
    page.get_by_label("Uitgeprobeerd").check()
    page.get_by_label("Iedereen, ook zonder account").check()


def test_a_moderator_decides_about_a_flag_and_the_reporter_hears_of_it(
    walk_in: WalkIn, stage: Stage
) -> None:
    said = "Dit kun je beter nergens opschrijven."
    speaker = walk_in("team_mate", "post ingelogd")
    speaker.get_by_label("Je reactie").fill(said)
    speaker.get_by_role("button", name="Reageren").click()
    expect(speaker.get_by_text(said)).to_be_visible()

    reporter = walk_in("outsider", "post ingelogd", width=PHONE)
    reporter.get_by_role("article").filter(has_text=said).last.get_by_role(
        "link", name="Melden"
    ).click()
    reporter.get_by_role("radio").first.check()
    reporter.get_by_role("button", name="Melden").click()
    expect(reporter.get_by_role("status")).to_contain_text("Een moderator kijkt ernaar")

    moderator = walk_in("coordinator", "/modereren/")
    moderator.get_by_role("article").get_by_role("link").last.click()
    expect(moderator.get_by_role("main")).to_contain_text(said)
    moderator.get_by_label("Het is weggehaald").check()
    moderator.get_by_label("Bericht aan wie het meldde").fill("Dank je, we haalden het weg.")
    moderator.get_by_label("Bericht aan de schrijver").fill("Schrijf dit liever niet hier.")
    moderator.get_by_role("button", name="Besluiten").click()
    expect(moderator.get_by_role("status")).to_contain_text("Besloten.")

    reporter.reload()
    expect(reporter.get_by_text(said)).to_have_count(0)
    reporter.goto("/melden/")
    expect(reporter.get_by_role("main")).to_contain_text("Dank je, we haalden het weg.")

    speaker.goto("/meldingen/")
    speaker.get_by_text("Een moderator haalde je reactie weg").first.click()
    expect(speaker.get_by_role("main")).to_contain_text("Schrijf dit liever niet hier.")


CLOSED = [
    *("post ingelogd", "post kring", "question in", "question circle", "draft", "case"),
    *("circle in", "circle members", "circle hidden", "circle people"),
]
NAMES = [
    *("Lerend netwerk Hechting", "Partners rond de Lombardkade", "Ouders aan tafel"),
    *("Een stuk: ingelogd", "Een stuk: kring", "Hoe begin je een gesprek: circle"),
]
OPEN = ("/", "/werkgroepen/", "/blogs/", "/vragen/", "/deelnemers/", "/kalender/", "theme")


def test_a_visitor_sees_nothing_of_what_is_closed(walk_in: WalkIn, stage: Stage) -> None:
    member = walk_in("professional", "/zoeken/?q=netwerk+hechting")
    expect(member.locator(".hits")).to_contain_text("Lerend netwerk Hechting")
    page = walk_in("visitor", "/blogs/", width=PHONE)
    expect(page.get_by_role("link", name="Een stuk: openbaar")).to_be_visible()
    for place in (*OPEN, "/zoeken/?q=stuk", "/zoeken/?q=gesprek", "/zoeken/?q=netwerk"):
        page.goto(stage.url(place))
        text = page.locator("body").inner_text()
        assert [name for name in NAMES if name in text] == [], place
        assert "Marleen Steenbrug" not in text, place  # shows her name to nobody
    for place in CLOSED:
        page.goto(stage.url(place))
        expect(page.get_by_role("heading", level=1)).to_have_text("Aanmelden")
