"""Tables write on a phone that loses its network, and a guest without an account reads the report.

Before that: a programme is tried out, and what was learnt stands in the script.
"""

import re
from datetime import datetime, timedelta
from io import BytesIO

from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.journeys.asking import choose_theme, send, send_mails
from tests.journeys.conftest import Stage, WalkIn
from tests.journeys.mailbox import mails_at, part_of
from tests.journeys.test_boards import look
from tests.journeys.test_workday import SITE_TIME, agree_and_bring_out, begin_now, fill_in_when

PHONE, WIDTHS = 360, (360, 1280)
DOMAIN, GUEST = "tafels.example", "Gast Aandetafel"
QUESTION, THEME = "Hoe hou je contact als het stil wordt?", "Thuiszitters"
LINES = ("Eerder bellen 👍🏽", "Samen op huisbezoek 🏠", "ثقة في الحي")
NOT_SENT = "Het opschrijven is gesloten. Wat hieronder staat, is niet verstuurd."
LEAD = "We spraken in drie rondes over contact."


def look_everywhere(page: Page, name: str) -> None:
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        look(page, f"{name}-{width}")


def make_cafe(page: Page, title: str, theme: str = "") -> None:
    """A world café of the day after tomorrow, from the shelf of forms."""
    page.get_by_role("link", name="Maak een bijeenkomst").click()
    page.get_by_role("link", name="World café").click()
    page.get_by_label("Titel").fill(title)
    page.get_by_label("Iedereen, ook zonder account").check()
    if theme:
        choose_theme(page, theme)
    fill_in_when(page, datetime.now(SITE_TIME).replace(hour=9, minute=30) + timedelta(days=2))
    page.get_by_role("button", name="Maak het concept").click()
    expect(page.get_by_text("09.30–09.45")).to_be_visible()


def announce_with(page: Page, chair: str) -> str:
    page.get_by_role("link", name="Bijeenkomst", exact=True).click()
    send(page, "Maak bekend")
    address = page.url
    page.goto(f"{address}mensen/")
    page.get_by_label("Rol", exact=True).select_option(label="dagvoorzitter")
    page.get_by_label("Of het e-mailadres").fill(chair)
    send(page, "Geef de rol")
    return address


def invite_a_guest(page: Page, stage: Stage, address: str) -> str:
    """The link in the mail to somebody without an account."""
    page.goto(f"{address}uitnodigen/")
    page.get_by_label("Plak hier namen en adressen").fill(f"{GUEST}; gast@{DOMAIN}; De Loods")
    send(page, "Nodig deze mensen uit")
    send_mails(stage)
    return last_link(stage, r"/komen/[^/\s]+/")


def last_link(stage: Stage, like: str) -> str:
    found = re.search(like, part_of(mails_at(stage.mail, DOMAIN)[-1], "text/plain"))
    assert found
    return found[0]


def bring_a_question(guest: Page) -> None:
    guest.get_by_label("Welke vraag breng je mee?").fill(QUESTION)
    guest.get_by_label("Waar gaat je vraag over?").select_option(label=THEME)
    send(guest, "Breng de vraag mee")
    expect(guest.get_by_text(f"De Loods, over {THEME}")).to_be_visible()
    look_everywhere(guest, "table-guest")


def lay_it_on_a_table(page: Page, address: str) -> None:
    page.goto(f"{address}vragen/")
    page.get_by_text("Plaats en thema geven, of beantwoorden").click()
    page.get_by_label("Onderdeel").select_option(label="Eerste ronde: wat zien we?")
    page.get_by_label("Aan tafel").fill("1")
    expect(page.get_by_label("Thema", exact=True).first.locator("option:checked")).to_have_text(
        THEME
    )
    look_everywhere(page, "table-question")
    send(page, "Bewaar plek en thema")


