"""A board: led from a phone, answered on phones of which one drops, shown on the wall."""

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import APIRequestContext, Page, expect

from tests.journeys.asking import send as press
from tests.journeys.conftest import Stage, WalkIn
from tests.journeys.test_accessible import AXE, RULES

PHONE, TABLET, WALL = 360, 768, 1280
CHOICES = ("Samen beslissen", "Eén beslist")
NOT_SENT = "Het bord is gesloten. Wat hieronder staat, is niet verstuurd."
Send = Callable[[str, str], None]


def make_board(walk_in: WalkIn, stage: Stage) -> Page:
    """The facilitator makes a board on a phone and opens it."""
    session = stage.named["session led"].strip("/").split("/")[-1]
    lead = walk_in("facilitator", f"/borden/nieuw/sessie/{session}/", width=PHONE)
    lead.get_by_role("button", name="Maak het bord").click()
    lead.get_by_role("button", name="Open het bord").click()
    return lead


def add(lead: Page, kind: str, text: str, options: str = "") -> None:
    if not lead.locator("#nieuw").evaluate("each => each.open"):
        lead.locator("#nieuw summary").click()
    lead.get_by_label("Soort").select_option(label=kind)
    lead.get_by_label("De vraag").fill(text)
    lead.get_by_label("Antwoorden, één per regel").fill(options)
    lead.get_by_role("button", name="Zet klaar").click()
    expect(lead.get_by_role("listitem").filter(has_text=text)).to_be_visible()


def code_of(lead: Page) -> str:
    return lead.locator(".board-code strong").inner_text()


def join(walk_in: WalkIn, code: str) -> Page:
    phone = walk_in("visitor", "/bord/", width=PHONE)
    phone.get_by_label("De zes letters op het scherm").fill(code.upper())
    press(phone, "Doe mee")
    return phone


def quick_phone(visitor: APIRequestContext, code: str) -> Send:
    """A phone without a script: it opens the page and sends its form."""

    def send(name: str, value: str) -> None:
        page = visitor.get(f"/b/{code}/").text()
        fields = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page))
        answer = visitor.post(f"/b/{code}/antwoord/", form={**fields, name: value}, max_redirects=0)
        assert answer.status == 302, answer.text()

    return send


def take_over(lead: Page, organisation: str, cards: int) -> None:
    """All cards «vanaf morgen …» become promises of one organisation."""
    lead.get_by_role("link", name="Maak er voornemens van").click()
    owner = lead.get_by_label("Van welke organisatie zijn deze voornemens?")
    owner.select_option(label=organisation)
    expect(lead.get_by_role("checkbox", checked=True)).to_have_count(cards)
    look(lead, f"lead-take-over-{cards}")
    lead.get_by_role("button", name="Maak voornemens").click()
    expect(lead.get_by_text(f"{cards} voornemens bewaard.")).to_be_visible()


def look(page: Page, name: str) -> None:
    """Nothing is wider than the page, and axe finds nothing; LEERKRING_SHOTS keeps a picture."""
    if folder := os.environ.get("LEERKRING_SHOTS"):
        page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name
    page.evaluate(Axe().axe_script)
    assert page.evaluate(AXE, RULES) == [], name


def vote(phone: Page, label: str) -> None:
    phone.get_by_text(label, exact=True).click()
    phone.get_by_role("button", name="Verstuur").click()


