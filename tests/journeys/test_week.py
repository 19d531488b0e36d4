"""The week: 42 teams planned, one moved by hand, somebody ill, all told, held, and on paper."""

from datetime import date, timedelta
from email.message import Message
from typing import Any

from playwright.sync_api import Page, expect

from tests.journeys.asking import backstage, csv, send_mails, start_programme
from tests.journeys.conftest import Stage, WalkIn
from tests.journeys.mailbox import dates_in, mails_at, part_of
from tests.journeys.stage import PASSWORD
from tests.journeys.test_boards import look
from tests.journeys.test_coordinator import CODES
from tests.journeys.test_keyboard import tab_to

PHONE, WIDTHS = 360, (360, 768, 1280)
DOMAIN, NAME = "week.example", "Week van de Kreek"
MONDAY = date.today() + timedelta(days=28 - date.today().weekday())  # noqa: DTZ011
PLACES = ("Haven", "Kreek", "Polder", "Dijk", "Linde", "Molen")
TEAMS = [
    f"Wijkteam {place}-{part}"
    for place in PLACES
    for part in ("Noord", "Oost", "Zuid", "West", "Midden", "Hoog", "Laag")
]
HOUSES = ("De Brug", "De Wal", "De Sluis")
LEADS = ("Aya", "Bas", "Cem", "Dana", "Els", "Femke", "Gijs", "Hind", "Ivo", "Jet", "Kees", "Lot")
SKILLS = ("ik, wij, wijk", "ik, wij, wijk", "ik, wij", "ik, wijk")
CHAIRS = ("Mees", "Noor")
ROOMS = 6
DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag")
Week = dict[str, tuple[str, str, str]]  # of each team its facilitator, half-day and room
PEOPLE = "e-mailadres; thuis in; hoogstens; kan niet; dagvoorzitter; organisatie"


def address(name: str) -> str:
    return f"{name.lower().replace(' ', '.')}@{DOMAIN}"


def member_of(team: str) -> str:
    return f"Lid {team.removeprefix('Wijkteam ').replace('-', ' ')}"


def take_in_teams(page: Page) -> str:
    """Forty-two teams and their answers from two files; the address of the programme."""
    start = start_programme(page, NAME, first=MONDAY, last=MONDAY + timedelta(days=4))
    page.get_by_role("link", name="Antwoorden uit bestanden").click()
    teams = [f"{name},{HOUSES[n % 3]},,Utrecht,{8 + n % 7}" for n, name in enumerate(TEAMS)]
    files = {
        "Teams": csv("teams.csv", "team,organisatie,wijk,gemeente,leden", *teams),
        "Antwoorden": csv("antwoorden.csv", ",".join(["team", *CODES]), *answers()),
    }
    for label, file in files.items():
        page.get_by_label(label, exact=True).set_input_files([file])
    page.get_by_role("button", name="Lees de bestanden").click()
    page.get_by_role("button", name="Ja, lees dit in").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(NAME)
    return start


def answers() -> list[str]:
    """Eight of each team, with every team a need of its own."""
    return [
        ",".join([name, *(str(1 + (n * n + person + item * (n % 5)) % 5) for item in range(36))])
        for n, name in enumerate(TEAMS)
        for person in range(8)
    ]


def fill_in_the_week(page: Page) -> None:
    page.get_by_role("link", name="De week", exact=True).click()
    page.get_by_role("link", name="Dagdelen").click()
    for box in page.get_by_role("checkbox").all():
        box.check()
    look(page, "week-half-days")
    page.get_by_role("button", name="Bewaar").click()
    people = [
        f'{address(name)}; "{SKILLS[n % 4]}"; 4; ; nee; {HOUSES[n % 3] if n < 6 else ""}'
        for n, name in enumerate(LEADS)
    ]
    for name, away in zip(CHAIRS, ((2, 3, 4), (0, 1)), strict=True):
        people.append(f'{address(name)}; ; 0; "{halves(away)}"; ja; ')
    rooms = [f"Zaal {number}; 20" for number in range(1, ROOMS + 1)]
    for part, head, lines in (
        ("Gespreksleiders", PEOPLE, people),
        ("Zalen", "zaal; plaatsen", rooms),
        ("Wensen", "team; liefst; kan niet", [f'{TEAMS[0]}; ; "{halves((0,))}"']),
    ):
        page.get_by_role("link", name=part).first.click()
        page.get_by_label("Regels").fill("\n".join([head, *lines]))
        page.get_by_role("button", name="Bewaar").click()
        expect(page.get_by_role("status").first).to_contain_text("bewaard")


