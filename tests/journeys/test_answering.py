"""A professional answers on a phone: by tapping, offline, without scripts or mouse, or unseen."""

import gzip
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.asking import ITEMS, answer_all, doors, open_round, send_mails
from tests.journeys.conftest import Stage, WalkIn
from tests.journeys.test_accessible import faults

PHONE = 360
DOMAIN = "answering.example"
MOST_BYTES = 30_000
STATE = "[data-state]"


@pytest.fixture(scope="module")
def links(
    chromium: Browser, stage: Stage, signed_in: Callable[[str], Any]
) -> Iterator[Iterator[str]]:
    """Links that nobody used yet, out of the mails of one round."""
    state = signed_in("coordinator")
    with chromium.new_context(base_url=stage.address, storage_state=state) as context:
        open_round(context.new_page(), "Week van Lombok", {"Wijkteam Lombok": 20}, DOMAIN)
    send_mails(stage)
    yield iter(doors(stage.mail, DOMAIN).values())


@pytest.fixture
def door(links: Iterator[str]) -> str:
    return next(links)


def heading(page: Page) -> str:
    return page.get_by_role("heading", level=1).inner_text()


def expect_place(page: Page, number: int) -> None:
    expect(page.locator("[data-count]")).to_have_text(f"{number} van {ITEMS}")


def on_phone(walk_in: WalkIn, place: str, **options: Any) -> Page:
    """A small phone, whose clock `tap` can put forward."""
    page = walk_in("visitor", "/mijn-lijn/", width=PHONE, has_touch=True, **options)
    page.set_viewport_size({"width": PHONE, "height": 640})
    page.clock.install()
    page.goto(place)
    return page


def tap(page: Page, number: int, words: str) -> None:
    """A tap of somebody who has read this statement, and sees the answer before the next comes."""
    expect_place(page, number)
    page.clock.run_for(500)
    page.get_by_role("radio", name=words, exact=True).tap()
    page.clock.run_for(300)


def test_tapping_one_answer_after_another_to_the_own_result(walk_in: WalkIn, door: str) -> None:
    page = on_phone(walk_in, door)
    page.get_by_role("link", name="Begin").tap()
    statements = set()
    for number in range(1, ITEMS + 1):
        expect_place(page, number)
        statements.add(heading(page))
        tap(page, number, "Weet ik niet" if number == 5 else "Mee eens")
    expect(page.get_by_role("heading", level=1)).to_have_text("Alles is ingevuld")
    assert len(statements) == ITEMS
    page.get_by_role("button", name="Lever in").tap()
    expect(page.get_by_role("heading", level=1)).to_have_text("Waar sta ik?")
    assert faults(page) == []

    key = page.locator("[data-key]").inner_text()
    with page.expect_download() as download:
        page.get_by_role("button", name="Bewaar als bestand").click()
    assert key in download.value.path().read_text(encoding="utf-8")
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Je antwoorden zijn binnen")
    assert faults(page) == []
    page.get_by_role("link", name="Bekijk je eigen uitkomst").click()
    expect(page.locator("[data-key]")).to_have_text(key)

    later = walk_in("visitor", f"/mijn-lijn/#{key}", width=PHONE)
    expect(later.get_by_label("Jouw sleutel")).to_have_value(key)
    assert "#" not in later.url
    assert faults(later) == []
    later.get_by_role("button", name="Bekijk").click()
    expect(later.locator("[data-key]")).to_have_text(key)
    assert faults(later) == []


def test_a_second_tap_does_not_answer_the_next_statement(walk_in: WalkIn, door: str) -> None:
    page = on_phone(walk_in, f"{door}1/")
    box = page.get_by_role("radio", name="Mee eens", exact=True).bounding_box()
    assert box
    page.clock.pause_at("2100-01-01")
    page.touchscreen.tap(box["x"] + 5, box["y"] + 5)
    page.clock.run_for(250)
    expect_place(page, 2)
    page.touchscreen.tap(box["x"] + 5, box["y"] + 5)
    page.clock.run_for(2000)
    expect_place(page, 2)
    expect(page.get_by_role("radio", checked=True)).to_have_count(0)


