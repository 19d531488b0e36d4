"""A week in one mail: what was told is in it once, and the link in it stops the next."""

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.journeys.asking import choose_theme, send, send_mails
from tests.journeys.conftest import ROOT, Stage, WalkIn
from tests.journeys.test_accessible import RULES
from tests.journeys.test_keyboard import newest_code

ADDRESS, NAME = "weekbericht@maasbrug.example", "Wieke Mulder"
QUESTION = "Wie kent een rustige plek om te praten?"
THEME_BLOG, CIRCLE_BLOG = "Een stoel bij het schoolplein", "Wie brengt de koffie mee?"
TOLD = {
    "Iets nieuws in een thema dat je volgt": THEME_BLOG,
    "Iets nieuws in een werkgroep van je": CIRCLE_BLOG,
    "Een antwoord op je vraag": QUESTION,
    "Een reactie op iets van jou": QUESTION,
}
BEGIN = """
import sys
import django
django.setup()
from leerkring.network.people.models import Person
person = Person.objects.get(email=sys.argv[1])
"""
A_WEEK = """
from leerkring.exchange.posts.actions import begin, draft_of, save_draft
from leerkring.exchange.posts.content import Content
from leerkring.exchange.posts.kinds import BLOG
from leerkring.exchange.posts.publishing_actions import publish
from leerkring.exchange.questions.answering_actions import answer
from leerkring.exchange.questions.models import Question
from leerkring.foundation.remarks.actions import remark_on
from leerkring.foundation.remarks.registry import remarkable
from leerkring.network.circles.audience import Audience
from leerkring.network.circles.models import Circle
from leerkring.network.circles.queries import owners_of
from leerkring.network.themes.models import Theme

theme = Theme.objects.get(name="Thuiszitters")
circle = Circle.objects.of(person).get()
others = list(Person.objects.filter(pk__in=owners_of(circle)))
text = {"tekst": "<p>Wij zaten er elke ochtend een kwartier.</p>"}
for content in (
    Content(sys.argv[2], text, themes=(theme.pk,), audience=Audience.PUBLIC),
    Content(sys.argv[3], text, audience=Audience.CIRCLE, circle=circle.pk),
):
    post = begin(BLOG, title=content.title, by=others[0])
    save_draft(post, content, base=draft_of(post).saves)
    publish(post, by=others[0])
question = Question.objects.get(author=person)
answer(question, text="In de bibliotheek, op de eerste verdieping.", by=others[0])
entry = remarkable("questions.question")
remark_on(question, entry, text="Dat zoeken wij ook.", by=others[0])
"""
MONDAY = """
from datetime import timedelta
from django.conf import settings
from django.core.mail import get_connection
from django.utils import timezone
from leerkring.foundation.notifications import tasks
from leerkring.site.demo import postbox

class Backend(postbox.EmailBackend):
    def send_messages(self, messages):
        own = [message for message in messages if message.to == [person.email]]
        rest = [message for message in messages if message.to != [person.email]]
        usual = get_connection("django.core.mail.backends.filebased.EmailBackend")
        return super().send_messages(own) + (usual.send_messages(rest) or 0)

settings.EMAIL_BACKEND, settings.SITE_URL = "__main__.Backend", sys.argv[2]
print(tasks.run_due(timezone.now() + timedelta(days=7, hours=int(sys.argv[3]))))
"""
FORGET = """
from django.conf import settings
from leerkring.site.demo import postbox
for path in settings.MAIL_FOLDER.glob(f"{postbox.box_of(person.email)}-*"):
    path.unlink()
"""


def off_stage(stage: Stage, what: str, *words: str) -> str:
    """In the surroundings of the site, in a process of its own."""
    seen = {name: value for name, value in os.environ.items() if "LEERKRING_" not in name}
    seen |= {
        "LEERKRING_JOURNEY": str(stage.mail.parent),
        "DJANGO_SETTINGS_MODULE": "tests.journeys.settings",
        "PYTHONPATH": str(ROOT),
    }
    command = [sys.executable, "-c", BEGIN + what, ADDRESS, *words]
    done = subprocess.run(
        command, env=seen, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True
    )
    return done.stdout.strip()


