"""Six weeks later: how it went is asked, answered from the mail, and told at the next meeting."""

import re
from datetime import datetime

from playwright.sync_api import Page, expect

from tests.journeys.asking import backstage, send
from tests.journeys.conftest import Stage, WalkIn
from tests.journeys.mailbox import mails_at, part_of
from tests.journeys.stage import PASSWORD
from tests.journeys.test_boards import add, code_of, join, look, take_over
from tests.journeys.test_workday import SITE_TIME, begin_now, fill_in_when

PHONE, SIX = 360, 6
DOMAIN = "singel.example"
RIK, GEA = f"rik@{DOMAIN}", f"gea@{DOMAIN}"
TEAMS = [["Wijkteam Singel", "De Zuidkade", 8], ["Wijkteam Gracht", "De Noordkade", 8]]
VECHT = [["Wijkteam Vecht", "De Vechtkade", 8]]
TASK = "Wij bellen binnen twee dagen terug"
CARDS = ("Eerder bellen", "Samen op huisbezoek", "Kortere brieven", "Vaker langs de school")
LEARNT = "Het begon pas toen ik het in mijn agenda zette."


def people(stage: Stage) -> None:
    accounts = [[RIK, "Rik Zuidema", TEAMS[0][0]], [GEA, "Gea Noordhof", TEAMS[1][0]]]
    backstage(stage, "accounts", accounts)


def sign_in(walk_in: WalkIn, address: str, place: str) -> Page:
    page = walk_in("visitor", f"/account/login/?next={place}", width=PHONE)
    page.get_by_label("E-mailadres").fill(address)
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Afmelden")).to_be_attached()
    return page


def newest(stage: Stage, address: str, title: str) -> str:
    """Where the newest mail to somebody with this in its subject leads."""
    for mail in reversed(mails_at(stage.mail, address.partition("@")[2])):
        if str(mail["To"]) == address and title in str(mail["Subject"]):
            link = re.search(r"https?://[^/\s]+(/\S+)", part_of(mail, "text/plain"))
            assert link
            return link[1]
    raise AssertionError(f"no mail to {address} about «{title}»")


def meet(page: Page, title: str, circle: str) -> str:
    """A meeting of the circle, announced; its address."""
    page.goto("/bijeenkomsten/nieuw/introductie/")
    page.get_by_label("Titel").fill(title)
    page.get_by_label("Van welke groep").select_option(label=circle)
    fill_in_when(page, datetime.now(SITE_TIME).replace(hour=9, minute=30))
    page.get_by_label("Datum").fill("2098-03-02")
    page.get_by_role("button", name="Maak het concept").click()
    page.get_by_text("Deze bijeenkomst").click()
    page.get_by_role("link", name="Bijeenkomst", exact=True).click()
    page.get_by_role("button", name="Maak bekend").click()
    expect(page.get_by_role("status")).to_contain_text("bekendgemaakt")
    return page.url


