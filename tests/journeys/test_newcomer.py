"""From a link to a goodbye: somebody new comes in, takes part in everything, and leaves."""

import json
import os
import re
from dataclasses import dataclass
from email.message import Message
from pathlib import Path
from urllib.parse import urlsplit
from zipfile import ZipFile

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import FilePayload, Page, expect

from tests.furnishing.profiles import a_face
from tests.journeys.asking import backstage, choose_theme, send, send_mails
from tests.journeys.conftest import Stage, WalkIn
from tests.journeys.mailbox import mails_at, part_of
from tests.journeys.test_accessible import AXE, RULES
from tests.journeys.test_keyboard import newest_code
from tests.journeys.test_look_back import newest

PHONE, DESK = 360, 1280
DOMAIN = "kaap.example"
EXPERT = "nadia@leerkring.example"
NUMBER, ADDRESS = "06 12 34 56 78", "inloop@kaap.example"


@dataclass(frozen=True)
class New:
    """Somebody new, who walks on a phone; every page is looked at on a desk as well."""

    page: Page
    name: str
    email: str

    def look(self, name: str) -> None:
        look_twice(self.page, name)


def look_twice(page: Page, name: str) -> None:
    """What test_accessible.py does not come to, on both widths; LEERKRING_SHOTS keeps pictures."""
    before, folder = page.viewport_size, os.environ.get("LEERKRING_SHOTS")
    assert before
    page.evaluate(Axe().axe_script)
    for width in (PHONE, DESK):
        page.set_viewport_size({"width": width, "height": 800})
        if folder:
            page.screenshot(path=Path(folder) / f"{name}-{width}.png", full_page=True)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (name, width)
        assert page.evaluate(AXE, RULES) == [], (name, width)
    page.set_viewport_size(before)


def prove(page: Page, stage: Stage, name: str, email: str) -> None:
    page.get_by_label("Je naam").fill(name)
    page.get_by_label("Je e-mailadres").fill(email)
    send(page, "Mail me een code")
    page.get_by_label("De code uit de mail").fill(newest_code(stage.mail))
    look_twice(page, "code")
    page.get_by_role("button", name="Ga verder").click()


def come_in_by_a_link(walk_in: WalkIn, stage: Stage) -> New:
    """Of a circle: the way leads on to joining it."""
    guide = walk_in("coordinator", f"{stage.named['circle open']}uitnodigen/")
    guide.get_by_role("button", name="Maak een link").click()
    link = urlsplit(guide.locator(".circle-link").first.inner_text()).path
    page = walk_in("visitor", link, width=PHONE, accept_downloads=True)
    new = New(page, "Jorinde Veldkamp", f"jorinde@{DOMAIN}")
    new.look("invitation")
    prove(new.page, stage, new.name, new.email)
    new.look("join")
    new.page.get_by_role("button", name="Doe mee").click()
    expect(new.page.get_by_role("status")).to_contain_text("Je doet mee in")
    new.look("circle")
    return new


def come_in_by_asking(walk_in: WalkIn, stage: Stage) -> New:
    """Somebody else asks, a moderator says yes, and the mail tells how to come in."""
    new = New(walk_in("visitor", "/meedoen/", width=PHONE), "Floris Terlouw", f"floris@{DOMAIN}")
    prove(new.page, stage, new.name, new.email)
    new.look("request")
    new.page.get_by_label("Waar werk je?").fill("Buurthuis De Kaap")
    new.page.get_by_label("Waarom wil je meedoen?").fill("Ik leer graag van andere wijken.")
    new.page.get_by_role("button", name="Verstuur je aanvraag").click()
    expect(new.page.get_by_role("heading", level=1)).to_have_text("Je aanvraag ligt er")

    moderator = walk_in("coordinator", "/toegang/")
    moderator.get_by_role("link", name=new.name).click()
    expect(moderator.get_by_role("main")).to_contain_text("Ik leer graag van andere wijken.")
    look_twice(moderator, "decision")
    moderator.get_by_label("Een zin erbij").fill("Fijn dat je komt.")
    moderator.get_by_role("button", name="Laat binnen").click()
    expect(moderator.get_by_role("status")).to_contain_text(f"{new.name} is welkom")

    send_mails(stage)
    new.page.goto(newest(stage, new.email, ""))
    new.look("welcomed")
    return new


