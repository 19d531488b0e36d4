"""A meeting with the keyboard alone on a phone: inviting, groups, a board, the report, a promise.

Nothing is clicked. What has the focus is seen, and after each key there is something that has it.
"""

from datetime import datetime, timedelta

from playwright.sync_api import Page, expect

from tests.journeys.conftest import WalkIn
from tests.journeys.test_boards import look
from tests.journeys.test_workday import SITE_TIME

PHONE, MOST_KEYS = 360, 150
TITLE, CIRCLE = "Middag aan de dijk", "Ouders aan tafel"
GUESTS = [f"Dijkgast {number}" for number in range(1, 7)]
SAID = """() => {
  const at = document.activeElement;
  const isTick = at.matches("input[type=radio], input[type=checkbox]");
  const around = isTick ? [at.parentElement, at.nextElementSibling] : [at.closest(".card")];
  const shown = [at, ...around].filter(Boolean);
  const parts = shown.flatMap((each) => [[each, ""], [each, "::after"]]);
  const rings = parts.map(([each, part]) => getComputedStyle(each, part));
  const said = (at.ariaLabel || at.labels?.[0]?.innerText || at.innerText || at.value || "")
    .replace("(mag leeg blijven)", "");
  return {
    words: said.split("\\n").map((words) => words.trim()),
    seen: rings.some((ring) => ring.outlineStyle !== "none"),
    lost: at === document.body,
  };
}"""


def tab_to(page: Page, name: str, *, back: bool = False) -> None:
    """Press Tab until what is called so has the focus, and shows that it has."""
    for _ in range(MOST_KEYS):
        page.keyboard.press("Shift+Tab" if back else "Tab")
        at = page.evaluate(SAID)
        if name in at["words"] and not at["lost"]:
            assert at["seen"], f"nobody sees that «{name}» has the focus"
            return
    raise AssertionError(f"Tab never reaches «{name}» on {page.url}")


def press(page: Page, name: str, key: str = "Enter") -> None:
    tab_to(page, name)
    page.keyboard.press(key)


def go(page: Page, name: str) -> None:
    """Over a link or a button to another page."""
    tab_to(page, name)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def write(page: Page, name: str, text: str) -> None:
    tab_to(page, name)
    page.keyboard.press("Control+a")
    page.keyboard.type(text)


def tick(page: Page, first: str, name: str) -> None:
    """One of several, by the arrows from the one that is ticked."""
    tab_to(page, first)
    for _ in range(MOST_KEYS):
        at = page.evaluate(SAID)
        if name in at["words"]:
            assert at["seen"]
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"no arrow reaches «{name}»")


def choose(page: Page, name: str, option: str) -> None:
    """In a list, by its first letters."""
    tab_to(page, name)
    page.keyboard.type(option)


def write_moment(page: Page, name: str, before: str, wanted: str, *ways: str) -> None:
    """Into a field of a date or a time, as this browser wants it: day first or month, am and pm.
    `before` is what comes before it."""
    for way in ways:
        tab_to(page, name)
        page.keyboard.type(way)
        if page.get_by_label(name).input_value() == wanted:
            return
        tab_to(page, before, back=True)
    raise AssertionError(f"«{name}» does not take {wanted}")


def make_a_meeting(page: Page) -> str:
    """An empty programme with one block; made known. Its address."""
    go(page, "Leeg programma")
    write(page, "Titel", TITLE)
    tick(page, "De leden van de kring", "Iedereen met een account")
    begun = datetime.now(SITE_TIME) - timedelta(minutes=2)
    days, hours = (f"{begun:%m%d%Y}", f"{begun:%d%m%Y}"), (f"{begun:%I%M%p}", f"{begun:%H%M}")
    write_moment(page, "Datum", "Iedereen met een account", f"{begun:%Y-%m-%d}", *days)
    write_moment(page, "Begint om", "Datum", f"{begun:%H:%M}", *hours)
    look(page, "keys-new")
    go(page, "Maak het concept")
    go(page, "Nieuw onderdeel")
    write(page, "Titel", "Aan tafel")
    choose(page, "Hoe", "In g")
    go(page, "Voeg toe")
    press(page, "Deze bijeenkomst")
    go(page, "Bijeenkomst")
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
    address = page.url
    go(page, "Maak bekend")
    expect(page.get_by_role("status")).to_contain_text("bekendgemaakt")
    return address


def invite(page: Page) -> None:
    go(page, "Mensen uitnodigen")
    lines = "\n".join(f"{name}; {name.replace(' ', '').lower()}@dijk.example" for name in GUESTS)
    tab_to(page, "Plak hier namen en adressen")
    page.keyboard.insert_text(lines)
    look(page, "keys-inviting")
    go(page, "Nodig deze mensen uit")
    expect(page.get_by_role("rowheader")).to_have_count(len(GUESTS))


def say_yes(walk_in: WalkIn, key: str, address: str) -> None:
    page = walk_in(key, address, width=PHONE)
    go(page, "Ja, ik kom")
    go(page, "Verstuur je antwoord")
    expect(page.get_by_text("Je komt.").first).to_be_visible()


