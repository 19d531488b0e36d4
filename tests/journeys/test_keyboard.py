"""Everything with the keyboard alone: past the menu, in by password or by a code, and a form."""

import email
import re
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.journeys.conftest import Stage, WalkIn
from tests.journeys.stage import PASSWORD

MOST_KEYS = 60


def tab_to(page: Page, name: str) -> None:
    """Press Tab until the thing with this label or these words has the focus."""
    said = "e => e && (e.labels?.[0]?.innerText || e.innerText || e.value || '')"
    for _ in range(MOST_KEYS):
        page.keyboard.press("Tab")
        if name in page.evaluate(f"({said})(document.activeElement)").split("\n"):
            outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
            assert outline != "none", f"nobody sees that «{name}» has the focus"
            return
    raise AssertionError(f"Tab never reaches «{name}»")


def newest_code(mail: Path) -> str:
    newest = max(mail.iterdir(), key=lambda path: path.stat().st_mtime_ns)
    body = email.message_from_bytes(newest.read_bytes()).get_payload()
    found = re.search(r"^\s*([A-Z0-9-]{6,12})\s*$", str(body), re.MULTILINE)
    assert found, body
    return found[1]


def test_the_first_key_leads_past_the_menu(walk_in: WalkIn) -> None:
    page = walk_in("visitor", "/werkvormen/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Naar de inhoud")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#inhoud")).to_be_focused()


def test_signing_in_with_a_password(walk_in: WalkIn) -> None:
    page = walk_in("visitor", "/account/login/")
    tab_to(page, "E-mailadres")
    page.keyboard.type("samira@leerkring.example")
    tab_to(page, "Wachtwoord")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Dag Samira")


def test_signing_in_with_a_code_from_the_mail(walk_in: WalkIn, stage: Stage) -> None:
    page = walk_in("visitor", "/account/login/")
    tab_to(page, "Mail me een code")
    page.keyboard.press("Enter")
    page.wait_for_url("**/code/")
    tab_to(page, "E-mailadres")
    page.keyboard.type("wouter@leerkring.example")
    page.keyboard.press("Enter")
    page.locator("input[name=code]").wait_for()
    tab_to(page, "Code")
    page.keyboard.type(newest_code(stage.mail))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Dag Wouter")


def test_a_form_is_filled_in_and_corrected(walk_in: WalkIn) -> None:
    page = walk_in("coordinator", "/programmas/nieuw/")
    tab_to(page, "Hoe heet het programma?")
    page.keyboard.type("Week van West")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_be_visible()
    tab_to(page, "In welke gemeente?")
    page.keyboard.press("Enter")
    expect(page.get_by_label("In welke gemeente?")).to_be_focused()


def test_a_block_of_a_script_opens(walk_in: WalkIn) -> None:
    page = walk_in("professional", "team own")
    title = page.locator(".script__title").first.inner_text()
    tab_to(page, title)
    page.keyboard.press("Enter")
    expect(page.locator(".script details").first).to_have_attribute("open", "")
