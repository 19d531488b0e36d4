"""While people meet, and after it, with the keyboard alone on a phone: the door, the clock, a
table, a question to bring, a dilemma, looking back, and who falls ill in the week.

On each page every stop is reached, in order and seen; axe finds nothing; and after each key there
is something that has the focus.
"""

from playwright.sync_api import Page, expect

from tests.journeys.asking import backstage, send_mails
from tests.journeys.conftest import Stage, WalkIn
from tests.journeys.test_boards import CHOICES, add, code_of, join, look, make_board
from tests.journeys.test_keyboard_meetings import PHONE, SAID, go, press, tick, write
from tests.journeys.test_tables import announce_with, lines_on, make_cafe, make_tables, sit_down
from tests.journeys.test_workday import begin_now
from tests.journeys.walking import reach, walk_through

COMING = ["Ine Sleutel", "Jos Sleutel"]
FIRST_WORDS = "at => at.firstChild.textContent.trim()"
HAS_FOCUS = "at => at === document.activeElement"
QUESTION, LINE = "Wie belt er als het stil blijft?", "Eerder bellen"


def see(page: Page, name: str) -> None:
    look(page, f"keys-{name}")
    walk_through(page)


def stay(page: Page) -> None:
    assert not page.evaluate(SAID)["lost"], f"nothing has the focus on {page.url}"


def test_somebody_is_checked_in_at_the_door(walk_in: WalkIn, stage: Stage) -> None:
    address, _ = backstage(stage, "a_day_at_the_door", "Deur met toetsen", COMING)
    page = walk_in("coordinator", address, width=PHONE)
    expect(page.get_by_text("Deze lijst werkt nu ook zonder netwerk")).to_be_visible()
    see(page, "desk")
    reach(page, "button", f"{COMING[0]} is aanwezig")
    page.keyboard.press("Enter")
    stay(page)
    button = page.get_by_role("button", name=f"{COMING[0]} is aanwezig")
    expect(button).to_have_attribute("aria-pressed", "true")
    page.reload()
    write(page, "Zoek een naam of typ de letters", COMING[1])
    page.keyboard.press("Enter")
    expect(page.get_by_text(f"{COMING[1]} is binnen.")).to_be_visible()
    stay(page)
    write(page, "Naam", "Kim Zonderlijst")
    press(page, "Erbij, en aanwezig")
    expect(page.get_by_label("Naam", exact=True)).to_be_focused()
    expect(page.locator("[data-desk-state]")).to_have_text("Alles is bewaard")
    expect(page.locator(".desk-top")).to_contain_text("3 van 2 zijn er")


def test_a_day_is_chaired_a_question_brought_and_a_line_written(
    walk_in: WalkIn, stage: Stage
) -> None:
    organiser = walk_in("coordinator", "/bijeenkomsten/")
    make_cafe(organiser, "Café met toetsen")
    address = announce_with(organiser, "hanneke@leerkring.example")
    code = make_tables(organiser, address)

    brings = walk_in("professional", address, width=PHONE)
    go(brings, "Breng een vraag mee")
    see(brings, "bring")
    write(brings, "Welke vraag breng je mee?", QUESTION)
    go(brings, "Breng mee")
    expect(brings.get_by_text(QUESTION).first).to_be_visible()

    begin_now(organiser, address)
    chair = walk_in("facilitator", f"{address}dag/", width=PHONE)
    see(chair, "clock")
    go(chair, "+5 minuten")
    expect(chair.locator(".meeting-day")).to_contain_text("+5 min.")
    chair.keyboard.press("Tab")  # and not from the top of the page again
    assert chair.evaluate("document.activeElement.closest('.meeting-clock') !== null")

    phone = sit_down(walk_in, code, 1)
    see(phone, "table")
    write(phone, "Wat ga ik met ingang van morgen anders of beter doen?", LINE)
    press(phone, "Schrijf op")
    stay(phone)
    expect(phone.get_by_role("status")).to_have_text("Alles bewaard")
    phone.reload()
    assert lines_on(phone) == [LINE]
    reach(phone, "button", LINE)
    with phone.expect_navigation():
        phone.keyboard.press("Enter")
    assert lines_on(phone) == []


def vote(phone: Page, choice: str) -> None:
    tick(phone, CHOICES[0], choice)
    phone.keyboard.press("Space")
    press(phone, "Verstuur")
    expect(phone.get_by_role("status")).to_have_text("Alles bewaard")
    stay(phone)


def test_a_dilemma_is_voted_twice(walk_in: WalkIn, stage: Stage) -> None:
    lead = make_board(walk_in, stage)
    add(lead, "Dilemma, vóór en ná het gesprek", "Wie beslist er?", "\n".join(CHOICES))
    phone = join(walk_in, code_of(lead))
    press(lead, "Begin met vraag 1")
    expect(phone.get_by_role("heading", level=1)).to_have_text("Wie beslist er?")
    expect(phone.get_by_role("heading", level=1)).to_be_focused()
    see(phone, "dilemma")
    vote(phone, CHOICES[1])
    for name in ("Toon wat er binnen is", "Stem nog eens, ná het gesprek"):
        go(lead, name)
        stay(lead)
    expect(phone.get_by_text("na het gesprek")).to_be_visible()
    vote(phone, CHOICES[0])
    go(lead, "Toon wat er binnen is")
    see(lead, "dilemma-lead")


def test_how_it_was_is_told_in_a_small_scan(walk_in: WalkIn, stage: Stage) -> None:
    page = walk_in("professional", "pulse", width=PHONE)
    see(page, "pulse")
    for statement in page.locator("legend").all_inner_texts():
        steps = page.get_by_role("group", name=statement).get_by_role("radio")
        while not steps.first.evaluate(HAS_FOCUS):
            page.keyboard.press("Tab")
        page.keyboard.press("ArrowDown")
        expect(steps.nth(1)).to_be_checked()
    go(page, "Verstuur")
    expect(page).to_have_url(f"{stage.url('pulse')}dank/")


def test_somebody_looks_back_on_a_promise(walk_in: WalkIn) -> None:
    page = walk_in("professional", "commitment open", width=PHONE)
    go(page, "Vertel hoe het ging")
    see(page, "looking-back")
    tick(page, "Gelukt", "Nog bezig")
    page.keyboard.press("Space")
    go(page, "Bewaar")
    expect(page.get_by_role("status").first).to_be_visible()


def test_a_facilitator_falls_ill_in_the_week(walk_in: WalkIn, stage: Stage) -> None:
    page = walk_in("coordinator", f"{stage.named['programme']}week/", width=PHONE)
    see(page, "week")
    name = page.locator("[data-week-grid] tbody th").first.evaluate(FIRST_WORDS)
    reach(page, "button", f"{name} is ziek")
    page.keyboard.press("Enter")
    expect(page.get_by_text("De planning wordt gemaakt")).to_be_visible()
    send_mails(stage)
    expect(page.get_by_text(f"Dit is de vervanging voor {name}")).to_be_visible(timeout=15_000)
    expect(page.locator("#planning h2")).to_be_focused()
    see(page, "week-ill")
    go(page, f"{name} kan toch")
    expect(page.get_by_role("button", name=f"{name} is ziek")).to_be_visible()
