"""A try-out tells what it found: worked out, or noticed by who was there."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.test import Client
from django.utils import timezone

from leerkring.practice.meetings.models import Meeting
from leerkring.practice.meetings.programme_queries import programme_of
from leerkring.practice.meetings.run_actions import begin_try_out, simulate, write_in

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.fixture
def browser(house: SimpleNamespace) -> Client:
    client = Client()
    client.force_login(house.lead, backend=BACKEND)
    return client


def test_a_calculation_says_why_and_not_as_if_somebody_noticed_it(
    house: SimpleNamespace, meeting: Meeting, browser: Client
) -> None:
    block = meeting.blocks.filter(kind="groups").first()
    run = simulate(meeting, people=60, by=house.lead)
    why = "wisselen van plek kost met 60 mensen 8 minuten, alle tafels horen 6"
    assert run.held.get(block=block).remark == why
    page = browser.get(f"{meeting.get_absolute_url()}proef/{run.pk}/").content.decode()
    assert f'<td data-label="Berekend">{why}</td>' in page
    simulate(meeting, people=120, by=house.lead)
    (timed,) = (one for one in programme_of(meeting).blocks if one.block == block)
    assert timed.remarks == [] and "met 120 mensen" in timed.computed
    script = browser.get(f"{meeting.get_absolute_url()}programma/").content.decode()
    assert f"<strong>Berekend:</strong> {timed.computed}" in script
    assert "gemerkt" not in script and why not in script


def test_a_remark_is_kept_and_a_wrong_minute_is_shown_at_its_row(
    house: SimpleNamespace, meeting: Meeting, browser: Client
) -> None:
    run = begin_try_out(meeting, people=6, by=house.lead)
    first, second, third, *_ = run.held.all()
    before = first.minutes
    body = {
        f"minuten-{first.pk}": "",
        f"opmerking-{first.pk}": "De koffie was laat.",
        f"minuten-{second.pk}": "12,5",
        f"minuten-{third.pk}": "33",
        "overnemen": "ja",
    }
    answer = browser.post(f"{meeting.get_absolute_url()}proef/{run.pk}/", body)
    page = answer.content.decode()
    assert answer.status_code == 422 and "Bewaard." not in page
    assert "«12,5» is geen aantal minuten." in page and 'value="12,5"' in page
    assert page.count('aria-invalid="true"') == 2
    assert 'value="De koffie was laat."' in page
    kept = {one.pk: (one.minutes, one.remark) for one in run.held.all()}
    assert kept[first.pk] == (before, "De koffie was laat.")
    assert kept[third.pk] == (33, "")
    run.refresh_from_db()
    assert run.taken_over_at is None


def test_the_chair_reads_what_the_try_out_found_at_the_part_that_runs(
    house: SimpleNamespace, meeting: Meeting, browser: Client
) -> None:
    run = begin_try_out(meeting, people=6, by=house.lead)
    write_in(run, {run.held.first().pk: (15, "Zet de stoelen klaar.")})
    Meeting.objects.filter(pk=meeting.pk).update(starts_at=timezone.now() - timedelta(minutes=2))
    page = browser.get(f"{meeting.get_absolute_url()}dag/").content.decode()
    assert "Zet de stoelen klaar." in page