def make_groups(page: Page) -> None:
    press(page, "Deze bijeenkomst")
    go(page, "Groepen")
    write(page, "Aantal tafels", "2")
    write(page, "Aantal rondes", "2")
    go(page, "Maak de groepen")
    expect(page.get_by_role("heading", name="Tafel 2")).to_have_count(2)
    look(page, "keys-groups")


def lead_a_board(page: Page, walk_in: WalkIn) -> None:
    """A question with cards: one is hidden, two come under a theme, while phones send others."""
    go(page, "Maak een bord")
    go(page, "Maak het bord")
    choose(page, "Soort", "Open")
    write(page, "De vraag", "Wat helpt?")
    go(page, "Zet klaar")
    go(page, "Open het bord")
    code = page.locator(".board-code strong").inner_text()
    go(page, "Begin met vraag 1")
    expect(page.locator("#nu")).to_be_focused()
    phone = walk_in("visitor", "/bord/", width=PHONE)
    write(phone, "De zes letters op het scherm", code)
    go(phone, "Doe mee")
    send_card(phone, "Bellen")
    send_card(phone, "Koffie")
    expect(page.get_by_text("Koffie", exact=True)).to_be_visible()

    press(page, "Verberg: Koffie")
    send_card(phone, "Later gekomen")  # the page is drawn anew under the fingers
    expect(page.get_by_text("Later gekomen", exact=True)).to_be_visible()
    assert "Verberg: Koffie" in page.evaluate(SAID)["words"], "the focus stays where it was"
    write(page, "Waarom?", "Dubbel")
    go(page, "Verberg deze kaart")
    expect(page.locator("#nu")).to_be_focused()
    tab_to(page, "Later gekomen")
    page.keyboard.press("Space")
    write(page, "Zet aangevinkte kaarten onder een thema", "Op tijd")
    go(page, "Breng bij elkaar")
    press_and_stay(page, "Toon wat er binnen is")
    expect(page.get_by_text("getoond", exact=False).first).to_be_visible()
    look(page, "keys-board")
    phone.close()
    press(page, "Sluit het bord")
    go(page, "Sluit voorgoed")
    expect(page.get_by_text("Niemand kan nog antwoorden")).to_be_visible()


def press_and_stay(page: Page, name: str) -> None:
    go(page, name)
    assert not page.evaluate(SAID)["lost"], f"after «{name}» nothing has the focus"


def send_card(phone: Page, text: str) -> None:
    phone.locator("textarea, input[name=text]").first.wait_for()
    for _ in range(MOST_KEYS):
        phone.keyboard.press("Tab")
        if phone.evaluate("document.activeElement.name") == "text":
            break
    phone.keyboard.type(text)
    tab_to(phone, "Verstuur")
    phone.keyboard.press("Enter")
    expect(phone.get_by_role("status")).to_have_text("Alles bewaard")
    assert not phone.evaluate(SAID)["lost"], "who sent a card can go on writing"


def write_the_report(page: Page) -> None:
    go(page, "Maak het verslag")
    write(page, "In het kort", "We spraken over bellen.")
    look(page, "keys-report")
    go(page, "Bewaar")
    expect(page.locator("#voorbeeld")).to_contain_text("We spraken over bellen.")
    go(page, "Akkoord")
    go(page, "Breng het verslag uit")
    expect(page.get_by_role("status")).to_contain_text("Het verslag is uit.")


def promise(page: Page) -> None:
    """To a partner in a circle; the agreement remembers at which meeting."""
    go(page, "Maak een afspraak")
    go(page, "Kies een werkgroep")
    choose(page, "In welke werkgroep?", CIRCLE)
    look(page, "keys-agreement-where")
    go(page, "Verder")
    choose(page, "Wie spreekt voor de ander?", "Samira")
    write(page, "Wat is de afspraak?", "Wij bellen binnen twee dagen terug.")
    write(page, "Wat mag de ander verwachten?", "Een belletje.")
    look(page, "keys-agreement")
    go(page, "Spreek af")
    expect(page.get_by_role("heading", level=1)).to_have_text("Wij bellen binnen twee dagen terug.")
    expect(page.get_by_role("link", name=TITLE)).to_be_visible()
    look(page, "keys-agreed")
    page.goto("/afspraken/")
    go(page, "Wij bellen binnen twee dagen terug.")


def test_a_meeting_is_prepared_held_and_kept_without_a_mouse(walk_in: WalkIn) -> None:
    page = walk_in("coordinator", "/bijeenkomsten/nieuw/", width=PHONE)
    address = make_a_meeting(page)
    page.goto(address)
    invite(page)
    for key in ("professional", "facilitator", "adviser", "manager"):
        say_yes(walk_in, key, address)
    for step in (make_groups, lambda page: lead_a_board(page, walk_in), write_the_report, promise):
        page.goto(address)
        step(page)