def test_a_dead_spot_half_way_loses_nothing(walk_in: WalkIn, door: str) -> None:
    page = on_phone(walk_in, f"{door}1/")
    for number in (1, 2, 3):
        tap(page, number, "Mee eens")
    expect(page.locator(STATE)).to_have_text("Alles bewaard")
    page.context.set_offline(True)
    for number in (4, 5, 6, 7):
        tap(page, number, "Niet mee eens")
    expect_place(page, 8)
    expect(page.locator(STATE)).to_have_text("4 nog niet verzonden")
    page.close()  # the battery is empty

    page.context.set_offline(False)
    again = page.context.new_page()
    with again.expect_response(lambda response: response.url.endswith(f"{door}7/antwoord/")):
        again.goto(f"{door}8/")
    expect(again.locator(STATE)).to_have_text("Alles bewaard")
    other = walk_in("visitor", door, width=1280)
    expect(other.get_by_role("link", name="Ga verder bij stelling 8")).to_be_visible()
    for number, words in ((3, "Mee eens"), (4, "Niet mee eens"), (7, "Niet mee eens")):
        other.goto(f"{door}{number}/")
        expect(other.get_by_role("radio", name=words, exact=True)).to_be_checked()


def test_the_last_answer_waits_for_a_connection(walk_in: WalkIn, door: str) -> None:
    page = on_phone(walk_in, f"{door}{ITEMS}/")
    page.context.set_offline(True)
    tap(page, ITEMS, "Mee eens")
    expect(page.get_by_text("Zodra alles verzonden is, ga je vanzelf verder.")).to_be_visible()
    page.context.set_offline(False)
    expect(page.get_by_role("heading", level=1)).to_have_text("Bijna klaar")
    expect(page.get_by_role("list", name="Open stellingen").get_by_role("link")).to_have_count(
        ITEMS - 1
    )
    assert faults(page) == []


def test_without_scripts_every_statement_is_a_page(walk_in: WalkIn, door: str) -> None:
    page = walk_in("visitor", door, width=PHONE, java_script_enabled=False)
    page.get_by_role("link", name="Begin").click()
    for number in range(1, ITEMS + 1):
        expect_place(page, number)
        page.get_by_role("radio", name="Mee eens" if number % 3 else "Weet ik niet").last.check()
        page.get_by_role("button", name="Volgende").click()
        if number == 3:
            expect_place(page, 4)
            page.go_back()
            expect_place(page, 3)
            expect(page.get_by_role("radio", name="Weet ik niet")).to_be_checked()
            page.get_by_role("button", name="Volgende").click()
    page.get_by_role("button", name="Lever in").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Waar sta ik?")
    expect(page.get_by_role("button", name="Print")).to_have_count(0)
    expect(page.get_by_role("button", name="Bewaar als bestand")).to_be_visible()


def test_the_keyboard_alone(walk_in: WalkIn, door: str) -> None:
    page = walk_in("visitor", f"{door}1/", width=1280)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Naar de inhoud")).to_be_focused()
    page.get_by_role("heading", level=1).focus()
    for number in range(1, ITEMS + 1):
        expect_place(page, number)
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        for _ in range(3):
            page.keyboard.press("ArrowDown")
        expect(page.get_by_role("radio", name="Mee eens", exact=True)).to_be_checked()
        expect_place(page, number)
        page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Alles is ingevuld")


def test_arrow_keys_never_go_on_by_themselves(walk_in: WalkIn, door: str) -> None:
    page = on_phone(walk_in, f"{door}1/")
    page.get_by_role("radio").first.focus()
    for key in ("Space", "ArrowDown", "ArrowDown", "ArrowUp"):
        page.keyboard.press(key)
        page.clock.run_for(2000)
    expect_place(page, 1)
    expect(page.get_by_role("radio", name="Niet mee eens", exact=True)).to_be_checked()