def halves(days: tuple[int, ...]) -> str:
    """Mornings and afternoons of these days of the week, as files name them."""
    dates = [MONDAY + timedelta(days=day) for day in days]
    return ", ".join(f"{d.day}-{d.month} {half}" for d in dates for half in ("ochtend", "middag"))


def propose(page: Page, stage: Stage) -> None:
    page.get_by_role("button", name="voorstel").click()
    expect(page.get_by_text("De planning wordt gemaakt")).to_be_visible()
    send_mails(stage)  # the worker plans too
    told_by_itself(page)


def told_by_itself(page: Page) -> None:
    """The page that waits for a plan shows it, says so, and goes on from there."""
    expect(page.get_by_role("heading", name="Het voorstel")).to_be_focused(timeout=15_000)
    expect(page.locator("[data-week-told]")).to_have_text("Het voorstel is klaar.")


def say_no_from_the_mail(walk_in: WalkIn, page: Page, mails: list[Message], lead: str) -> None:
    """Without an account; who plans sees it in the grid, with a button beside it."""
    link = next(
        line[line.index("/programmas/") :].strip()
        for mail in mails
        if str(mail["To"]) == address(lead)
        for line in part_of(mail, "text/plain").splitlines()
        if line.strip().endswith("?zeg=nee")
    )
    phone = walk_in("visitor", link, width=PHONE)
    expect(phone.get_by_label("Nee, ik kan niet")).to_be_checked()
    look(phone, "week-reply")
    phone.get_by_role("button", name="Verstuur je antwoord").click()
    expect(phone.get_by_text("Je zei: nee, ik kan niet.")).to_be_visible()
    page.reload()
    expect(page.locator("[data-week-card]").filter(has_text="kan niet")).to_have_count(1)
    expect(page.get_by_role("button", name=f"Zoek vervanging voor {lead}")).to_be_visible()
    look_everywhere(page, "week-no")


def look_everywhere(page: Page, name: str) -> None:
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        look(page, f"{name}-{width}")


def move_by_keyboard(page: Page) -> str:
    """The first card goes to the first place without objections; which team it was."""
    first = page.locator("[data-week-pick]").first
    team = first.locator("..").get_attribute("data-week-team") or ""
    first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-week-says]")).to_contain_text("plekken zonder bezwaar")
    assert page.locator(".is-clash .week-grid__clash").count(), "clashes are shown before it lands"
    look_everywhere(page, "week-grid-held")
    page.keyboard.press("Escape")
    expect(first).to_be_focused()
    expect(page.locator("[data-week-here]")).to_have_count(0)
    page.keyboard.press("Enter")
    expect(page.locator("[data-week-says]")).to_contain_text("plekken zonder bezwaar")
    tab_to(page, "Hierheen")
    page.keyboard.press("Enter")
    moved = page.locator("[data-week-card]").filter(has_text="vastgezet")
    expect(moved).to_have_count(1)
    expect(moved).to_have_attribute("data-week-team", team)
    return team


def agree(page: Page, stage: Stage) -> list[Message]:
    """The proposal becomes the plan; the mails that go out about it."""
    before = len(mails_at(stage.mail, DOMAIN))
    page.get_by_role("button", name="Stel vast en stuur bericht").click()
    expect(page.get_by_role("status").first).to_contain_text("Wie het aangaat krijgt bericht")
    send_mails(stage)
    page.reload()
    expect(page.get_by_text("verstuurd").first).to_be_visible()
    return mails_at(stage.mail, DOMAIN)[before:]


