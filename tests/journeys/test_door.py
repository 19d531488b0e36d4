"""At the door without a network: who is tapped in there stays in, once, whatever falls away."""

from playwright.sync_api import Page, expect

from tests.journeys.asking import backstage
from tests.journeys.conftest import Stage, WalkIn
from tests.journeys.test_accessible import faults
from tests.journeys.test_boards import look

NAMES = ["Aya Deur", "Bo Deur", "Cas Deur", "Dee Deur", "Els Deur"]
COPY = "caches.keys().then((names) => names.filter((name) => name.startsWith('leerkring-deur')))"
READY = "Deze lijst werkt nu ook zonder netwerk"

# A browser that reads codes, as a phone does: what the camera shows is the address on the badge.
CAMERA = """() => {
  window.BarcodeDetector = class {
    static async getSupportedFormats() { return ["qr_code"]; }
    async detect() { return window.shown ? [{ rawValue: window.shown }] : []; }
  };
  navigator.mediaDevices.getUserMedia = async () => {
    const canvas = document.createElement("canvas");
    canvas.getContext("2d").fillRect(0, 0, 9, 9);
    return canvas.captureStream();
  };
}"""


def is_here(page: Page, name: str, *, yes: bool = True) -> None:
    button = page.get_by_role("button", name=f"{name} is aanwezig")
    expect(button).to_have_attribute("aria-pressed", "true" if yes else "false")


def tap(page: Page, name: str) -> None:
    page.get_by_role("button", name=f"{name} is aanwezig").click()
    is_here(page, name)


def desk_of(walk_in: WalkIn, address: str, **options: int) -> Page:
    page = walk_in("coordinator", address, **options)
    expect(page.get_by_text(READY)).to_be_visible()
    return page


def test_three_who_came_in_without_a_network_are_in_once(stage: Stage, walk_in: WalkIn) -> None:
    address, people = backstage(stage, "a_day_at_the_door", "Deur zonder net", NAMES)
    away, other = desk_of(walk_in, address, width=360), desk_of(walk_in, address)
    state = away.locator("[data-desk-state]")
    tap(away, "Aya Deur")
    expect(state).to_have_text("Alles is bewaard")

    away.context.set_offline(True)
    for name in ("Bo Deur", "Cas Deur"):
        tap(away, name)
    away.get_by_label("Zoek een naam").fill(people["Dee Deur"]["letters"].upper())
    away.get_by_label("Zoek een naam").press("Enter")
    expect(away.get_by_text("Dee Deur is binnen.")).to_be_visible()
    expect(state).to_have_text("Geen netwerk: 3 wachten op dit apparaat")
    away.reload()
    for name in NAMES[:4]:
        is_here(away, name)
    is_here(away, "Els Deur", yes=False)
    expect(state).to_have_text("Geen netwerk: 3 wachten op dit apparaat")
    expect(away.locator(".desk-top")).to_contain_text("4 van 5 zijn er")
    look(away, "door-offline")
    tap(other, "Els Deur")

    away.context.set_offline(False)
    expect(state).to_have_text("Alles is bewaard")
    away.reload()
    other.reload()
    for page in (away, other):
        expect(page.locator(".desk-top")).to_contain_text("5 van 5 zijn er")
    assert backstage(stage, "taps_of", address) == dict.fromkeys(NAMES, 1)


def test_what_was_sent_after_the_copy_is_still_there_without_a_network(
    stage: Stage, walk_in: WalkIn
) -> None:
    address, _ = backstage(stage, "a_day_at_the_door", "Deur na de kopie", NAMES)
    page = desk_of(walk_in, address)
    tap(page, "Aya Deur")
    page.get_by_label("Naam", exact=True).fill("Fay Opeens")
    page.get_by_role("button", name="Erbij, en aanwezig").click()
    expect(page.locator("[data-desk-state]")).to_have_text("Alles is bewaard")
    page.context.set_offline(True)
    page.reload()
    is_here(page, "Aya Deur")
    expect(page.get_by_text("Fay Opeens")).to_be_visible()
    page.context.set_offline(False)