def make_tables(page: Page, address: str) -> str:
    """Two; the letters with which phones come."""
    page.goto(f"{address}tafels/")
    page.get_by_label("Aantal tafels").fill("2")
    send(page, "Maak de tafels")
    look_everywhere(page, "tables-made")
    return page.locator(".table-code").inner_text()


def sit_down(walk_in: WalkIn, code: str, table: int) -> Page:
    phone = walk_in("visitor", "/tafel/", width=PHONE)
    phone.get_by_label("De zes letters op je tafel").fill(code.upper())
    send(phone, "Ga verder")
    phone.get_by_role("link", name=f"Tafel {table}").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text(
        f"Tafel {table}: Eerste ronde: wat zien we?"
    )
    phone.wait_for_load_state()  # its script too: before that a line is a page
    return phone


def write(phone: Page, text: str) -> None:
    phone.get_by_label("Wat ga ik met ingang van morgen").fill(text)
    phone.get_by_role("button", name="Schrijf op").click()


def write_without_network(phone: Page) -> Page:
    """What was written waits in sight, also when the page was closed before it could go."""
    state = phone.get_by_role("status")
    write(phone, LINES[0])
    expect(state).to_have_text("Alles bewaard")
    phone.context.set_offline(True)
    for text in LINES[1:]:
        write(phone, text)
    expect(state).to_have_text("2 nog niet verstuurd")
    waiting = phone.get_by_role("list", name="Nog niet verstuurd").get_by_role("listitem")
    expect(waiting).to_have_count(2)
    look_everywhere(phone, "table-offline")
    context, address = phone.context, phone.url
    phone.close()
    context.set_offline(False)
    again = context.new_page()
    again.goto(address)
    expect(again.get_by_role("status")).to_have_text("Alles bewaard")
    return again


def lines_on(page: Page) -> list[str]:
    return page.locator(".table-lines li > span").all_inner_texts()


def read_the_report(guest: Page, link: str) -> None:
    guest.goto(link)
    main = guest.get_by_role("main")
    for words in (LEAD, QUESTION, f"De Loods · {THEME}", *LINES):
        expect(main).to_contain_text(words)
    expect(main).not_to_contain_text(GUEST)
    look_everywhere(guest, "report-invited")
    href = guest.get_by_role("link", name="Als pdf").get_attribute("href")
    pdf = guest.request.get(str(href))
    text = "".join(page.extract_text() for page in PdfReader(BytesIO(pdf.body())).pages)
    for sign in "👍🏠":
        assert sign in text


def test_a_table_loses_its_network_and_no_line_and_a_guest_reads_them_in_the_report(
    walk_in: WalkIn, stage: Stage
) -> None:
    organiser = walk_in("coordinator", "/bijeenkomsten/")
    make_cafe(organiser, "Café aan de gracht", THEME)
    address = announce_with(organiser, "hanneke@leerkring.example")
    guest = walk_in("visitor", invite_a_guest(organiser, stage, address), width=PHONE)
    bring_a_question(guest)
    lay_it_on_a_table(organiser, address)
    code = make_tables(organiser, address)
    begin_now(organiser, address)

    phone = sit_down(walk_in, code, 1)
    expect(phone.get_by_text(QUESTION)).to_be_visible()
    expect(phone.get_by_text("Praat over de eerste vraag")).to_be_visible()
    phone = write_without_network(phone)
    beside, elsewhere = sit_down(walk_in, code, 1), sit_down(walk_in, code, 2)
    assert lines_on(beside) == list(LINES), "each once, in the order in which it was written"
    assert lines_on(elsewhere) == []
    look_everywhere(beside, "table-talk")
    organiser.goto(f"{address}tafels/")
    for text in LINES:
        expect(organiser.get_by_text(text, exact=True)).to_have_count(1)
    look_everywhere(organiser, "tables-harvest")

    organiser.goto(f"{address}verslag/maken/")
    organiser.get_by_label("In het kort").fill(LEAD)
    send(organiser, "Bewaar")
    chair = walk_in("facilitator", address)
    agree_and_bring_out(chair, organiser, address)
    send_mails(stage)
    read_the_report(guest, last_link(stage, r"/komen/\S+/verslag/"))