def tell_of_oneself(new: New, walk_in: WalkIn) -> None:
    """More than one field, each with who sees it; and how it looks to others."""
    page = new.page
    page.goto("/deelnemers/ik/")
    face = FilePayload(name="ik.png", mimeType="image/png", buffer=a_face().read())
    page.get_by_label("Een foto").set_input_files(face)
    page.get_by_label("Je organisatie").fill("De Kaap")
    page.get_by_label("Je functie").fill("Wijkverpleegkundige")
    page.get_by_label("Je werkveld").select_option(index=2)
    page.get_by_label("Je regio").fill("Utrecht")
    page.get_by_label("Een zin over jezelf").fill("Ik luister eerst.")
    expertise = page.get_by_role("group", name="Waar weet je veel van?")
    choose_theme(expertise, "Thuiszitters")
    page.get_by_label("Hoeveel vragen per maand").fill("2")
    page.locator("[name=name_seen]").select_option(label="iedereen")
    page.locator("[name=position_seen]").select_option(label="iedereen")
    page.locator("[name=sentence_seen]").select_option(label="niemand, alleen ik")
    page.get_by_role("button", name="Bewaar", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("Je profiel is bewaard.")
    new.look("profile")
    page.get_by_role("link", name="Bekijk je pagina").click()
    others = walk_in("professional", page.url)
    told = others.get_by_role("main")
    expect(told).to_contain_text("Wijkverpleegkundige")
    expect(told).to_contain_text("hoogstens 2 vragen per maand")
    expect(told).not_to_contain_text("Ik luister eerst.")
    others.goto("/deelnemers/?q=wijkverpleegkundige")
    expect(others.get_by_role("main").get_by_role("link", name=new.name)).to_be_visible()
    visitor = walk_in("visitor", page.url, width=PHONE)
    expect(visitor.get_by_role("main")).to_contain_text("Wijkverpleegkundige")
    expect(visitor.get_by_role("main")).not_to_contain_text("De Kaap")


def follow_a_theme(new: New) -> None:
    new.page.goto("/themas/")
    new.page.get_by_role("link", name="Schulden").first.click()
    new.page.get_by_role("button", name="Volg dit thema").click()
    expect(new.page.get_by_role("button", name="Volg dit thema niet meer")).to_be_visible()
    new.look("theme")


def ask(new: New) -> str:
    """Similar questions come while typing; whoever knows about it is asked. Its title."""
    page, title = new.page, "Hoe begin je een gesprek over geldzorgen?"
    page.goto("/vragen/")
    page.get_by_role("link", name="Stel een vraag").first.click()
    page.get_by_label("Je vraag, in één zin").press_sequentially(title)
    alike = page.locator("[data-found]")
    expect(alike.get_by_role("link", name="Hoe begin je een gesprek: open")).to_be_visible()
    new.look("alike")
    choose_theme(page, "Schulden")
    page.get_by_label("Toelichting").fill("Mensen schamen zich vaak.")
    page.get_by_role("button", name="Stel je vraag").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    new.look("asked-question")
    return title


def get_it_answered(new: New, walk_in: WalkIn, title: str) -> None:
    """By the one who was asked, who comes by the notice; and the asker accepts it."""
    expert = walk_in("other_team", "/meldingen/", width=PHONE)
    expert.get_by_role("main").get_by_role("link", name=title).first.click()
    expect(expert.get_by_role("heading", level=1)).to_have_text("Vragen aan jou")
    appeal = expert.get_by_role("listitem").filter(has_text=title)
    look_twice(expert, "routed")
    appeal.get_by_role("link", name="Ik weet iets").click()
    expert.get_by_label("Je antwoord").fill("Begin met de post die ongeopend ligt.")
    expert.get_by_role("button", name="Plaats je antwoord").click()
    expect(expert.get_by_text("Begin met de post die")).to_be_visible()
    look_twice(expert, "answered")
    expert.goto("/vragen/aan-mij/")
    expect(expert.get_by_role("main")).not_to_contain_text(title)

    new.page.goto("/meldingen/")
    new.page.get_by_role("main").get_by_role("link", name=title).first.click()
    new.page.get_by_role("button", name="Dit hielp mij").click()
    expect(new.page.get_by_text("Dit antwoord hielp")).to_be_visible()
    new.look("accepted")


def write_an_example(new: New, walk_in: WalkIn) -> tuple[str, str]:
    """A number and an address in it are seen: one is replaced, one stays with a reason. The title
    and the address of what came out."""
    page, title = new.page, "Buurtmaaltijden met jonge vaders"
    page.goto("/praktijkvoorbeelden/")
    page.get_by_role("link", name="Deel een praktijkvoorbeeld").first.click()
    page.get_by_label("Titel").fill(title)
    page.get_by_role("button", name="Begin met schrijven").click()
    for label, text in (
        ("Doel", "Vaders spreken we te weinig."),
        ("Doelgroep", "Vaders van jonge kinderen."),
        ("Aanpak", f"Kook samen. Bel {NUMBER} of mail {ADDRESS} voor de sleutel."),
    ):
        page.locator(".editor").get_by_role("textbox", name=label, exact=True).fill(text)
    page.get_by_label("Uitgeprobeerd").check()
    page.get_by_label("Iedereen, ook zonder account").check()
    page.get_by_role("button", name="Bekijk en breng uit").click()
    page.get_by_role("button", name="Naar de redactie").click()
    expect(page.locator("#traces")).to_contain_text("Niets gevonden is geen garantie.")
    new.look("traces")
    page.get_by_label(f"«{NUMBER}»").select_option(label="[telefoonnummer]")
    page.get_by_label(f"«{ADDRESS}»").select_option(label="het gaat over mij of mijn werk")
    page.get_by_role("button", name="Naar de redactie").click()
    expect(page.get_by_role("status")).to_contain_text("Iemand anders kijkt ernaar.")
    new.look("handed-in")

    editor = walk_in("coordinator", "/redactie/")
    editor.get_by_role("link", name=title).click()
    editor.get_by_role("button", name="Breng uit").click()
    expect(editor.get_by_role("heading", level=1)).to_have_text(title)
    said = editor.get_by_role("article").first
    expect(said).to_contain_text(f"Bel [telefoonnummer] of mail {ADDRESS}")
    expect(said).not_to_contain_text(NUMBER)
    return title, urlsplit(editor.url).path


def comment(new: New, stage: Stage) -> str:
    said = "Bij ons hielp een langere tafel."
    new.page.goto(stage.url("post voorbeeld"))
    new.page.get_by_label("Je reactie").fill(said)
    new.page.get_by_role("button", name="Reageren").click()
    expect(new.page.locator(".remark__text").filter(has_text=said)).to_be_visible()
    new.look("commented")
    return said


def find(new: New, words: str, title: str) -> None:
    new.page.goto("/zoeken/")
    new.page.get_by_label("Waar zoek je naar?").fill(words)
    new.page.get_by_role("main").get_by_role("button", name="Zoek").click()
    expect(new.page.locator(".hits").get_by_role("link", name=title)).to_be_visible()


def hear_of_it_once(new: New, walk_in: WalkIn, stage: Stage) -> None:
    """What somebody asks in the circle is in the mail of the week, and in no other."""
    asked = "Wie brengt er stoelen mee?"
    guide = walk_in("facilitator", "circle open")
    guide.get_by_role("link", name="Stel een vraag").click()
    guide.get_by_label("Je vraag, in één zin").fill(asked)
    guide.get_by_label("Alleen de werkgroep").check()
    guide.get_by_role("button", name="Stel je vraag").click()
    expect(guide.get_by_role("heading", level=1)).to_have_text(asked)
    send_mails(stage)
    assert told_of(stage, new, asked) == [], "not before the week is over"
    backstage(stage, "a_week_passes", new.email)
    (told,) = told_of(stage, new, asked)
    assert "week" in str(told["Subject"]).lower()
    new.page.goto(newest(stage, new.email, str(told["Subject"])))
    expect(new.page.get_by_role("heading", level=1)).to_have_text(asked)


def told_of(stage: Stage, new: New, title: str) -> list[Message]:
    mails = [mail for mail in mails_at(stage.mail, DOMAIN) if str(mail["To"]) == new.email]
    return [mail for mail in mails if title in part_of(mail, "text/plain")]


def take_everything_along(new: New, stage: Stage, *written: str) -> None:
    page = new.page
    page.goto("/privacy/ik/")
    page.get_by_role("button", name="Zet mijn gegevens klaar").click()
    new.look("own-data-asked")
    backstage(stage, "look_by_day")
    page.goto(newest(stage, new.email, "Je gegevens staan klaar"))
    with page.expect_download() as waited:
        page.get_by_role("link", name="Haal je gegevens op").click()
    with ZipFile(waited.value.path()) as package:
        kinds = json.loads(package.read("gegevens.json"))["kinds"]
        read = package.read("gegevens.html").decode()
        files = [name for name in package.namelist() if name.startswith("bestanden/")]
    for told in (*written, new.name, new.email, "Wijkverpleegkundige", "Ik luister eerst."):
        assert told in json.dumps(kinds, ensure_ascii=False), told
        assert told in read, told
    assert len(files) == 1, "the photo"


def leave(new: New, stage: Stage) -> None:
    """What was written stays, what was said in between goes; a week later it is so."""
    page = new.page
    page.get_by_role("link", name="Mijn account verwijderen").click()
    for kind, wish in (("Wat je schreef", "Losmaken"), ("Je reacties", "Verwijderen")):
        page.get_by_role("group", name=kind).get_by_label(wish).check()
    page.get_by_role("button", name="Mail mij een code").click()
    new.look("leaving-code")
    page.get_by_label("De code uit de mail").fill("ONZIN123")
    page.get_by_role("button", name="Verwijder mijn account").click()
    expect(page.get_by_text("Deze code klopt niet").last).to_be_visible()
    new.look("leaving-wrong-code")
    page.get_by_label("De code uit de mail").fill(newest_code(stage.mail))
    page.get_by_role("button", name="Verwijder mijn account").click()
    expect(page.get_by_text("Je account gaat weg op")).to_be_visible()
    new.look("own-data-leaving")
    send_mails(stage)
    page.reload()
    expect(page.get_by_text("Je account gaat weg op")).to_be_visible()
    backstage(stage, "a_week_passes", new.email)


def nobody_is_left(new: New, walk_in: WalkIn, stage: Stage) -> None:
    """No session, no way in by the address, no page, and no place in any list."""
    new.page.goto("/")
    expect(new.page.get_by_role("link", name="Aanmelden").first).to_be_visible()
    before = len(told_of(stage, new, ""))
    new.page.goto("/account/login/code/")
    new.page.get_by_label("E-mailadres").fill(new.email)
    send(new.page, "Code aanvragen")
    new.look("no-way-in")
    codes = [part_of(mail, "text/plain") for mail in told_of(stage, new, "")[before:]]
    assert not any(
        re.search(r"^\s*[A-Z0-9]{4}-[A-Z0-9]{4}\s*$", each, re.MULTILINE) for each in codes
    )
    other = walk_in("coordinator", "/deelnemers/?q=Jorinde")
    for place in ("/deelnemers/?q=Jorinde", f"{stage.named['circle open']}leden/", "theme"):
        other.goto(stage.url(place))
        expect(other.get_by_role("main")).not_to_contain_text(new.name)
    other.goto(f"/zoeken/?q={new.name}")
    expect(other.locator(".hits")).to_have_count(0)


def test_somebody_new_takes_part_and_leaves(walk_in: WalkIn, stage: Stage) -> None:
    new = come_in_by_a_link(walk_in, stage)
    tell_of_oneself(new, walk_in)
    profile = urlsplit(new.page.url).path
    follow_a_theme(new)
    question = ask(new)
    get_it_answered(new, walk_in, question)
    asked = urlsplit(new.page.url).path
    title, example = write_an_example(new, walk_in)
    said = comment(new, stage)
    find(new, "buurtmaaltijd vader", title)
    find(new, "buurt jonge vader", title)
    hear_of_it_once(new, walk_in, stage)
    take_everything_along(new, stage, question, title, said)
    leave(new, stage)

    nobody_is_left(new, walk_in, stage)
    reader = walk_in("coordinator", example)
    assert reader.request.get(profile).status == 404
    for place, stays in (
        (example, "Vaders spreken we te weinig."),
        (asked, "Mensen schamen zich vaak."),
    ):
        reader.goto(place)
        expect(reader.get_by_role("main")).to_contain_text(stays)
        expect(reader.get_by_role("main")).not_to_contain_text("Jorinde")
        look_twice(reader, f"stays-{place.split('/')[1]}")
    reader.goto(stage.url("post voorbeeld"))
    expect(reader.get_by_text(said)).to_have_count(0)


def test_somebody_asks_to_come_in(walk_in: WalkIn, stage: Stage) -> None:
    new = come_in_by_asking(walk_in, stage)
    new.page.get_by_label("E-mailadres").fill(new.email)
    send(new.page, "Code aanvragen")
    new.page.get_by_label("Code").fill(newest_code(stage.mail))
    new.look("sign-in-code")
    new.page.keyboard.press("Enter")
    expect(new.page.get_by_role("heading", level=1)).to_have_text("Dag Floris")
