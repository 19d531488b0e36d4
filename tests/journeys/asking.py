"""A round as a coordinator makes it in the browser, its mails, and how people answer."""

import json
import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.journeys.conftest import ROOT, Stage
from tests.journeys.mailbox import mails_at, part_of

ITEMS = 36
LINK = re.compile(r"(/v/[\w-]+/)\s")
LAST_DAY = "2099-12-31"


def csv(name: str, *rows: str) -> dict[str, object]:
    content = "\n".join(rows) + "\n"
    return {"name": name, "mimeType": "text/csv", "buffer": content.encode()}


def people_of(teams: dict[str, int], domain: str) -> list[str]:
    """A row per member: a1@…, a2@… in the first team, b1@… in the second."""
    return [
        f"{team},{letter}{number}@{domain}"
        for letter, (team, members) in zip("abcdef", teams.items(), strict=False)
        for number in range(1, members + 1)
    ]


def teams_of(teams: dict[str, int]) -> list[str]:
    head = "team,organisatie,wijk,gemeente,leden"
    return [head, *(f"{team},De Brug,,Utrecht,{members}" for team, members in teams.items())]


def send(page: Page, button: str) -> None:
    """Press a button that brings a page, and wait for that page: what a journey does next, in this
    window or another, could else come before it.
    """
    with page.expect_navigation():
        page.get_by_role("button", name=button).click()


def choose_theme(within: Page | Locator, theme: str) -> None:
    """Open the folded list of themes, and tick one."""
    within.get_by_text("Kies thema's").click()
    within.get_by_label(theme).check()


FIRST, LAST = date(2027, 3, 1), date(2027, 3, 5)


def start_programme(page: Page, name: str, *, first: date = FIRST, last: date = LAST) -> str:
    """A new programme; its address."""
    page.goto("/programmas/nieuw/")
    page.get_by_label("Hoe heet het programma?").fill(name)
    page.get_by_label("In welke gemeente?").fill("Utrecht")
    page.get_by_label("Eerste dag").fill(first.isoformat())
    page.get_by_label("Laatste dag").fill(last.isoformat())
    page.get_by_role("button", name="Maak het programma").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(name)
    return page.url


def hand_over(page: Page, teams: dict[str, int], people: list[str]) -> None:
    page.get_by_label("Teams", exact=True).set_input_files([csv("teams.csv", *teams_of(teams))])
    page.get_by_label("Mensen").set_input_files([csv("mensen.csv", "team,e-mail", *people)])
    page.get_by_label("Tot en met welke dag").fill(LAST_DAY)
    page.get_by_label("Een paar zinnen van jou").fill("Fijn dat je meedoet.")
    page.get_by_role("button", name="Lees de bestanden").click()


def open_round(page: Page, name: str, teams: dict[str, int], domain: str) -> str:
    """From nothing to mails that lie ready; the address of the programme."""
    address = start_programme(page, name)
    page.get_by_role("link", name="Online peilen").click()
    hand_over(page, teams, people_of(teams, domain))
    page.get_by_role("button", name="Verstuur de uitnodigingen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("De ronde")
    return address


def send_mails(stage: Stage) -> None:
    """The worker looks once."""
    _run(stage, "leerkring", "worker", "--once")


def backstage(stage: Stage, name: str, *given: Any) -> Any:
    """What this function of `backstage.py` makes of it."""
    told = _run(stage, "tests.journeys.backstage", name, *map(json.dumps, given))
    return json.loads(told)


def _run(stage: Stage, *module: str) -> str:
    """In the surroundings of the site, in a process of its own."""
    seen = {name: value for name, value in os.environ.items() if "LEERKRING_" not in name}
    seen |= {
        "LEERKRING_JOURNEY": str(stage.mail.parent),
        "DJANGO_SETTINGS_MODULE": "tests.journeys.settings",
        "PYTHONPATH": str(ROOT),
    }
    command = [sys.executable, "-m", *module]
    done = subprocess.run(command, env=seen, cwd=ROOT, check=True, stdout=subprocess.PIPE)
    return done.stdout.decode()


def doors(mail: Path, domain: str) -> dict[str, str]:
    """The link that each address at this domain was sent."""
    found = {}
    for message in mails_at(mail, domain):
        link = LINK.search(part_of(message, "text/plain"))
        if link:
            found[str(message["To"]).partition("@")[0]] = link[1]
    return found


def answer_all(page: Page, door: str, value: int = 4) -> None:
    """Every statement at once, over the same road that the script takes, and handed in."""
    page.goto(f"{door}1/")
    page.evaluate(
        """async ([door, items, value]) => {
            const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
            for (let number = 1; number <= items; number += 1) {
                await fetch(`${door}${number}/antwoord/`, {
                    method: "POST",
                    headers: { Accept: "application/json", "X-CSRFToken": token },
                    body: new URLSearchParams({ value: 1 + (value + number) % 5 }),
                });
            }
        }""",
        [door, ITEMS, value],
    )
    page.goto(f"{door}nakijken/")
    page.get_by_role("button", name="Lever in").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Waar sta ik?")