def stand_there(phone: Page, *lines: str) -> None:
    """What was not sent is in sight, each once, and can be taken along."""
    expect(phone.get_by_role("alert")).to_have_text(NOT_SENT)
    shown = phone.locator("[data-unsent] li")
    expect(shown).to_have_text([f"{each} niet verstuurd" for each in lines])
    phone.get_by_role("button", name="Kopieer de tekst").click()
    expect(phone.get_by_text("Gekopieerd.")).to_be_visible()
    assert phone.evaluate("navigator.clipboard.readText()") == "\n".join(lines)


def test_words_that_wait_at_a_table_outlast_its_closing_and_go_when_it_opens_again(
    walk_in: WalkIn, stage: Stage
) -> None:
    organiser = walk_in("coordinator", "/bijeenkomsten/")
    make_cafe(organiser, "Café aan de kade")
    address = announce_with(organiser, "hanneke@leerkring.example")
    code = make_tables(organiser, address)
    begin_now(organiser, address)
    phone = sit_down(walk_in, code, 1)
    phone.context.grant_permissions(["clipboard-read", "clipboard-write"])
    write(phone, LINES[1])
    expect(phone.get_by_role("status")).to_have_text("Alles bewaard")
    phone.context.set_offline(True)
    write(phone, LINES[0])
    expect(phone.get_by_role("status")).to_have_text("1 nog niet verstuurd")
    phone.get_by_label("Wat ga ik met ingang van morgen").fill(LINES[2])  # not handed in yet

    organiser.goto(f"{address}tafels/")
    send(organiser, "Sluit het opschrijven")
    phone.context.set_offline(False)
    expect(phone.locator("[data-unsent]")).to_be_focused()
    stand_there(phone, LINES[0], LINES[2])
    look_everywhere(phone, "table-closed")
    again = phone.context.new_page()
    again.goto(phone.url)
    expect(again.get_by_role("heading", level=1)).to_contain_text("Deze tafel is er niet")
    stand_there(again, LINES[0], LINES[2])
    look_everywhere(again, "table-gone")

    send(organiser, "Open het opschrijven weer")
    again.goto(phone.url)
    expect(again.get_by_role("status")).to_have_text("Alles bewaard")
    expect(again.get_by_label("Wat ga ik met ingang van morgen")).to_have_value(LINES[2])
    assert lines_on(sit_down(walk_in, code, 1)) == [LINES[1], LINES[0]]


def test_what_a_try_out_teaches_stands_in_the_script(walk_in: WalkIn, stage: Stage) -> None:
    page = walk_in("coordinator", "/bijeenkomsten/")
    make_cafe(page, "Café op proef")
    for kind, name in (("Doorgerekend", "sum"), ("Met een kleine groep", "group")):
        page.get_by_role("link", name="Try-out", exact=True).click()
        page.get_by_label(kind).check()
        page.get_by_label("Met hoeveel mensen?").fill("8")
        look_everywhere(page, f"try-outs-{name}")
        send(page, "Begin")
        look_everywhere(page, f"try-out-{name}")
    page.get_by_label("Minuten: Uitleg").fill("20")
    page.get_by_label("Opmerking: Uitleg").fill("De gastheren wisten het nog niet.")
    send(page, "Bewaar en neem de tijden over in het draaiboek")
    expect(page.get_by_role("status")).to_contain_text("1 onderdeel duurt nu anders.")
    first = page.locator(".meeting-script__block").first
    expect(first).to_contain_text("09.30–09.50")
    expect(first).to_contain_text("De gastheren wisten het nog niet.")
    expect(first.locator(".meeting-steps li").nth(1)).to_contain_text("7′")
    expect(page.locator(".meeting-script__block").nth(1)).to_contain_text("09.50–10.15")
    look_everywhere(page, "try-out-taken-over")