@pytest.fixture
def member(walk_in: WalkIn, stage: Stage) -> Iterator[Page]:
    """Somebody who has just come in; afterwards no mail of theirs lies in the demo's post."""
    send_mails(stage)  # what was there before is not news
    page = walk_in("visitor", "/meedoen/", width=360)
    page.get_by_label("Je naam").fill(NAME)
    page.get_by_label("Je e-mailadres").fill(ADDRESS)
    send(page, "Mail me een code")
    page.get_by_label("De code uit de mail").fill(newest_code(stage.mail))
    page.get_by_role("button", name="Ga verder").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Dag Wieke")
    yield page
    off_stage(stage, FORGET)


def take_part(page: Page, stage: Stage) -> None:
    """Follow a theme, join a circle, ask something, and want to hear of it once a week."""
    page.goto(stage.url("theme"))
    send(page, "Volg dit thema")
    page.goto(stage.url("circle open"))
    page.get_by_role("link", name="Doe mee", exact=True).click()
    send(page, "Doe mee")
    page.goto("/vragen/stellen/")
    page.get_by_label("Je vraag, in één zin").fill(QUESTION)
    choose_theme(page, "Thuiszitters")
    page.get_by_role("button", name="Stel je vraag").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(QUESTION)
    page.goto("/meldingen/instellingen/")
    accessible(page)
    for wish in TOLD:
        how_often = page.get_by_label(f"{wish}: per mail")
        subject = page.locator("details", has=how_often)
        if subject.get_attribute("open") is None:
            subject.locator("summary").click()
        how_often.select_option("week")
    page.get_by_role("button", name="Bewaren").click()
    expect(page.get_by_role("status")).to_contain_text("Bewaard.")


def accessible(page: Page) -> None:
    for width in (1280, 360):
        page.set_viewport_size({"width": width, "height": 900})
        found = Axe().run(page, options=RULES)
        assert found.violations_count == 0, found.generate_report()


def own_mails(page: Page) -> list[str]:
    """Addresses of the pages of their mails, in the post of the demo."""
    page.goto("/demo/post/anderen/")
    rows = page.get_by_role("row").filter(has_text=ADDRESS).get_by_role("link")
    return [str(link.get_attribute("href")) for link in rows.all()]


def test_a_week_comes_in_one_mail_that_leads_on_and_can_be_stopped(
    member: Page, walk_in: WalkIn, stage: Stage
) -> None:
    take_part(member, stage)
    off_stage(stage, A_WEEK, THEME_BLOG, CIRCLE_BLOG)
    send_mails(stage)  # any day: what is new is told, and nothing goes by mail yet
    assert own_mails(member) == []
    off_stage(stage, MONDAY, stage.address, "1")
    (mail,) = own_mails(member)
    accessible(member)

    member.goto(mail)
    accessible(member)
    letter = member.locator(".letter")
    expect(letter).to_contain_text(f"Dag {NAME.split()[0]}")
    expect(letter).to_contain_text("Er zijn 4 nieuwe dingen voor je.")
    text = letter.inner_text()
    assert {label: text.count(label) for label in TOLD} == dict.fromkeys(TOLD, 1)
    links = [str(a.get_attribute("href")) for a in letter.get_by_role("link").all()]
    settings = stage.url("/meldingen/instellingen/")
    items = [link for link in links if "/afmelden/" not in link and link != settings]
    assert (len(items), len(links)) == (4, 6)
    member.get_by_text("Wat een mailprogramma leest").click()
    header = member.locator("dt:text-is('List-Unsubscribe') + dd").inner_text()
    away = header.strip("<>")
    assert away in links
    member.goto(f"{mail}opgemaakt/")
    for label in TOLD:
        expect(member.get_by_text(label)).to_have_count(1)

    titles = []
    for link in items:
        answer = member.goto(link)
        assert answer and answer.status == 200
        titles.append(member.get_by_role("heading", level=1).inner_text())
    assert sorted(titles) == sorted(TOLD.values())

    weekly = "Weekoverzicht, een keer per week om zeven uur"
    reader = walk_in("visitor", away, width=360)
    expect(reader.get_by_role("heading", level=1)).to_have_text("Deze mail niet meer?")
    accessible(reader)
    member.goto(settings)
    expect(member.get_by_label(weekly)).to_be_checked()
    posted = reader.request.post(away, form={"List-Unsubscribe": "One-Click"})
    assert posted.status == 200
    member.goto(settings)
    expect(member.get_by_label(weekly)).not_to_be_checked()

    off_stage(stage, MONDAY, stage.address, "2")
    assert own_mails(member) == [mail]
