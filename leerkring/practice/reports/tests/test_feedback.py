"""What people wrote in a look back comes in the report by theme, as far as somebody chose it."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from leerkring.network.people.models import Person
from leerkring.practice.meetings.models import Announcement, Audience, Meeting, Role
from leerkring.practice.pulses.actions import ask_pulse, close_pulse, hand_in
from leerkring.practice.pulses.kinds import Kind
from leerkring.practice.pulses.models import OpenAnswer, Pulse
from leerkring.practice.reports import actions
from leerkring.practice.reports.chapters import ChapterKind
from leerkring.practice.reports.queries import account_of

pytestmark = pytest.mark.django_db
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
SAID = ("De pauze was te kort", "Geen tijd voor koffie", "Ik sta altijd alleen bij de kopieerder")
Fate = OpenAnswer.Fate


@pytest.fixture
def lead() -> Person:
    return Person.objects.create_user("lead@leerkring.example", "Lead")


@pytest.fixture
def meeting(lead: Person) -> Meeting:
    held = timezone.now() - timedelta(hours=3)
    made = Meeting.objects.create(
        title="Werkmiddag", slug="werkmiddag", audience=Audience.SIGNED_IN, starts_at=held
    )
    Role.objects.create(meeting=made, person=lead, kind=Role.Kind.ORGANISER)
    Announcement.objects.create(meeting=made)
    return made


def looked_back(meeting: Meeting, people: int = 6) -> Pulse:
    pulse = ask_pulse(meeting, Kind.AFTER, by=None, places=20)
    for number in range(people):
        text = SAID[number] if number < len(SAID) else ""
        hand_in(pulse, mark=f"telefoon {number}", answers=bytes([3, 4, 4]), text=text)
    close_pulse(pulse, by=None)
    return Pulse.objects.with_all().get(pk=pulse.pk)


@pytest.fixture
def browser(lead: Person) -> Client:
    client = Client()
    client.force_login(lead, backend=BACKEND)
    return client


def choose(browser: Client, pulse: Pulse, fates: dict[str, Any]) -> None:
    body = {}
    for row in pulse.open_answers.all():
        body[f"theme-{row.pk}"] = "Pauzes" if "pauze" in row.text or "koffie" in row.text else ""
        body[f"fate-{row.pk}"] = str(fates.get(row.text, ""))
    assert browser.post(f"/korte-peilingen/{pulse.pk}/themas/", body).status_code == 302


def told(meeting: Meeting, lead: Person) -> Any:
    report = actions.begin_report(meeting, by=lead)
    found = {one.kind: one for one in account_of(report).chapters}
    return found[ChapterKind.FEEDBACK].entries


def texts(entries: Any) -> str:
    return " ".join(part for e in entries for part in (e.title, e.kicker, e.text, *e.lines))


def test_nothing_that_somebody_wrote_comes_in_by_itself(
    meeting: Meeting, lead: Person, browser: Client
) -> None:
    pulse = looked_back(meeting)
    assert not any(said in texts(told(meeting, lead)) for said in SAID)
    desk = browser.get(f"{meeting.get_absolute_url()}verslag/maken/").content.decode()
    assert "van 3 antwoorden koos nog niemand" in desk
    assert f"/korte-peilingen/{pulse.pk}/#woorden" in desk


def test_what_was_chosen_stands_by_theme_with_what_is_done_and_what_stays_out(
    meeting: Meeting, lead: Person, browser: Client
) -> None:
    pulse = looked_back(meeting)
    choose(browser, pulse, {SAID[0]: Fate.TOLD, SAID[1]: Fate.TWICE, SAID[2]: Fate.PERSON})
    page = browser.get(f"/korte-peilingen/{pulse.pk}/").content.decode()
    assert "Pauzes: dit doen we ermee" in page
    body = {"reply-0": "De volgende keer een half uur."}
    browser.post(f"/korte-peilingen/{pulse.pk}/themas/antwoord/", body)
    entries = told(meeting, lead)
    theme = next(entry for entry in entries if entry.title == "Pauzes")
    assert theme.lines == (SAID[0],)
    after = entries[entries.index(theme) + 1]
    assert (after.kicker, after.text) == ("Dit doen we met «Pauzes»", body["reply-0"])
    assert entries[-1].text == (
        "2 antwoorden laten we weg: 1 keer omdat het naar iemand kan wijzen, "
        "1 keer omdat het er al staat."
    )
    assert SAID[2] not in texts(entries) and SAID[1] not in texts(entries)


def test_the_chosen_words_are_on_the_page_and_on_paper(
    meeting: Meeting, lead: Person, browser: Client
) -> None:
    pulse = looked_back(meeting)
    choose(browser, pulse, {SAID[0]: Fate.TOLD})
    report = actions.begin_report(meeting, by=lead)
    actions.agree(report, by=lead)
    actions.bring_out(report, by=lead)
    address = f"{meeting.get_absolute_url()}verslag/"
    assert SAID[0] in browser.get(address).content.decode()
    paper = browser.get(f"{address}pdf/")
    assert paper.status_code == 200 and paper.content[:4] == b"%PDF"


def test_who_wrote_before_it_was_said_is_not_quoted(
    meeting: Meeting, lead: Person, browser: Client
) -> None:
    pulse = looked_back(meeting)
    Pulse.objects.filter(pk=pulse.pk).update(may_quote=False)
    choose(browser, pulse, {SAID[0]: Fate.TOLD})
    assert not pulse.open_answers.exclude(fate=Fate.OPEN).exists()
    assert SAID[0] not in texts(told(meeting, lead))


def test_of_a_look_back_with_few_answers_nothing_is_told(meeting: Meeting, lead: Person) -> None:
    pulse = looked_back(meeting, people=4)
    assert not pulse.open_answers.exists()
    assert texts(told(meeting, lead)).split(".")[0].strip() == (
        "Er zijn te weinig antwoorden om iets te laten zien"
    )


def test_who_answers_reads_beforehand_what_may_become_of_it(meeting: Meeting) -> None:
    pulse = ask_pulse(meeting, Kind.AFTER, by=None, places=20)
    page = Client().get(f"/p/{pulse.code}/").content.decode()
    assert "zonder naam, in het verslag komen" in page
    assert "mag zinnen in het verslag zetten" in page


def test_another_than_who_leads_it_chooses_nothing(meeting: Meeting) -> None:
    pulse = looked_back(meeting)
    other = Client()
    other.force_login(Person.objects.create_user("o@leerkring.example", "O"), backend=BACKEND)
    for page in ("themas/", "themas/antwoord/"):
        assert other.post(f"/korte-peilingen/{pulse.pk}/{page}", {}).status_code == 404
