"""What goes away again: a passage that a moderator takes out, and somebody with all they have."""

import os
import subprocess
import sys
from zipfile import ZipFile

from playwright.sync_api import expect

from tests.journeys.asking import send
from tests.journeys.conftest import ROOT, Stage, WalkIn
from tests.journeys.test_keyboard import newest_code


def let_the_worker_look(stage: Stage) -> None:
    seen = {name: value for name, value in os.environ.items() if "LEERKRING_" not in name}
    seen |= {
        "LEERKRING_JOURNEY": str(stage.mail.parent),
        "DJANGO_SETTINGS_MODULE": "tests.journeys.settings",
        "PYTHONPATH": str(ROOT),
    }
    once = [sys.executable, "-m", "leerkring", "worker", "--once"]
    subprocess.run(once, env=seen, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


def test_a_moderator_takes_a_passage_out_of_what_was_flagged(walk_in: WalkIn, stage: Stage) -> None:
    reporter = walk_in("outsider", "post openbaar")
    text = reporter.locator(".rich p").first.inner_text()
    passage = " ".join(text.split()[:3])
    reporter.locator(".post__foot").get_by_role("link", name="Melden", exact=True).click()
    reporter.get_by_role("radio").first.check()
    send(reporter, "Melden")

    moderator = walk_in("coordinator", "redaction", width=360)
    moderator.get_by_label("Welke passage moet weg?").fill(passage)
    moderator.get_by_label("Bericht aan de schrijver").fill("Er stond iets over een gezin.")
    moderator.get_by_role("button", name="Haal weg").click()
    expect(moderator.get_by_role("status")).to_be_visible()
    for place in ("post openbaar", "versions"):
        moderator.goto(stage.url(place))
        expect(moderator.get_by_role("main")).not_to_contain_text(passage)


def test_somebody_takes_everything_along_and_leaves(walk_in: WalkIn, stage: Stage) -> None:
    page = walk_in("outsider", "/privacy/ik/", accept_downloads=True)
    send(page, "Zet mijn gegevens klaar")
    let_the_worker_look(stage)
    page.reload()
    with page.expect_download() as waited:
        page.get_by_role("link", name="Haal je gegevens op").click()
    with ZipFile(waited.value.path()) as package:
        assert {name.rsplit(".", 1)[-1] for name in package.namelist()} >= {"html", "json"}

    page.get_by_role("link", name="Mijn account verwijderen").click()
    send(page, "Mail mij een code")
    page.get_by_label("De code uit de mail").fill(newest_code(stage.mail))
    page.get_by_role("button", name="Verwijder mijn account over zeven dagen").click()
    expect(page.get_by_text("Je account gaat weg op")).to_be_visible()
    page.get_by_role("button", name="Ik blijf toch").click()
    expect(page.get_by_role("status")).to_contain_text("Je blijft.")