def told(mails: list[Message]) -> dict[tuple[str, str], dict[str, str]]:
    """What calendars read: by person and session, the last that was said."""
    return {
        (str(mail["To"]), moment["UID"]): moment
        for mail in mails
        for moment in dates_in(mail)
        if moment["METHOD"] != "PUBLISH"
    }


def everybody_hears(mails: list[Message], plan: Week, teams: list[str], sequence: str) -> None:
    """The facilitator and the member of each of these teams have its date in their calendar."""
    dates = told(mails)
    for team in teams:
        lead, _, room = plan[team]
        for who in (lead, member_of(team)):
            mine = [one for (to, _), one in dates.items() if to == address(who)]
            now = next(one for one in mine if team in one["SUMMARY"])
            assert (now["METHOD"], now["SEQUENCE"]) == ("REQUEST", sequence)
            assert room in now["LOCATION"]


def chairs_hear(mails: list[Message], plan: Week, teams: list[str], word: str) -> None:
    """Who chairs at the half-days of these teams has one mail each, with each in its room."""
    for name, days in zip(CHAIRS, (DAYS[:2], DAYS[2:]), strict=True):
        mine = [mail for mail in mails if str(mail["To"]) == address(name)]
        there = [team for team in teams if plan[team][1].startswith(days)]
        chaired = {half for _, half, _ in plan.values() if half.startswith(days)}
        assert len(mine) == bool(there)
        for mail in mine:
            words = part_of(mail, "text/plain")
            assert word in str(mail["Subject"])
            assert len(dates_in(mail)) == len(chaired)
            for team in there:
                assert f"- {team}, {plan[team][2]}, met {plan[team][0]}" in words


def week_of(page: Page) -> Week:
    """What the grid of facilitators shows: of each team its facilitator, half-day and room."""
    rows: list[list[str]] = page.evaluate(
        """() => [...document.querySelectorAll("[data-week-card]")].map((card) => [
            card.dataset.weekTeam,
            ...card.closest("[data-week-cell]").dataset.weekName.split(", "),
            card.querySelector(".week-grid__lead").textContent,
        ])"""
    )
    return {team: (lead, half, room) for team, lead, half, room in rows}


def fall_ill(page: Page, stage: Stage, name: str) -> None:
    """The coordinator says so from a keyboard, in the row of who is ill, and gets a repair."""
    page.get_by_role("button", name=f"{name} is ziek").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("De planning wordt gemaakt")).to_be_visible()
    send_mails(stage)
    told_by_itself(page)
    expect(page.get_by_role("heading", name="Wie je belt")).to_be_visible()
    look_everywhere(page, "week-repair")


def sign_in(walk_in: WalkIn, name: str, place: str) -> Page:
    page = walk_in("visitor", f"/account/login/?next={place}", width=PHONE)
    page.get_by_label("E-mailadres").fill(address(name))
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    page.keyboard.press("Enter")
    return page


def hold(walk_in: WalkIn, lead: str, team: str, link: str) -> None:
    """The session by its facilitator, from the mail; the team agrees; the paper is out."""
    page = sign_in(walk_in, lead, link)
    expect(page.get_by_role("heading", level=1)).to_have_text(team)
    page.get_by_label("Waar sta ik?").fill("Ik vraag te laat om hulp.")
    page.get_by_label("Vanaf morgen").fill("bel ik op dag één")
    page.get_by_role("button", name="Voeg het voornemen toe").click()
    expect(page.locator("[data-capture-state=saved]")).to_have_text("Alles is bewaard.")
    page.get_by_role("button", name="Naar de wijkkrant").click()
    expect(page.get_by_text("Er is nog geen akkoord")).to_be_visible()
    member = sign_in(walk_in, member_of(team), page.url)
    member.get_by_label("Iedereen").check()
    member.get_by_role("button", name="Namens het team akkoord").click()
    expect(member.get_by_text("Het team is akkoord: de krant mag naar")).to_be_visible()
    page.reload()
    page.get_by_role("button", name="Breng uit voor iedereen").click()
    expect(page.get_by_role("status").first).to_contain_text("De krant is uit!")


