"""Three taps around a circle: asked by who guides it, answered by somebody without an account."""

import re

from playwright.sync_api import expect

from tests.journeys.conftest import WalkIn
from tests.journeys.test_accessible import faults


def test_three_taps_after_a_meeting_of_a_circle(walk_in: WalkIn) -> None:
    guide = walk_in("facilitator", "circle open")
    guide.get_by_role("button", name="Vraag om terugblik").click()
    expect(guide.get_by_role("heading", level=1)).to_have_text("Hoe kijk je terug?")
    link = guide.locator(".pulse-url a").inner_text()
    assert faults(guide) == []

    path = re.sub(r"^https?://[^/]+", "", link)
    phone = walk_in("visitor", path, width=360, java_script_enabled=False)
    expect(phone.get_by_text("Ik heb iets aan deze bijeenkomst.")).to_be_visible()
    for group in phone.locator("fieldset").all():
        group.locator("label.step").nth(3).click()
    phone.get_by_role("button", name="Verstuur").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Dank je wel")
    phone.get_by_text("Wat bewaren we, en wie ziet wat?").click()
    expect(phone.get_by_text("Daarna gooien we jouw antwoord weg.")).to_be_visible()

    guide.get_by_role("button", name="Sluit, en bekijk de uitkomst").click()
    expect(guide.get_by_text("Hier laten we niets zien")).to_be_visible()  # one answer is too few
