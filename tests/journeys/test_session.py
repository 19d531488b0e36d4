"""A facilitator writes while people talk: on a tablet, with a bad connection, and not alone."""

from playwright.sync_api import Page, expect

from tests.cast import a_photo
from tests.journeys.conftest import WalkIn

TABLET = 768
PHOTO = {"name": "IMG_1.jpg", "mimeType": "image/jpeg", "buffer": a_photo()}


def expect_saved(page: Page) -> None:
    expect(page.locator("[data-capture-state=saved]")).to_have_text("Alles is bewaard.")


def expect_waiting(page: Page) -> None:
    expect(page.locator("[data-capture-state=waiting]")).to_contain_text("Nog niet verzonden")


def test_notes_are_saved_while_typing_and_wait_without_a_connection(walk_in: WalkIn) -> None:
    page = walk_in("facilitator", "session small", width=TABLET)
    note = page.get_by_label("Waar sta ik?")
    expect(page.locator("form", has=note).get_by_role("button")).to_be_hidden()
    note.press_sequentially("Ik vraag te laat om hulp.")
    expect_waiting(page)
    expect_saved(page)

    page.context.set_offline(True)
    note.press_sequentially(" Dat wil ik anders.")
    page.get_by_label("Vanaf morgen").fill("vraag ik op dag één mee te kijken")
    page.get_by_label("Wie?").fill("Samira")
    page.get_by_role("button", name="Voeg het voornemen toe").click()
    entry = page.locator("#lijst-voornemens li")
    expect(entry).to_contain_text("nog niet verzonden")
    expect_waiting(page)

    page.context.set_offline(False)
    expect_saved(page)
    expect(entry).not_to_contain_text("nog niet verzonden")
    page.reload()
    expect(note).to_have_value("Ik vraag te laat om hulp. Dat wil ik anders.")
    expect(entry).to_contain_text("vraag ik op dag één mee te kijken")
    expect(entry).to_contain_text("Samira")


def test_what_was_typed_without_a_connection_survives_a_closed_tab(walk_in: WalkIn) -> None:
    page = walk_in("facilitator", "session small", width=TABLET)
    address = page.url
    page.context.set_offline(True)
    page.get_by_label("Wat is onze plek?").fill("Tussen de school en de markt.")
    expect_waiting(page)
    page.close()
    page.context.set_offline(False)
    again = page.context.new_page()
    again.goto(address)
    expect_saved(again)
    again.reload()
    expect(again.get_by_label("Wat is onze plek?")).to_have_value("Tussen de school en de markt.")


def test_two_people_in_one_note_lose_nothing(walk_in: WalkIn) -> None:
    one = walk_in("facilitator", "session small", width=TABLET)
    other = walk_in("facilitator", "session small", width=390)
    label = "Hoe ziet onze wijk eruit?"
    one.get_by_label(label).fill("Jonger dan we dachten.")
    other.get_by_label(label).fill("En verder van de tram.")
    for page in (one, other):
        expect_saved(page)
    told = [page.locator("[data-overlap]:visible").count() for page in (one, other)]
    assert sum(told) == 1, "only who came second has something to read again"
    one.reload()
    text = one.get_by_label(label).input_value()
    assert "Jonger dan we dachten." in text and "En verder van de tram." in text


def test_quotes_and_a_photo_are_added_and_taken_back(walk_in: WalkIn) -> None:
    page = walk_in("facilitator", "session small", width=TABLET)
    page.get_by_label("Citaat").fill("Het begint met luisteren.")
    page.get_by_label("Wie zei dit?").fill("een moeder")
    page.get_by_role("button", name="Voeg het citaat toe").click()
    quote = page.locator("#lijst-citaten li").filter(has_text="Het begint met luisteren.")
    expect(quote).to_contain_text("een moeder")
    expect_saved(page)
    quote.get_by_role("button", name="Weghalen").click()
    expect(page.get_by_text("Het begint met luisteren.")).to_have_count(0)

    page.get_by_label("Foto", exact=True).set_input_files([PHOTO])
    page.get_by_role("button", name="Bewaar de foto").click()
    expect(page.get_by_role("img", name="Een kring van stoelen.")).to_have_count(0)
    page.get_by_label("Wat is er te zien").fill("Een kring van stoelen.")
    page.get_by_role("button", name="Bewaar de foto").click()
    expect(page.get_by_role("img", name="Een kring van stoelen.")).to_be_visible()


def test_without_scripts_everything_has_a_button(walk_in: WalkIn) -> None:
    page = walk_in("facilitator", "session led", width=TABLET, java_script_enabled=False)
    expect(page.get_by_text("Bewaar elk veld met de knop eronder.")).to_be_visible()
    page.get_by_label("Wat heb ik nodig?").fill("Een half uur per week zonder telefoon.")
    page.locator("form", has=page.get_by_label("Wat heb ik nodig?")).get_by_role("button").click()
    expect(page.get_by_role("status").first).to_contain_text("Bewaard.")
    page.get_by_label("Citaat").fill("Zo doen we dat hier.")
    page.get_by_role("button", name="Voeg het citaat toe").click()
    page.get_by_label("Vanaf morgen").fill("gaat de telefoon uit")
    page.get_by_label("Terugkijken op").fill("2027-01-04")
    page.get_by_role("button", name="Voeg het voornemen toe").click()
    expect(page.locator("#lijst-citaten li")).to_contain_text("Zo doen we dat hier.")
    expect(page.locator("#lijst-voornemens li")).to_contain_text("4 januari 2027")
    expect(page.get_by_label("Wat heb ik nodig?")).to_have_value(
        "Een half uur per week zonder telefoon."
    )


def test_the_clock_and_the_saved_state_stay_in_sight(walk_in: WalkIn) -> None:
    page = walk_in("facilitator", "session small", width=TABLET)
    page.get_by_role("button", name="Start de klok").click()
    clock = page.locator("[data-clock]")
    expect(clock).to_contain_text("nog")
    page.get_by_role("link", name="Krant", exact=True).click()
    expect(page.get_by_role("button", name="Naar de wijkkrant")).to_be_in_viewport()
    expect(clock).to_be_in_viewport()
    expect(page.locator("[data-capture-state]")).to_be_in_viewport()
    assert page.locator(".script__block--now").count() == 1
