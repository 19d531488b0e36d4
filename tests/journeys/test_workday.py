"""A work day from its form to its report: prepared, held on phones, and kept for who was not there.

Everybody in it is themselves, in a browser of their own; guests have no account.
"""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path
from zoneinfo import ZoneInfo

from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader

from tests.journeys.asking import backstage, send_mails
from tests.journeys.conftest import Stage, WalkIn
from tests.journeys.mailbox import dates_in, mails_at, part_of
from tests.journeys.test_boards import CHOICES, add, code_of, join, look, take_over, vote

PHONE, DESK, THIRTY = 360, 1280, 30
TITLE, DOMAIN = "Werkdag aan de haven", "haven.example"
QUESTION = "Hoe blijf je bellen als het druk is?"
DILEMMA, TOMORROW = "Wie beslist er over de volgende stap?", "Wat doe je anders?"
SECOND = "Wie belt het gezin?"
PROMISE, LEAD = "bel ik eerst zelf", "We spraken over bellen en beslissen."
HOUSES = ("De Loods", "De Kade", "De Pier")
GUESTS = [f"Gast {number}" for number in range(1, 7)]
WITHHELD = "verschoof er te weinig om te laten zien"
SITE_TIME = ZoneInfo("Europe/Amsterdam")


def fill_in_when(page: Page, moment: datetime) -> None:
    page.get_by_label("Datum").fill(f"{moment:%Y-%m-%d}")
    page.get_by_label("Begint om").fill(f"{moment:%H:%M}")


