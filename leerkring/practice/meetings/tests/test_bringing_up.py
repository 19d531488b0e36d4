"""What two partners see differently comes on the programme of their next meeting by itself."""

from datetime import datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from leerkring.foundation.notifications.models import Notice
from leerkring.network.people.actions import organisation_named
from leerkring.practice.agreements.actions import Promised, promise
from leerkring.practice.agreements.link_queries import link_to
from leerkring.practice.agreements.models import Agreement, Kept, Stance
from leerkring.practice.agreements.rules import PATIENCE
from leerkring.practice.agreements.scoring_actions import answer, score, settle
from leerkring.practice.meetings.actions import announce, make_meeting
from leerkring.practice.meetings.agenda_actions import begin_with_what_wrings
from leerkring.practice.meetings.copying_actions import copy_meeting
from leerkring.practice.meetings.models import Meeting
from leerkring.practice.meetings.programme_actions import resize
from leerkring.practice.meetings.tasks import run_due
from leerkring.practice.meetings.tests.conftest import a_plan

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
NOW = timezone.now()


def agreed(house: SimpleNamespace, **more: Any) -> Agreement:
    """Long ago; the lead speaks for one of the two."""
    made = promise(
        Promised("Terugbellen", "Een belletje.", **more),
        promiser=organisation_named("Het Kompas"),
        receiver=organisation_named("De Brug"),
        promising=[house.lead],
        receiving=[house.member],
        by=house.lead,
        now=NOW - timedelta(weeks=20),
    )
    return Agreement.objects.with_parties().get(pk=made.pk)


def seen_differently(agreement: Agreement, house: SimpleNamespace, at: datetime = NOW) -> None:
    scored = score(agreement, kept=Kept.NO, sentence="Niets.", by=house.member, now=at)
    answer(scored, stance=Stance.DIFFERENT, text="Wel.", by=house.lead, now=at)


def later(meeting: Meeting, house: SimpleNamespace, days: int, **chosen: Any) -> Meeting:
    at = meeting.starts_at + timedelta(days=days)
    return make_meeting(a_plan(house, starts_at=at, **chosen), by=house.lead)


def test_the_next_meeting_of_the_circle_gets_it_once_and_who_organises_hears(
    house: SimpleNamespace, meeting: Meeting
) -> None:
    after = later(meeting, house, 30)
    agreement = agreed(house, circle=house.circle)
    seen_differently(agreement, house)
    assert "1 afspraak op een programma" in run_due(NOW)
    block = meeting.blocks.get(agreement=agreement)
    assert block.minutes == 20 and not after.blocks.filter(agreement=agreement).exists()
    assert Notice.objects.filter(person=house.lead, occasion__event="meetings.agenda").exists()
    block.delete()  # who organises does not want it
    assert run_due(NOW + timedelta(days=30)) == ""
    assert not meeting.blocks.filter(agreement=agreement).exists()


def test_on_a_meeting_that_was_made_known_it_takes_no_time_until_it_is_given_some(
    house: SimpleNamespace, meeting: Meeting
) -> None:
    announce(meeting, by=house.lead)
    meeting.refresh_from_db()
    before = meeting.sequence
    agreement = agreed(house, circle=house.circle)
    seen_differently(agreement, house)
    run_due(NOW)
    block = meeting.blocks.get(agreement=agreement)
    meeting.refresh_from_db()
    assert (block.minutes, meeting.sequence) == (0, before)
    block = resize(block, 15)
    assert sum(int(step.split()[0]) for step in block.steps) == 15


def test_without_a_circle_it_comes_on_what_follows_the_meeting_where_it_was_made(
    house: SimpleNamespace, meeting: Meeting
) -> None:
    agreement = agreed(house, meeting=meeting.pk)
    seen_differently(agreement, house)
    assert run_due(NOW) == ""  # there is no next one
    plan = a_plan(house, circle=None, starts_at=meeting.starts_at + timedelta(days=30))
    copied = copy_meeting(meeting, plan, by=house.lead)
    other = later(meeting, house, 10, circle=None)
    assert run_due(NOW + timedelta(hours=1)) == ""  # looked at again tomorrow
    run_due(NOW + timedelta(days=2))
    assert copied.blocks.filter(agreement=agreement).count() == 1
    assert not other.blocks.filter(agreement=agreement).exists()