def promise_oneself(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("link", name="Schrijf je voornemen op").click()
    page.get_by_label("Vanaf morgen").fill("bel ik op dag één")
    page.get_by_label("Ook de werkgroep").check()
    look(page, "promise")
    page.get_by_role("button", name="Schrijf het op").click()
    expect(page.get_by_role("status")).to_contain_text("Opgeschreven")


def promise_together(walk_in: WalkIn, page: Page, address: str) -> None:
    """Four cards of one phone become promises of an organisation."""
    page.goto(address)
    page.get_by_role("link", name="Maak een bord").click()
    page.get_by_role("button", name="Maak het bord").click()
    add(page, "Vanaf morgen …", "Wat doen jullie anders?")
    page.get_by_role("button", name="Open het bord").click()
    phone = join(walk_in, code_of(page))
    page.get_by_role("button", name="Begin met vraag 1").click()
    for card in CARDS:
        phone.get_by_label("Vanaf morgen …").fill(card)
        phone.get_by_role("button", name="Verstuur").click()
    expect(phone.get_by_role("status")).to_have_text("Alles bewaard")
    send(page, "Toon wat er binnen is")
    take_over(page, "De Zuidkade", len(CARDS))


def agree(page: Page, circle: int) -> None:
    """One organisation promises the other something, and the circle reads along."""
    page.goto(f"/afspraken/nieuw/?kring={circle}")
    page.get_by_label("Wij beloven iets").check()
    page.get_by_label("Wie spreekt voor de ander?").select_option(
        label="Gea Noordhof, De Noordkade"
    )
    page.get_by_label("Wat is de afspraak?").fill(TASK)
    page.get_by_label("Wat mag de ander verwachten?").fill("Een belletje, ook als het niet lukt.")
    page.get_by_label("De werkgroep mag meelezen").check()
    look(page, "agreement-new")
    page.get_by_role("button", name="Spreek af").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(TASK)


def look_back(page: Page, outcome: str, learnt: str = "") -> None:
    page.get_by_label(outcome, exact=True).check()
    page.get_by_label("Wat leerde je?").fill(learnt)
    send(page, "Bewaar")


def test_what_was_promised_comes_back_at_the_next_meeting(walk_in: WalkIn, stage: Stage) -> None:
    backstage(stage, "take_in_round", "Week van Singel", TEAMS)
    people(stage)
    circle = backstage(stage, "circle_of", "Kade en singel", [RIK, GEA])
    page = walk_in("coordinator", "/bijeenkomsten/", width=PHONE)
    first = meet(page, "Aan tafel", "Kade en singel")
    begin_now(page, first)
    rik = sign_in(walk_in, RIK, "/")
    promise_oneself(rik, first)
    promise_together(walk_in, page, first)
    agree(rik, circle)

    backstage(stage, "weeks_pass", SIX, circle, [])
    rik.goto(newest(stage, RIK, "Hoe ging het met je voornemen?"))
    expect(rik.get_by_role("heading", level=1)).to_have_text("bel ik op dag één")
    look(rik, "look-back")
    look_back(rik, "Anders gegaan", LEARNT)
    expect(rik.get_by_role("status")).to_contain_text("Anders is ook geleerd")
    expect(rik.get_by_text(LEARNT)).to_be_visible()
    page.goto(newest(stage, "ruben@leerkring.example", "4 voornemens"))
    look(page, "look-back-many")
    for card, outcome in zip(CARDS, ("Gelukt", "Nog bezig", "Losgelaten", "Gelukt"), strict=True):
        page.goto("/voornemens/")
        page.get_by_role("link", name=card).first.click()
        look_back(page, outcome)

    gea = sign_in(walk_in, GEA, newest(stage, GEA, "Na 6 weken"))
    look(gea, "agreement-score")
    gea.get_by_label("Kwam het niet na").check()
    gea.get_by_label("In één zin").fill("Wij belden zelf, drie keer.")
    gea.get_by_role("button", name="Bewaar").click()
    expect(gea.get_by_role("heading", name="Na 6 weken: kwam het niet na")).to_be_visible()
    backstage(stage, "look_by_day")
    rik.goto(newest(stage, RIK, "Kwam het niet na, zegt De Noordkade"))
    rik.get_by_role("link", name="Antwoord", exact=True).click()
    rik.get_by_label("Dat zien wij anders").check()
    rik.get_by_label("Jullie antwoord").fill("Wij spraken in, maar niemand belde terug.")
    send(rik, "Bewaar")
    backstage(stage, "look_by_day")
    gea.goto(newest(stage, GEA, "Antwoord: Dat zien wij anders"))
    expect(gea.get_by_text("open punt")).to_be_visible()
    look(gea, "agreement-apart")

    second = meet(page, "Weer aan tafel", "Kade en singel")
    tally = page.get_by_role("region", name="Wat er van eerdere voornemens kwam")
    for part in ("2 gelukt", "1 nog bezig", "1 anders gegaan", "1 losgelaten"):
        expect(tally).to_contain_text(re.compile(part.replace(" ", r"\s+"), re.IGNORECASE))
    look(page, "next-meeting")
    page.goto(f"{second}programma/")
    apart = page.get_by_role("group", name="Een afspraak die wringt")  # put there by itself
    expect(apart).to_be_visible()
    look(page, "next-programme")

    backstage(stage, "weeks_pass", SIX, circle, [])
    again = newest(stage, "ruben@leerkring.example", "Hoe ging het met jullie voornemen?")
    page.goto(again)
    expect(page.get_by_role("heading", level=1)).to_have_text(CARDS[1])
    subjects = [str(mail["Subject"]) for mail in mails_at(stage.mail, DOMAIN)]
    assert len([each for each in subjects if "je voornemen" in each]) == 1, "it ended once"


def test_what_a_team_promised_is_told_in_its_next_paper(walk_in: WalkIn, stage: Stage) -> None:
    programme, _ = backstage(stage, "take_in_round", "Vecht voorjaar", VECHT)
    backstage(stage, "accounts", [[f"mia@{DOMAIN}", "Mia Vechter", VECHT[0][0]]])
    backstage(stage, "hold_the_rest", programme)
    backstage(stage, "weeks_pass", SIX, 0, [VECHT[0][0]])
    mia = sign_in(walk_in, f"mia@{DOMAIN}", newest(stage, f"mia@{DOMAIN}", "jullie voornemen?"))
    look_back(mia, "Gelukt", "Samen bellen scheelt tijd.")

    following, sessions = backstage(stage, "take_in_round", "Vecht najaar", VECHT)
    backstage(stage, "led_by_the_coordinator", following)
    page = walk_in("coordinator", sessions[VECHT[0][0]])
    page.get_by_label("Waar sta ik?").fill("Ik bel nu wél op tijd.")
    expect(page.locator("[data-capture-state=saved]")).to_have_text("Alles is bewaard.")
    page.get_by_role("button", name="Naar de wijkkrant").click()
    expect(page.get_by_text("Er is nog geen akkoord")).to_be_visible()
    mia.goto(page.url)
    mia.get_by_label("Iedereen").check()
    mia.get_by_role("button", name="Namens het team akkoord").click()
    expect(mia.get_by_text("Het team is akkoord: de krant mag naar")).to_be_visible()
    page.reload()
    page.get_by_role("button", name="Breng uit voor iedereen").click()
    expect(page.get_by_role("status").first).to_contain_text("De krant is uit!")
    reader = walk_in("visitor", page.url, width=PHONE)
    expect(reader.get_by_role("main")).to_contain_text("Van 1 voornemen: 1 gelukt.")
    look(reader, "next-paper")