def test_a_dilemma_is_voted_before_and_after_the_talk(walk_in: WalkIn, stage: Stage) -> None:
    lead = make_board(walk_in, stage)
    add(lead, "Dilemma, vóór en ná het gesprek", "Wie beslist er?", "\n".join(CHOICES))
    code = code_of(lead)
    phones = [join(walk_in, code) for _ in range(3)]
    visitors = [walk_in("visitor", "/bord/", width=PHONE).context.request for _ in range(2)]
    quick = [quick_phone(each, code) for each in visitors]
    expect(phones[0].get_by_role("heading", level=1)).to_contain_text("Sessie van")
    look(phones[0], "phone-welcome")
    wall = walk_in("facilitator", lead.url + "scherm/", width=WALL)
    look(wall, "wall-welcome")

    lead.get_by_role("button", name="Begin met vraag 1").click()
    for phone in phones:
        expect(phone.get_by_role("heading", level=1)).to_have_text("Wie beslist er?")
    expect(wall.get_by_role("heading", level=1)).to_have_text("Wie beslist er?")
    dropped = phones[2]
    dropped.context.set_offline(True)
    for phone in phones:
        vote(phone, CHOICES[0])
    look(phones[0], "phone-dilemma")
    for send in quick:
        send("choice", "0")
    expect(dropped.get_by_role("status")).to_have_text("1 nog niet verstuurd")
    expect(phones[0].get_by_role("status")).to_have_text("Alles bewaard")
    expect(lead.get_by_text("minder dan 5 antwoorden")).to_be_visible()
    dropped.context.set_offline(False)
    expect(dropped.get_by_role("status")).to_have_text("Alles bewaard")
    expect(lead.get_by_text("5 of meer antwoorden")).to_be_visible()
    look(wall, "wall-voting")
    lead.get_by_role("button", name="Toon wat er binnen is").click()
    expect(wall.get_by_text("8 van de 10 of meer")).to_be_visible()
    expect(phones[1].get_by_text("8 van de 10 of meer")).to_be_visible()

    late = join(walk_in, code)
    lead.get_by_role("button", name="Stem nog eens").click()
    expect(late.get_by_text("na het gesprek")).to_be_visible()
    late.context.set_offline(True)
    vote(late, CHOICES[0])
    expect(late.get_by_role("status")).to_have_text("1 nog niet verstuurd")
    for phone in phones:
        expect(phone.get_by_text("na het gesprek")).to_be_visible()
        vote(phone, CHOICES[1])
        expect(phone.get_by_role("status")).to_have_text("Alles bewaard")
    for send in quick:
        send("choice", "1")
    lead.get_by_role("button", name="Toon wat er binnen is").click()
    second = wall.get_by_role("listitem").filter(has_text=CHOICES[1])
    expect(second).to_contain_text("vóór: 2 van de 10 of minder")
    expect(second).to_contain_text("ná: 8 van de 10 of meer")
    look(wall, "wall-shift")
    look(lead, "lead-shift")
    late.context.set_offline(False)
    expect(late.get_by_role("status")).to_have_text("Te laat: deze stem telt niet mee")
    expect(late.get_by_text("ná:").first).to_be_visible()
    expect(late.get_by_role("status")).to_have_text("Te laat: deze stem telt niet mee")
    look(late, "phone-late")
    expect(phones[0].get_by_text("ná:").first).to_be_visible()
    look(phones[0], "phone-shift")


def test_words_are_sent_hidden_brought_together_and_shown(walk_in: WalkIn, stage: Stage) -> None:
    lead = make_board(walk_in, stage)
    add(lead, "Open antwoord", "Wat ga je anders doen?")
    add(lead, "Woordwolk", "Wat helpt?")
    code = code_of(lead)
    phone = join(walk_in, code)
    wall = walk_in("facilitator", lead.url + "scherm/", width=WALL)
    lead.get_by_role("button", name="Begin met vraag 1").click()
    area = phone.get_by_label("Jouw antwoord")
    area.fill("x" * 600)
    phone.get_by_role("button", name="Verstuur").click()
    expect(phone.get_by_role("alert")).to_contain_text("600 tekens lang")
    expect(area).to_have_value("x" * 600)
    for text in ("Eerder bellen 😀", "Samen op huisbezoek", "ثقة في الحي", "Iets onaardigs"):
        area.fill(text)
        phone.get_by_role("button", name="Verstuur").click()
    expect(phone.get_by_role("status")).to_have_text("Alles bewaard")
    look(phone, "phone-open")
    phone.reload()
    expect(phone.get_by_role("list").get_by_text("Iets onaardigs")).to_be_visible()

    cards = lead.locator(".board-cards")
    expect(cards.get_by_role("listitem")).to_have_count(4)
    rude = cards.get_by_role("listitem").filter(has_text="Iets onaardigs")
    rude.locator("summary").click()
    rude.get_by_label("Waarom?").fill("Onaardig")
    rude.get_by_role("button", name="Verberg deze kaart").click()
    for text in ("Eerder bellen 😀", "Samen op huisbezoek"):
        lead.get_by_role("checkbox", name=text).focus()
        lead.keyboard.press("Space")
    lead.get_by_label("Zet aangevinkte kaarten onder een thema").fill("Dichtbij")
    lead.keyboard.press("Enter")
    expect(lead.get_by_text("Dichtbij").first).to_be_visible()
    lead.keyboard.press("End")  # the steps stay in sight, over what one has not scrolled to
    look(lead, "lead-cards")
    expect(wall.get_by_text("4 kaarten").or_(wall.get_by_text("3 kaarten"))).to_be_visible()
    expect(wall.get_by_text("Eerder bellen")).to_have_count(0)
    lead.get_by_role("button", name="Toon wat er binnen is").click()
    expect(wall.get_by_role("heading", name="Dichtbij")).to_be_visible()
    expect(wall.get_by_text("1 kaart is door de gespreksleider verborgen.")).to_be_visible()
    expect(wall.get_by_text("Iets onaardigs")).to_have_count(0)
    look(wall, "wall-cards")

    area = phone.get_by_label("Jouw antwoord")
    phone.locator("summary").first.click()
    area.fill("Nog niet klaar")
    lead.get_by_role("button", name="Volgende").click()
    phone.get_by_role("button", name="Er is een nieuwe vraag").click()  # nothing typed was lost
    for word in ("gezinnen", "gezin", "rust"):
        phone.get_by_label("Eén of een paar woorden").fill(word)
        phone.get_by_role("button", name="Verstuur").click()
    expect(lead.get_by_text("3 kaarten")).to_be_visible()
    lead.get_by_role("button", name="Toon wat er binnen is").click()
    expect(wall.locator(".told-cloud text")).to_have_count(2)
    look(wall, "wall-cloud")
    expect(phone.get_by_text("gezin 2")).to_be_visible()
    look(phone, "phone-cloud")