def test_a_new_meeting_in_the_line_begins_with_it(house: SimpleNamespace, meeting: Meeting) -> None:
    agreement = agreed(house, meeting=meeting.pk)
    seen_differently(agreement, house)
    copied = copy_meeting(meeting, a_plan(house, circle=None), by=house.lead)
    assert begin_with_what_wrings(copied, by=house.lead) == 1
    assert copied.blocks.get(agreement=agreement)


def test_a_score_that_stays_without_an_answer_comes_up_after_a_while(
    house: SimpleNamespace, meeting: Meeting
) -> None:
    agreement = agreed(house, circle=house.circle)
    score(agreement, kept=Kept.NO, sentence="Niets.", by=house.member, now=NOW)
    assert run_due(NOW) == ""
    assert "1 afspraak" in run_due(NOW + PATIENCE + timedelta(minutes=1))
    assert meeting.blocks.filter(agreement=agreement).count() == 1


def test_what_is_settled_or_recognised_or_not_for_the_organiser_does_not_come_up(
    house: SimpleNamespace, meeting: Meeting
) -> None:
    settled, same = (agreed(house, circle=house.circle) for _ in range(2))
    seen_differently(settled, house)
    settle(settled.scores.get(), text="Klaar.", by=house.member, now=NOW)
    scored = score(same, kept=Kept.NO, sentence="Niets.", by=house.member, now=NOW)
    answer(scored, stance=Stance.SAME, by=house.lead, now=NOW)
    hidden = agreed(house, circle=house.circle)
    hidden.contacts.filter(person=house.lead).update(person=house.follower)
    seen_differently(hidden, house)
    assert run_due(NOW + PATIENCE * 2) == ""
    assert not meeting.blocks.exclude(agreement=None).exists()


@pytest.fixture
def lead(house: SimpleNamespace) -> Client:
    client = Client()
    client.force_login(house.lead, backend=BACKEND)
    return client


def test_the_agreement_says_where_it_was_made_and_where_it_is_talked_about(
    house: SimpleNamespace, meeting: Meeting, lead: Client
) -> None:
    agreement = agreed(house, circle=house.circle, meeting=meeting.pk)
    seen_differently(agreement, house)
    after = later(meeting, house, 30, title="Vervolgmiddag")
    run_due(NOW)
    told = lead.get(agreement.get_absolute_url()).content.decode()
    assert "gemaakt bij" in told and meeting.get_absolute_url() in told
    assert "Staat op een programma" in told and after.get_absolute_url() in told
    member = Client()
    member.force_login(house.member, backend=BACKEND)  # does not see drafts
    assert "gemaakt bij" not in member.get(agreement.get_absolute_url()).content.decode()


def test_an_agreement_remembers_the_meeting_only_by_an_address_of_ours(
    house: SimpleNamespace, meeting: Meeting, lead: Client
) -> None:
    where = f"/afspraken/nieuw/?kring={house.circle.pk}&bijeenkomst="
    assert meeting.title in lead.get(where + link_to(meeting.pk)).content.decode()
    chosen = lead.get(f"/afspraken/nieuw/?bijeenkomst={link_to(meeting.pk)}").content.decode()
    assert link_to(meeting.pk) in chosen
    assert meeting.title not in lead.get(f"{where}{meeting.pk}").content.decode()
    assert meeting.title not in lead.get(f"{where}{meeting.pk}:x").content.decode()


def test_a_meeting_begins_in_the_circle_from_which_it_is_made(
    house: SimpleNamespace, lead: Client
) -> None:
    here = f"?kring={house.circle.pk}"
    told = lead.get(f"/bijeenkomsten/nieuw/{here}").content.decode()
    assert f"/bijeenkomsten/nieuw/introductie/{here}" in told
    form = lead.get(f"/bijeenkomsten/nieuw/introductie/{here}").content.decode()
    assert f'<option value="{house.circle.pk}" selected>' in form
    for strange in ("?kring=x", "?kring=999999", "?kring=٣"):
        assert lead.get(f"/bijeenkomsten/nieuw/introductie/{strange}").status_code == 200