def read_all(visitor: Page, home: str) -> None:
    """Everybody finds forty-two papers, and each opens at its address."""
    visitor.goto("/wijkkranten/")
    links: list[Any] = (
        visitor.get_by_role("main")
        .get_by_role("link")
        .evaluate_all("all => all.map((one) => [one.textContent.trim(), one.getAttribute('href')])")
    )
    found = {href for _, href in links if any(slug_of(team) in href for team in TEAMS)}
    assert len(found) == len(TEAMS)
    for href in sorted(found):
        answer = visitor.request.get(href)
        team = next(team for team in TEAMS if href.rstrip("/").endswith(slug_of(team)))
        assert answer.ok and team in answer.text()


def slug_of(team: str) -> str:
    return team.lower().replace(" ", "-")


def test_a_week_is_planned_repaired_told_held_and_read(walk_in: WalkIn, stage: Stage) -> None:
    page = walk_in("coordinator", "/programmas/")
    home = take_in_teams(page)
    members = [[address(member_of(team)), member_of(team), team] for team in TEAMS]
    backstage(stage, "accounts", [[address(n), n, ""] for n in (*LEADS, *CHAIRS)] + members)
    fill_in_the_week(page)
    propose(page, stage)
    expect(page.get_by_text("Zonder plek")).to_have_count(0)
    expect(page.locator("[data-week-card]")).to_have_count(len(TEAMS))
    look_everywhere(page, "week-grid")
    moved = move_by_keyboard(page)

    first = agree(page, stage)
    plan = week_of(page)
    everybody_hears(first, plan, TEAMS, "0")
    chairs_hear(first, plan, TEAMS, "Jij bent dagvoorzitter")

    ill = next(lead for lead, *_ in plan.values() if lead != plan[moved][0])
    gone = [team for team, (lead, *_) in plan.items() if lead == ill]
    say_no_from_the_mail(walk_in, page, first, ill)
    fall_ill(page, stage, ill)
    calls = page.get_by_role("main").inner_text()
    again = agree(page, stage)
    after = week_of(page)
    changed = [team for team in TEAMS if after.get(team) != plan[team]]
    assert set(gone) <= set(changed) and len(changed) <= len(gone) + 4
    assert after[moved] == plan[moved], "what a person chose stays"
    assert all(after[team][0] != ill and after[team][0] in calls for team in changed)
    everybody_hears(again, after, changed, "1")
    chairs_hear(again, after, changed, "Gewijzigd")
    off = [one for (to, _), one in told(again).items() if to == address(ill)]
    assert len(off) == len(gone) and {one["METHOD"] for one in off} == {"CANCEL"}

    everything = mails_at(stage.mail, DOMAIN)
    for team in (moved, *changed[:1]):
        lead = after[team][0]
        hold(walk_in, lead, team, session_link(everything, lead, team))
    number = home.rstrip("/").rsplit("/", 1)[-1].partition("-")[0]
    backstage(stage, "hold_the_rest", int(number))
    page.goto(home)
    expect(page.locator(".counts")).to_contain_text("42")
    look(page, "week-held")
    visitor = walk_in("visitor", "/", width=PHONE)
    read_all(visitor, home)


def session_link(mails: list[Message], name: str, team: str) -> str:
    """Where the last mail to this person about this team leads."""
    for mail in reversed(mails):
        words = part_of(mail, "text/plain")
        if str(mail["To"]) == address(name) and team in words:
            for line in words.splitlines():
                if "/sessies/" in line:
                    return "/sessies/" + line.split("/sessies/")[1].strip()
    raise AssertionError(f"no mail to {name} leads to the session of {team}")