def test_a_tap_that_the_page_was_made_before_is_shown(stage: Stage, walk_in: WalkIn) -> None:
    address, _ = backstage(stage, "a_day_at_the_door", "Deur die haast heeft", NAMES)
    page = desk_of(walk_in, address)
    tap(page, "Aya Deur")
    expect(page.locator("[data-desk-state]")).to_have_text("Alles is bewaard")
    page.evaluate("""() => {
      const name = Object.keys(localStorage).find((one) => one.startsWith("leerkring-deur-gedaan"));
      const [tap] = JSON.parse(localStorage[name]);
      localStorage[name] = JSON.stringify([{ ...tap, is_here: "nee", sent: Date.now() + 60000 }]);
    }""")
    page.reload()
    is_here(page, "Aya Deur", yes=False)
    expect(page.get_by_text(READY)).to_be_visible()
    page.reload()
    is_here(page, "Aya Deur")


def test_a_code_before_the_camera_taps_in_once(stage: Stage, walk_in: WalkIn) -> None:
    address, people = backstage(stage, "a_day_at_the_door", "Deur met camera", NAMES)
    page = walk_in("coordinator", "/")
    page.context.add_init_script(f"({CAMERA})()")
    page.goto(address)
    page.get_by_role("button", name="Scan een code").click()
    for shown, said in (
        (people["Bo Deur"]["badge"], "Bo Deur is binnen."),
        ("https://elders.example/binnen/x/", "Deze code staat niet op deze lijst."),
        (people["Bo Deur"]["badge"], "Bo Deur was er al."),
    ):
        page.evaluate("(address) => { window.shown = address; }", shown)
        expect(page.get_by_text(said)).to_be_visible()
        is_here(page, "Bo Deur")
    look(page, "door-camera")
    page.get_by_role("button", name="Camera uit").click()
    expect(page.get_by_role("button", name="Scan een code")).to_be_focused()
    expect(page.locator("[data-desk-state]")).to_have_text("Alles is bewaard")
    assert backstage(stage, "taps_of", address) == {"Bo Deur": 1}


def test_the_list_leaves_the_device_at_the_end_and_at_signing_out(
    stage: Stage, walk_in: WalkIn
) -> None:
    address, _ = backstage(stage, "a_day_at_the_door", "Deur die dichtgaat", NAMES)
    page = desk_of(walk_in, address)
    assert len(page.evaluate(COPY)) == 1
    page.get_by_role("button", name="Klaar aan de deur").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Deur die dichtgaat")
    assert page.evaluate(COPY) == []

    page.goto(address)
    expect(page.get_by_text(READY)).to_be_visible()
    page.get_by_role("link", name="Afmelden").click()
    assert len(page.evaluate(COPY)) == 1
    # not signed out for good: other journeys go on with these cookies
    away = '<!DOCTYPE html><link rel="icon" href="data:,"><p>Weg</p>'  # asks for nothing more
    page.route(
        "**/account/logout/",
        lambda route: route.fulfill(status=200, content_type="text/html", body=away),
    )
    page.get_by_role("main").get_by_role("button").click()
    expect(page.get_by_text("Weg")).to_be_visible()
    page.unroute("**/account/logout/")
    page.goto("/")
    assert page.evaluate(COPY) == []


def test_who_may_no_longer_see_the_list_loses_the_copy(stage: Stage, walk_in: WalkIn) -> None:
    address, _ = backstage(stage, "a_day_at_the_door", "Deur op slot", NAMES)
    page = desk_of(walk_in, address)
    page.reload()
    expect(page.get_by_text(READY)).to_be_visible()
    page.context.clear_cookies()
    page.reload()
    expect(page).to_have_url(stage.url("/account/login/") + f"?next={address}")
    assert page.evaluate(COPY) == []


def test_the_desk_works_by_keyboard_and_axe_finds_nothing(stage: Stage, walk_in: WalkIn) -> None:
    address, people = backstage(stage, "a_day_at_the_door", "Deur met toetsen", NAMES)
    page = desk_of(walk_in, address)
    page.get_by_label("Zoek een naam").focus()
    page.keyboard.type(people["Cas Deur"]["letters"])
    page.keyboard.press("Enter")
    is_here(page, "Cas Deur")
    page.keyboard.type("Aya")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Aya Deur is binnen.")).to_be_visible()
    page.keyboard.type("Deur")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Dit past bij meer mensen.")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.locator(":focus")).to_have_attribute("aria-pressed", "false")
    assert faults(page) == []
