"""What people meet on the pages: wrong forms, films without captions, and lists that stay quick."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from leerkring.practice.commitments.actions import make_commitment
from leerkring.practice.commitments.models import Sight
from leerkring.practice.meetings.actions import announce, make_meeting
from leerkring.practice.meetings.bringing_actions import add_material, put_question
from leerkring.practice.meetings.bringing_forms import MaterialForm
from leerkring.practice.meetings.forms import PlanForm
from leerkring.practice.meetings.library import form_named
from leerkring.practice.meetings.models import BroughtQuestion, Meeting, Role
from leerkring.practice.meetings.people_actions import give_role
from leerkring.practice.meetings.programme_actions import StrandText, add_strand
from leerkring.practice.meetings.tests.conftest import AUTUMN, a_plan
from leerkring.practice.meetings.views.day import coming_day

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def browser_of(person: object, client: Client) -> Client:
    client.force_login(person, backend=BACKEND)
    return client


def sent(house: SimpleNamespace, **chosen: str) -> dict[str, str]:
    usual = {
        "title": "Werkmiddag",
        "circle": str(house.circle.pk),
        "audience": "circle",
        "day": "2100-10-14",
        "begins": "13:30",
        "until": "17:00",
        "zone": "Europe/Brussels",
    }
    return {**usual, **chosen}


def test_a_meeting_that_goes_on_past_midnight_ends_the_next_day(house: SimpleNamespace) -> None:
    form = PlanForm(sent(house, begins="22:00", until="01:00"), person=house.lead)
    assert form.is_valid(), form.errors
    plan = form.plan()
    assert (plan.ends_by - plan.starts_at).total_seconds() == 3 * 3600
    assert str(plan.starts_at.tzinfo) == "Europe/Brussels"


def test_each_form_starts_at_its_own_hour(house: SimpleNamespace, client: Client) -> None:
    browser = browser_of(house.lead, client)
    for code, begins in (("werkdag-kernpartners", "09:30"), ("leeg", "13:30")):
        shown = browser.get(f"/bijeenkomsten/nieuw/{code}/").content.decode()
        assert f'value="{begins}"' in shown, code


def test_who_starts_no_programmes_makes_a_meeting_for_a_circle_they_guide(
    house: SimpleNamespace,
) -> None:
    lead = PlanForm(sent(house, circle="", audience="signed-in"), person=house.lead)
    member = PlanForm(sent(house), person=house.member)
    assert set(lead.errors) == {"circle"}
    assert "circle" in member.errors


@pytest.mark.parametrize(("audience", "fits"), [("circle", True), ("public", False)])
def test_questions_that_were_brought_do_not_come_before_more_readers(
    audience: str, fits: bool, house: SimpleNamespace, meeting: Meeting
) -> None:
    form = PlanForm(sent(house, audience=audience), person=house.lead, meeting=meeting)
    assert form.is_valid(), form.errors
    BroughtQuestion.objects.create(meeting=meeting, text="Wie belt de ouders?", by=house.member)
    form = PlanForm(sent(house, audience=audience), person=house.lead, meeting=meeting)
    assert form.is_valid() == fits


def test_for_the_circle_needs_a_circle(house: SimpleNamespace) -> None:
    house.lead.starts_programmes = True
    form = PlanForm(sent(house, circle=""), person=house.lead)
    assert set(form.errors) == {"audience"}


def test_a_film_has_captions_and_captions_have_a_film(meeting: Meeting) -> None:
    def faults(**files: SimpleUploadedFile) -> set[str]:
        return set(MaterialForm({"title": "Film"}, files, meeting=meeting).errors)

    text = SimpleUploadedFile("brief.txt", b"Dag.")
    captions = SimpleUploadedFile("film.vtt", b"WEBVTT\n\n00:00.000 --> 00:02.000\nDag.\n")
    assert faults() == {"upload"}
    assert faults(upload=text) == set()
    assert faults(upload=text, captions=captions) == {"captions"}


def test_a_wrong_form_comes_back_with_its_fault(
    house: SimpleNamespace, meeting: Meeting, client: Client
) -> None:
    browser = browser_of(house.lead, client)
    answer = browser.post(f"{meeting.get_absolute_url()}wijzigen/", sent(house, day="gisteren"))
    assert answer.status_code == 422
    assert "Werkmiddag" in answer.content.decode()


def test_the_clock_of_a_day_that_is_far_off_shows_what_comes_first(
    house: SimpleNamespace, meeting: Meeting, client: Client
) -> None:
    browser, address = browser_of(house.lead, client), f"{meeting.get_absolute_url()}dag/"
    assert "Donderdag 14 oktober 2100, 13.30 uur" in browser.get(address).content.decode()
    begins = timezone.localtime().replace(hour=23, minute=59)
    Meeting.objects.update(starts_at=begins)
    assert "Straks, om 23.59 uur" in browser.get(address).content.decode()


def test_a_day_of_this_year_is_named_without_its_year() -> None:
    start = datetime(2026, 12, 4, 12, 30, tzinfo=UTC)
    assert coming_day(start, start - timedelta(days=12)) == "Vrijdag 4 december"
    assert coming_day(start, start - timedelta(days=400)) == "Vrijdag 4 december 2026"


def test_a_draft_takes_no_questions_from_who_does_not_see_it(
    house: SimpleNamespace, meeting: Meeting, client: Client
) -> None:
    url = f"{meeting.get_absolute_url()}vragen/nieuw/"
    assert browser_of(house.member, client).post(url, {"text": "Hoe?"}).status_code == 404
    announce(meeting, by=house.lead)
    assert browser_of(house.member, client).post(url, {"text": "Hoe?"}).status_code == 302
    assert meeting.questions.get().by == house.member


def test_who_leads_gives_a_question_that_was_brought_a_theme(
    house: SimpleNamespace, meeting: Meeting, client: Client
) -> None:
    announce(meeting, by=house.lead)
    question = put_question(meeting, text="Wie belt de ouders?", by=house.member)
    url = f"{meeting.get_absolute_url()}vragen/"
    leading = browser_of(house.lead, client)
    leading.post(f"{url}{question.pk}/blok/", {"blok": "", "thema": house.theme.pk})
    leading.post(f"{url}{question.pk}/blok/", {"blok": ""})  # from a page that did not ask for it
    assert meeting.questions.get().theme == house.theme
    told = browser_of(house.member, client).get(url).content.decode()
    assert "over <a" in told and str(house.theme) in told


def test_what_was_promised_at_the_meeting_before_comes_back(
    house: SimpleNamespace, meeting: Meeting, client: Client
) -> None:
    before = make_meeting(a_plan(house, title="De vorige"), by=house.lead)
    announce(before, by=house.lead)
    announce(meeting, by=house.lead)
    Meeting.objects.filter(pk=before.pk).update(starts_at=meeting.starts_at - timedelta(days=60))
    make_commitment(
        text="bel ik eerder", person=house.member, sight=Sight.PUBLIC, meeting=before.pk
    )
    browser, title = browser_of(house.lead, client), "Wat er van eerdere voornemens kwam"
    assert title in browser.get(meeting.get_absolute_url()).content.decode()
    assert title not in browser.get(before.get_absolute_url()).content.decode()


def more_meetings(house: SimpleNamespace, meeting: Meeting, number: int) -> None:
    made = make_meeting(a_plan(house, title=f"Nummer {number}"), by=house.lead)
    announce(made, by=house.lead)


def more_in_it(house: SimpleNamespace, meeting: Meeting, number: int) -> None:
    block = meeting.blocks.all()[1]
    add_strand(block, StrandText(f"Nummer {number}", leader=house.member))
    add_material(meeting, title=f"Nummer {number}", link="https://voorbeeld.nl", by=house.lead)
    add_material(meeting, title="Bij een blok", link="https://a.nl", by=house.lead, block=block)
    put_question(
        meeting, text=f"Nummer {number}?", by=house.member, circle=house.circle, theme=house.theme
    )


@pytest.mark.parametrize(
    ("page", "more", "budget"),
    [
        ("/bijeenkomsten/", more_meetings, 12),
        ("", more_in_it, 50),
        ("programma/", more_in_it, 25),
        ("vragen/", more_in_it, 18),
        ("dag/", more_in_it, 20),
    ],
)
def test_a_page_costs_the_same_for_one_row_and_for_three(
    page: str,
    more: Callable[[SimpleNamespace, Meeting, int], None],
    budget: int,
    house: SimpleNamespace,
    meeting: Meeting,
    client: Client,
) -> None:
    browser = browser_of(house.lead, client)
    give_role(meeting, person=house.member, kind=Role.Kind.SPEAKER, by=house.lead)
    announce(meeting, by=house.lead)
    url = page if page.startswith("/") else f"{meeting.get_absolute_url()}{page}"
    counts = []
    for numbers in (range(1), range(1, 3)):
        for number in numbers:
            more(house, meeting, number)
        with CaptureQueriesContext(connection) as captured:
            assert browser.get(url).status_code == 200
        counts.append(len(captured))
    assert counts[0] == counts[1] <= budget


def test_a_form_of_the_library_opens_as_a_programme(house: SimpleNamespace) -> None:
    made = make_meeting(
        a_plan(house, purpose=""), by=house.lead, form=form_named("werkdag-kernpartners")
    )
    assert made.purpose.startswith("Partners die elkaar nodig hebben")
    assert made.starts_at == AUTUMN
