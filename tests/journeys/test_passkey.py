"""Somebody makes a passkey, and comes in with it, under the strict policy of the site."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.asking import send
from tests.journeys.conftest import Stage

AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def site(stage: Stage) -> str:
    """A passkey belongs to a name; a bare network address has none."""
    return stage.address.replace("127.0.0.1", "localhost")


def with_authenticator(page: Page) -> None:
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})


def test_a_passkey_is_made_and_opens_the_door(chromium: Browser, site: str) -> None:
    with chromium.new_context() as context:
        page = context.new_page()
        with_authenticator(page)
        page.goto(f"{site}/demo/")
        send(page, "Kijk mee als Nadia Vreeswaard")
        page.goto(f"{site}/account/2fa/webauthn/add/")
        page.locator("[name=name]").fill("Mijn laptop")
        page.locator("[name=passwordless]").check()
        page.get_by_role("button", name="Voeg toe").click()
        page.wait_for_url("**recovery-codes**")
        page.get_by_role("link", name="beveiligingssleutel").click()
        page.get_by_role("button", name="Gebruik je passkey").click()
        page.wait_for_url("**/2fa/recovery-codes/")
        page.goto(f"{site}/account/2fa/webauthn/")
        expect(page.get_by_role("rowheader", name="Mijn laptop")).to_be_visible()
        page.goto(f"{site}/account/logout/")
        page.locator("main button").click()
        expect(page.get_by_role("link", name="Aanmelden")).to_be_visible()
        page.goto(f"{site}/account/login/?next=/over/")
        page.get_by_role("button", name="Aanmelden met een passkey").click()
        page.wait_for_url("**/over/")
        expect(page.locator(".account__name")).to_have_text("Nadia Vreeswaard")


def test_without_javascript_the_door_names_another_way(chromium: Browser, site: str) -> None:
    with chromium.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{site}/account/login/")
        expect(page.locator("main noscript p")).to_be_visible()
        expect(page.get_by_role("link", name="Mail me een code")).to_be_visible()