def test_what_a_screen_reader_is_told(walk_in: WalkIn, door: str) -> None:
    page = walk_in("visitor", f"{door}1/", width=PHONE)
    statement = heading(page)
    group = page.get_by_role("group", name=statement)
    assert [choice.inner_text() for choice in group.locator("label").all()] == [
        "Helemaal niet mee eens",
        "Niet mee eens",
        "Niet eens, niet oneens",
        "Mee eens",
        "Helemaal mee eens",
        "Weet ik niet",
    ]
    for words in ("Helemaal mee eens", "Weet ik niet"):
        expect(group.get_by_role("radio", name=words)).to_have_count(1)
    expect(page.get_by_role("progressbar", name="Voortgang")).to_have_attribute("value", "1")
    expect(page.get_by_role("status")).to_have_text("")
    assert faults(page) == []
    page.get_by_role("radio", name="Weet ik niet").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect_place(page, 2)
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    expect(page.get_by_role("group", name=heading(page))).to_have_count(1)
    expect(page.get_by_role("status")).to_have_text("Alles bewaard")
    expect(page).to_have_title(re.compile("^Stelling 2 van 36"))


def test_back_in_the_browser_is_back_a_statement(walk_in: WalkIn, door: str) -> None:
    page = on_phone(walk_in, f"{door}1/")
    tap(page, 1, "Mee eens")
    tap(page, 2, "Niet mee eens")
    expect_place(page, 3)
    page.go_back()
    expect_place(page, 2)
    expect(page.get_by_role("radio", name="Niet mee eens", exact=True)).to_be_checked()
    page.get_by_role("link", name="Terug").click()
    expect_place(page, 1)
    tap(page, 1, "Helemaal mee eens")  # another answer replaces the first
    expect(page.locator(STATE)).to_have_text("Alles bewaard")
    page.goto(f"{door}1/")
    expect(page.get_by_role("radio", name="Helemaal mee eens", exact=True)).to_be_checked()


def test_handing_in_twice_gives_the_same_key(walk_in: WalkIn, door: str) -> None:
    one = walk_in("visitor", f"{door}1/", width=PHONE)
    other = walk_in("visitor", door, width=1280)
    one.get_by_role("radio", name="Mee eens", exact=True).check()
    expect(one.locator(STATE)).to_have_text("Alles bewaard")
    for page in (one, other):
        page.goto(f"{door}nakijken/")
    keys = set()
    for page in (one, other):
        page.get_by_role("button", name="Lever in").click()
        keys.add(page.locator("[data-key]").inner_text())
    assert len(keys) == 1


def test_answering_in_a_tab_that_is_late_says_so(walk_in: WalkIn, door: str) -> None:
    late = on_phone(walk_in, f"{door}1/")
    answer_all(walk_in("visitor", door, width=1280), door)
    tap(late, 1, "Mee eens")
    expect(late.get_by_role("heading", level=1)).to_have_text("Je antwoorden zijn binnen")


def test_no_more_mail_for_who_asks_so(walk_in: WalkIn, door: str) -> None:
    page = walk_in("visitor", door, width=PHONE)
    assert faults(page) == []
    page.get_by_role("link", name="Geen mail meer over deze ronde").click()
    assert faults(page) == []
    page.get_by_role("button", name="Stuur mij geen mail meer").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Je krijgt geen mail meer")
    page.get_by_role("link", name="Naar de vragenlijst").click()
    expect(page.get_by_role("link", name="Begin")).to_be_visible()


def test_the_first_statement_weighs_little(walk_in: WalkIn, door: str) -> None:
    page = walk_in("visitor", door, width=PHONE)
    bodies: list[bytes] = []
    page.on("response", lambda response: bodies.append(response.body()))
    page.goto(f"{door}1/")
    page.wait_for_load_state("networkidle")
    assert len(bodies) >= 5
    assert sum(len(gzip.compress(body)) for body in bodies) < MOST_BYTES / 2


def test_a_wrong_key_and_a_wrong_link_are_told_kindly(walk_in: WalkIn) -> None:
    page = walk_in("visitor", "/mijn-lijn/", width=PHONE)
    page.get_by_label("Jouw sleutel").fill("ABC")
    page.get_by_role("button", name="Bekijk").click()
    expect(page.get_by_role("alert")).to_contain_text("Er horen 26 tekens in te staan")
    assert faults(page) == []
