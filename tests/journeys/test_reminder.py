"""What comes later in a round: a reminder for who has not finished, and for nobody else."""

import email
import os
import subprocess
import sys

from playwright.sync_api import expect

from tests.journeys.asking import answer_all, doors, open_round, send_mails
from tests.journeys.conftest import ROOT, Stage, WalkIn

DOMAIN = "lombok.example"
HALF_WAY = """
import django
django.setup()
from django.utils import timezone
from leerkring.practice.answering.models import Sending
rows = Sending.objects.filter(sent_at=None, invitee__email__endswith="@lombok.example")
first = rows.order_by("due_at").values_list("due_at", flat=True).first()
rows.filter(due_at=first).update(due_at=timezone.now())
"""


def let_half_the_time_pass(stage: Stage) -> None:
    seen = {name: value for name, value in os.environ.items() if "LEERKRING_" not in name}
    seen |= {
        "LEERKRING_JOURNEY": str(stage.mail.parent),
        "DJANGO_SETTINGS_MODULE": "tests.journeys.settings",
        "PYTHONPATH": str(ROOT),
    }
    subprocess.run([sys.executable, "-c", HALF_WAY], env=seen, cwd=ROOT, check=True)


def mails_to(stage: Stage) -> dict[str, int]:
    """How many mails each address at this domain got."""
    found: dict[str, int] = {}
    sent = "".join(path.read_text(encoding="utf-8") for path in sorted(stage.mail.iterdir()))
    for text in sent.split(f"{'-' * 79}\n"):
        to = str(email.message_from_string(text)["To"])
        if to.endswith(f"@{DOMAIN}"):
            found[to.partition("@")[0]] = found.get(to.partition("@")[0], 0) + 1
    return found


def test_who_has_not_finished_is_reminded_and_goes_on(walk_in: WalkIn, stage: Stage) -> None:
    open_round(walk_in("coordinator"), "Week van Lombok", {"Wijkteam Lombok": 5}, DOMAIN)
    send_mails(stage)
    links = doors(stage.mail, DOMAIN)
    person = walk_in("visitor", links["a1"], width=360)
    answer_all(person, links["a1"])
    person.goto(f"{links['a2']}1/")
    person.get_by_label("Mee eens", exact=True).check()
    person.get_by_role("button", name="Volgende").click()
    expect(person.get_by_text("2 van 36")).to_be_visible()
    expect(person.locator("[data-state]")).to_have_text("Alles bewaard")

    let_half_the_time_pass(stage)
    send_mails(stage)
    assert mails_to(stage) == {"a1": 1, "a2": 2, "a3": 2, "a4": 2, "a5": 2}
    again = doors(stage.mail, DOMAIN)["a2"]
    person.goto(again)  # no link leads to what was kept behind another one
    expect(person.get_by_role("link", name="Begin")).to_be_visible()
    person.goto(links["a2"])
    expect(person.get_by_role("link", name="Ga verder bij stelling 2")).to_be_visible()