def close(lead: Page) -> None:
    lead.get_by_text("Sluit het bord", exact=True).click()
    press(lead, "Sluit voorgoed")
    expect(lead.get_by_text("Niemand kan nog antwoorden.")).to_be_visible()


def test_words_that_wait_on_a_phone_stay_in_sight_when_the_board_closes(
    walk_in: WalkIn, stage: Stage
) -> None:
    lead = make_board(walk_in, stage)
    add(lead, "Open antwoord", "Wat neem je mee?")
    waiting, words = join(walk_in, code_of(lead)), ("Binnen", "Koffie eerst", "ثقة في الحي")
    lead.get_by_role("button", name="Begin met vraag 1").click()
    area = waiting.get_by_label("Jouw antwoord")
    area.fill(words[0])
    waiting.get_by_role("button", name="Verstuur").click()
    expect(waiting.get_by_role("status")).to_have_text("Alles bewaard")
    waiting.context.set_offline(True)
    area.fill(words[1])
    waiting.get_by_role("button", name="Verstuur").click()
    expect(waiting.get_by_role("status")).to_have_text("1 nog niet verstuurd")
    area.fill(words[2])  # and this was still being written
    close(lead)
    waiting.context.set_offline(False)
    again = waiting.context.new_page()
    for number, page in enumerate((waiting, again)):
        if page is again:
            page.goto(waiting.url)
        expect(page.get_by_role("alert")).to_have_text(NOT_SENT)
        lines = page.locator("[data-unsent] li")
        expect(lines).to_have_text([f"{each} niet verstuurd" for each in words[1:]])
        look(page, f"phone-closed-{number}")
    expect(waiting.get_by_role("status")).to_have_text("")


def test_without_a_script_everything_is_a_button(walk_in: WalkIn, stage: Stage) -> None:
    lead = make_board(walk_in, stage)
    add(lead, "Schaal van 1 tot 5", "Hoe gaat het?", "slecht\ngoed")
    phone = walk_in("visitor", f"/b/{code_of(lead)}/", width=PHONE, java_script_enabled=False)
    lead.get_by_role("button", name="Begin met vraag 1").click()
    phone.get_by_role("link", name="Kijk of er iets nieuws is").click()
    phone.get_by_label("4").check(force=True)
    phone.get_by_role("button", name="Verstuur").click()
    expect(phone.get_by_role("status")).to_have_text("Bewaard")
    expect(phone.get_by_label("4")).to_be_checked()
    for width, name in ((PHONE, "lead-scale"), (TABLET, "lead-scale-tablet")):
        lead.set_viewport_size({"width": width, "height": 900})
        look(lead, name)


@pytest.mark.parametrize("page", ["kaarten/", "cijfers/"])
def test_paper_and_figures_fit_and_are_accessible(walk_in: WalkIn, stage: Stage, page: str) -> None:
    lead = make_board(walk_in, stage)
    add(lead, "Schaal van 1 tot 5", "Hoe gaat het?", "slecht\ngoed")
    lead.goto(lead.url + page)
    look(lead, f"lead-{page.strip('/')}")