def make_and_announce(page: Page) -> str:
    """From the shelf of forms to a page that everybody may see; its address."""
    page.get_by_role("link", name="Maak een bijeenkomst").click()
    page.get_by_role("link", name="Werkdag van kernpartners").click()
    page.get_by_label("Titel").fill(TITLE)
    page.get_by_label("Iedereen, ook zonder account").check()
    fill_in_when(page, datetime.now(SITE_TIME).replace(hour=9, minute=30) + timedelta(days=2))
    page.get_by_role("button", name="Maak het concept").click()
    expect(page.get_by_text("09.30–09.55")).to_be_visible()
    look(page, "programme")
    page.get_by_role("link", name="Bijeenkomst", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
    page.get_by_role("button", name="Maak bekend").click()
    expect(page.get_by_role("status")).to_contain_text("bekendgemaakt")
    address = page.url
    page.get_by_role("link", name="Rollen", exact=True).first.click()
    page.get_by_label("Rol", exact=True).select_option(label="dagvoorzitter")
    page.get_by_label("Of het e-mailadres").fill("hanneke@leerkring.example")
    page.get_by_role("button", name="Geef de rol").click()
    expect(page.get_by_role("main")).to_contain_text("Hanneke Duyvestein")
    return address


def invite_a_pasted_list(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("link", name="Mensen uitnodigen").click()
    lines = [
        f"{name}; gast{number}@{DOMAIN}; {HOUSES[number % 3]}"
        for number, name in enumerate(GUESTS, 1)
    ]
    page.get_by_label("Plak hier namen en adressen").fill("\n".join(lines))
    page.get_by_role("button", name="Nodig deze mensen uit").click()
    expect(page.get_by_role("rowheader")).to_have_count(len(GUESTS))


def links_in(mail: Path) -> list[str]:
    """Of each guest the link with which they say that they come."""
    found = {}
    for message in mails_at(mail, DOMAIN):
        assert [each["METHOD"] for each in dates_in(message)] == ["REQUEST"]
        words = part_of(message, "text/plain")
        link = re.search(r"/komen/\S+\?zeg=ja", words)
        assert link, words
        found[str(message["To"])] = link[0]
    return [found[to] for to in sorted(found)]


def accept_from_the_mail(guest: Page, links: list[str]) -> None:
    """Following the link answers nothing yet; who sends the answer has a code for the door."""
    for link in links:
        guest.goto(link)
        expect(guest.get_by_label("Ja, ik kom")).to_be_checked()
        guest.get_by_role("button", name="Verstuur je antwoord").click()
        expect(guest.get_by_text("Je komt.")).to_be_visible()
    expect(guest.get_by_role("heading", name="Jouw code voor de deur")).to_be_visible()
    look(guest, "guest-comes")


def bring_a_question(page: Page) -> None:
    page.get_by_role("link", name="Breng een vraag mee").click()
    page.get_by_label("Welke vraag breng je mee?").fill(QUESTION)
    page.get_by_role("button", name="Breng mee").click()
    expect(page.get_by_role("main")).to_contain_text(QUESTION)
    look(page, "question-brought")


def seats_of(page: Page, name: str) -> Locator:
    return page.locator(".seats li").filter(has_text=name)


def make_groups(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("link", name="Groepen", exact=True).click()
    page.get_by_label("Aantal tafels").fill("2")
    page.get_by_label("Aantal rondes").fill("2")
    page.get_by_role("button", name="Maak de groepen").click()
    expect(page.get_by_role("heading", name="Tafel 2")).to_have_count(2)
    for name in GUESTS:
        expect(seats_of(page, name)).to_have_count(2)
    look(page, "groups")


def begin_now(page: Page, address: str) -> None:
    """By the form of the meeting: it began a minute ago."""
    page.goto(address)
    page.get_by_role("link", name="Wijzig", exact=True).click()
    fill_in_when(page, datetime.now(SITE_TIME) - timedelta(minutes=1))
    page.get_by_role("button", name="Bewaren").click()
    expect(page.get_by_role("status")).to_contain_text("De bijeenkomst is bewaard.")


def tap_who_is_there(page: Page, address: str, names: list[str]) -> None:
    page.goto(f"{address}aanwezig/")
    for name in names:
        page.get_by_role("button", name=f"{name} is aanwezig").click()
    expect(page.locator(".desk-top")).to_contain_text(f"{len(names)} van {len(GUESTS)} zijn er")
    expect(page.locator("[data-desk-state]")).to_have_text("Alles is bewaard")
    look(page, "door")


def remake_groups(page: Page, address: str, away: list[str]) -> None:
    page.goto(f"{address}groepen/")
    expect(page.get_by_text("2 mensen met een tafel zijn er niet.")).to_be_visible()
    page.get_by_role("button", name="Werk bij met wie er is").click()
    expect(page.get_by_role("status")).to_contain_text("2 mensen zijn eraf.")
    for name in away:
        expect(seats_of(page, name)).to_have_count(0)
    expect(page.get_by_role("heading", name="Tafel 2")).to_have_count(2)


def open_a_board(chair: Page) -> str:
    """The chair makes a board on a phone; its code."""
    chair.get_by_role("link", name="Maak een bord").click()
    chair.get_by_role("button", name="Maak het bord").click()
    for dilemma in (DILEMMA, SECOND):
        add(chair, "Dilemma, vóór en ná het gesprek", dilemma, "\n".join(CHOICES))
    add(chair, "Vanaf morgen …", TOMORROW)
    chair.get_by_role("button", name="Open het bord").click()
    return code_of(chair)


def vote_all(phones: list[Page], choices: Sequence[str]) -> None:
    for phone, choice in zip(phones, choices, strict=True):
        vote(phone, choice)
    for phone in phones:
        expect(phone.get_by_role("status")).to_have_text("Alles bewaard")


def vote_twice(stage: Stage, chair: Page, wall: Page, phones: list[Page], code: str) -> None:
    """Thirty vote before and after the talk; one of them drops and comes back."""
    chair.get_by_role("button", name="Begin met vraag 1").click()
    for phone in phones:
        expect(phone.get_by_role("heading", level=1)).to_have_text(DILEMMA)
    dropped = phones[-1]
    dropped.context.set_offline(True)
    vote(dropped, CHOICES[1])
    expect(dropped.get_by_role("status")).to_have_text("1 nog niet verstuurd")
    vote_all(phones[:-1], [CHOICES[0]] * 20 + [CHOICES[1]] * 9)
    assert backstage(stage, "kept_on_board", code) == [[29, 29]]
    dropped.context.set_offline(False)
    expect(dropped.get_by_role("status")).to_have_text("Alles bewaard")
    assert backstage(stage, "kept_on_board", code) == [[30, 30]], "each once, by a phone of its own"
    chair.get_by_role("button", name="Toon wat er binnen is").click()
    expect(wall.get_by_text("7 van de 10")).to_be_visible()
    look(wall, "wall-thirty")

    chair.get_by_role("button", name="Stem nog eens").click()
    for phone in phones:
        expect(phone.get_by_text("na het gesprek")).to_be_visible()
    vote_all(phones, [CHOICES[0]] * 8 + [CHOICES[1]] * 22)
    assert backstage(stage, "kept_on_board", code) == [[30, 30], [30, 30]]
    chair.get_by_role("button", name="Toon wat er binnen is").click()
    for page in (wall, dropped):
        first = page.get_by_role("listitem").filter(has_text=CHOICES[0])
        expect(first).to_contain_text("vóór: 7 van de 10")
        expect(first).to_contain_text("ná: 3 van de 10")
    look(wall, "wall-thirty-shift")
    look(dropped, "phone-thirty-shift")


def think_again_alone(chair: Page, wall: Page, phones: list[Page]) -> None:
    """Five answer, and one of them votes otherwise: who it was would be known, so it stays dark."""
    chair.get_by_role("button", name="Volgende").click()
    for phone in phones:
        expect(phone.get_by_role("heading", level=1)).to_have_text(SECOND)
    vote_all(phones, [CHOICES[0]] * 5)
    expect(chair.get_by_text("5 of meer antwoorden")).to_be_visible()
    chair.get_by_role("button", name="Toon wat er binnen is").click()
    expect(wall.get_by_text("8 van de 10 of meer")).to_be_visible()
    chair.get_by_role("button", name="Stem nog eens").click()
    for phone in phones:
        expect(phone.get_by_text("na het gesprek")).to_be_visible()
    vote_all(phones, [CHOICES[1], *[CHOICES[0]] * 4])
    expect(chair.get_by_text("5 of meer antwoorden")).to_be_visible()
    chair.get_by_role("button", name="Toon wat er binnen is").click()
    for page in (wall, phones[1]):  # one moved: who it was would be known, so words stand for it
        expect(page.get_by_text(WITHHELD)).to_be_visible()
        expect(page.get_by_text("vóór: 8 van de 10 of meer")).to_be_visible()
        expect(page.get_by_text("ná:")).to_have_count(0)
    look(wall, "wall-withheld")


def collect_from_tomorrow(chair: Page, wall: Page, phones: list[Page]) -> None:
    chair.get_by_role("button", name="Volgende").click()
    for number, phone in enumerate(phones, 1):
        phone.get_by_label("Vanaf morgen …").fill(f"{PROMISE}, {number} keer")
        phone.get_by_role("button", name="Verstuur").click()
    for phone in phones:
        expect(phone.get_by_role("status")).to_have_text("Alles bewaard")
    look(phones[0], "phone-tomorrow")
    chair.get_by_role("button", name="Toon wat er binnen is").click()
    for number in range(1, len(phones) + 1):
        expect(wall.get_by_text(f"{PROMISE}, {number} keer", exact=True)).to_have_count(1)
    expect(wall.locator(".told-cards li")).to_have_count(len(phones))
    look(wall, "wall-tomorrow")
    chair.reload()
    look(chair, "lead-tomorrow")
    take_over(chair, "De Kade", len(phones))
    for phone in phones:  # people go home
        phone.close()
    chair.get_by_text("Sluit het bord").click()
    chair.get_by_role("button", name="Sluit voorgoed").click()
    expect(chair.get_by_text("Niemand kan nog antwoorden")).to_be_visible()


def write_the_report(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("link", name="Maak het verslag").click()
    for words in (QUESTION, DILEMMA, PROMISE):  # it wrote itself
        expect(page.locator("#voorbeeld")).to_contain_text(words)
    page.get_by_label("In het kort").fill(LEAD)
    page.get_by_role("button", name="Bewaar", exact=True).click()
    expect(page.locator("#voorbeeld")).to_contain_text(LEAD)
    expect(page.get_by_text("Jij schreef het laatst.")).to_be_visible()
    look(page, "report-desk")


def agree_and_bring_out(chair: Page, organiser: Page, address: str) -> None:
    chair.goto(f"{address}verslag/maken/")
    chair.get_by_role("button", name="Akkoord").click()
    expect(chair.get_by_text("Akkoord: Hanneke Duyvestein.")).to_be_visible()
    organiser.reload()
    organiser.get_by_role("button", name="Breng het verslag uit").click()
    expect(organiser.get_by_role("status")).to_contain_text("Het verslag is uit.")


def read_as_a_guest(guest: Page, address: str) -> None:
    guest.goto(address)
    guest.get_by_role("link", name="Lees het verslag").click()
    main = guest.get_by_role("main")
    for words in (LEAD, QUESTION, DILEMMA, WITHHELD, "vóór het gesprek 8 van de 10", PROMISE):
        expect(main).to_contain_text(words)
    for name in ("Gast 1", "Samira", "Hanneke"):
        expect(main).not_to_contain_text(name)
    look(guest, "report")
    link = guest.get_by_role("link", name="Als pdf").get_attribute("href")
    pdf = guest.request.get(str(link))
    assert pdf.headers["content-type"] == "application/pdf"
    text = "".join(page.extract_text() for page in PdfReader(BytesIO(pdf.body())).pages)
    assert TITLE in text and LEAD in " ".join(text.split())


def test_a_work_day_is_prepared_held_and_kept(walk_in: WalkIn, stage: Stage) -> None:
    organiser = walk_in("coordinator", "/bijeenkomsten/")
    address = make_and_announce(organiser)
    invite_a_pasted_list(organiser, address)
    look(organiser, "inviting")
    send_mails(stage)
    guest = walk_in("visitor", "/bijeenkomsten/", width=PHONE)
    links = links_in(stage.mail)
    assert len(links) == len(GUESTS)
    accept_from_the_mail(guest, links)
    bring_a_question(walk_in("professional", address, width=PHONE))
    make_groups(organiser, address)

    begin_now(organiser, address)
    tap_who_is_there(organiser, address, GUESTS[:4])
    remake_groups(organiser, address, GUESTS[4:])
    chair = walk_in("facilitator", address, width=PHONE)
    code = open_a_board(chair)
    wall = walk_in("facilitator", f"{chair.url}scherm/", width=DESK)
    phones = [join(walk_in, code) for _ in range(THIRTY)]
    vote_twice(stage, chair, wall, phones, code)
    think_again_alone(chair, wall, phones[:5])
    collect_from_tomorrow(chair, wall, phones)

    write_the_report(organiser, address)
    agree_and_bring_out(chair, organiser, address)
    read_as_a_guest(guest, address)
