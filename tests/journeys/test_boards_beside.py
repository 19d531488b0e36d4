"""Three sessions beside each other, each with a board of its own: everybody finds the right one."""

from playwright.sync_api import Locator, Page, expect

from tests.journeys.asking import backstage
from tests.journeys.conftest import Stage, WalkIn
from tests.journeys.test_boards import PHONE, TABLET, WALL, add, code_of, join, look

TITLE, QUESTION = "Dag van drie sessies", "Wat helpt?"
SESSIONS = {
    "Jeugd": ("Zaal 1", "facilitator", "hanneke@leerkring.example"),
    "Wonen": ("Zaal 2", "professional", "samira@leerkring.example"),
    "Schulden": ("Zaal 3", "other_team", "nadia@leerkring.example"),
}


def row(page: Page, subject: str) -> Locator:
    own = page.locator("strong", has_text=subject)
    return page.locator(".meeting-strands > li").filter(has=own)


def make_in_row(walk_in: WalkIn, day: str, subject: str) -> Page:
    """Who leads it goes from the row of the programme to a board that is open and asks."""
    lead = walk_in(SESSIONS[subject][1], day, width=PHONE)
    for other in sorted(set(SESSIONS) - {subject}):
        expect(row(lead, other).get_by_role("link", name="bord")).to_have_count(0)
    row(lead, subject).get_by_role("link", name="Maak een bord").click()
    chosen = lead.get_by_label("Voor wie is het bord?").locator("option:checked")
    expect(chosen).to_have_text(f"Sessies naast elkaar: {subject}")
    look(lead, f"beside-make-{subject}")
    lead.get_by_role("button", name="Maak het bord").click()
    lead.get_by_role("button", name="Open het bord").click()
    expect(lead.get_by_text(f"Bord van de sessie {subject}")).to_be_visible()
    add(lead, "Open antwoord", f"{QUESTION} ({subject})")
    return lead


def test_each_session_has_its_board_and_every_phone_finds_its_own(
    walk_in: WalkIn, stage: Stage
) -> None:
    told = [[subject, room, address] for subject, (room, _, address) in SESSIONS.items()]
    day = backstage(stage, "a_day_of_three", TITLE, told)
    leads = {subject: make_in_row(walk_in, day, subject) for subject in SESSIONS}
    codes = {subject: code_of(lead) for subject, lead in leads.items()}
    assert len(set(codes.values())) == len(SESSIONS)
    phones = {subject: join(walk_in, code) for subject, code in codes.items()}
    guest = walk_in("team_mate", day, width=PHONE)
    for subject, phone in phones.items():
        expect(phone.get_by_role("heading", level=1)).to_have_text(subject)
        expect(phone.get_by_text(SESSIONS[subject][0])).to_be_visible()
        expect(row(guest, subject)).to_contain_text(codes[subject])
    for width in (PHONE, TABLET, WALL):
        guest.set_viewport_size({"width": width, "height": 900})
        look(guest, f"beside-guest-{width}")
    row(guest, "Wonen").get_by_role("link", name="Doe mee op je telefoon").click()
    expect(guest.get_by_role("heading", level=1)).to_have_text("Wonen")

    wall = walk_in("professional", leads["Wonen"].url + "scherm/", width=WALL)
    expect(wall.get_by_text(f"{TITLE} · Zaal 2")).to_be_visible()
    look(wall, "beside-wall")
    leads["Wonen"].get_by_role("button", name="Begin met vraag 1").click()
    for page in (phones["Wonen"], guest, wall):
        expect(page.get_by_role("heading", level=1)).to_have_text(f"{QUESTION} (Wonen)")
    expect(wall.get_by_text("Wonen · Vraag 1")).to_be_visible()
    guest.get_by_label("Jouw antwoord").fill("Samen langsgaan")
    guest.get_by_role("button", name="Verstuur").click()
    expect(guest.get_by_role("status")).to_have_text("Alles bewaard")
    expect(leads["Wonen"].locator(".board-cards")).to_contain_text("Samen langsgaan")
    expect(phones["Jeugd"].get_by_role("heading", level=1)).to_have_text("Jeugd")
    look(phones["Jeugd"], "beside-phone")
    look(phones["Wonen"], "beside-phone-question")
    look(leads["Wonen"], "beside-lead")

    organiser = walk_in("coordinator", day, width=WALL)
    for subject, code in codes.items():
        expect(row(organiser, subject)).to_contain_text(f"open, letters {code}")
    for width in (PHONE, TABLET, WALL):
        organiser.set_viewport_size({"width": width, "height": 900})
        look(organiser, f"beside-organiser-{width}")
    for page in ("programma/", "dag/"):
        organiser.goto(day + page)
        for width in (PHONE, WALL):
            organiser.set_viewport_size({"width": width, "height": 900})
            look(organiser, f"beside-{page.strip('/')}-{width}")
        row(organiser, "Schulden").get_by_role("link", name="Bord: Schulden").click()
        expect(organiser.get_by_text("Bord van de sessie Schulden")).to_be_visible()
