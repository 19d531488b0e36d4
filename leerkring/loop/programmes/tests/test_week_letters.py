"""What an agreed plan sends: a date for calendars, once a change, and CANCEL for who drops out."""

from datetime import timedelta
from email import message_from_bytes, policy
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from icalendar import Calendar

from leerkring.foundation.notifications.handing_over_actions import LEASE
from leerkring.foundation.notifications.models import Notice
from leerkring.foundation.notifications.tests import dying
from leerkring.loop.programmes.actions import tailor_team
from leerkring.loop.programmes.models import Programme, WeekLetter, WeekPlan
from leerkring.loop.programmes.tasks import run_due
from leerkring.loop.programmes.tests.test_week import page, planned, prepared
from leerkring.loop.programmes.week_letter_queries import delivery_of
from leerkring.loop.programmes.week_plan_actions import accept_plan, change_by_hand
from leerkring.loop.programmes.week_queries import proposal
from leerkring.network.people.models import Membership

__all__ = ["prepared"]  # a fixture


@pytest.fixture
def agreed(prepared: Programme, settings: Any) -> WeekPlan:
    settings.EMAIL_BACKEND = "leerkring.foundation.notifications.tests.dying.EmailBackend"
    dying.taken.clear()
    dying.behaviour.clear()
    plan = planned(prepared)
    accept_plan(plan, by=None)
    return plan


def heard() -> dict[str, Any]:
    """The events that came by mail since this was last asked, by who got them and of which team."""
    events = {}
    for message in dying.taken:
        mail = message_from_bytes(message.message().as_bytes(), policy=policy.default)
        text = list(mail.iter_parts())[-1].get_content()
        event = Calendar.from_ical(text).walk("VEVENT")[0]
        method = "CANCEL" if "METHOD:CANCEL" in text else "REQUEST"
        key = f"{message.to[0]} {event['SUMMARY']}"
        assert key not in events
        events[key] = (method, int(event["SEQUENCE"]), str(event["UID"]), message.subject)
    dying.taken.clear()
    return events


def addresses(plan: WeekPlan) -> set[str]:
    """Who must get a date, and of which session."""
    found = set()
    for one in plan.sessions.select_related("participation__team", "facilitator__person"):
        team = one.participation.team
        found.add(f"{getattr(one.facilitator.person, 'email', '')} Sessie {team}")
        for member in Membership.objects.filter(team=team, until=None).select_related("person"):
            found.add(f"{member.person.email} Sessie {team}")
    return found


def without(plan: WeekPlan, team: int) -> None:
    """Agree a plan in which this team has no place."""
    change_by_hand(plan.programme, by=None, team=team, to=None)
    new = proposal(plan.programme)
    assert new
    new.sessions.filter(participation=team).delete()
    accept_plan(new, by=None)


def test_everybody_concerned_gets_a_date_for_the_calendar_once(agreed: WeekPlan) -> None:
    assert "over sessies verstuurd" in run_due(timezone.now())
    events = heard()
    assert set(events) == addresses(agreed)
    assert {(method, sequence) for method, sequence, *_ in events.values()} == {("REQUEST", 0)}
    assert run_due(timezone.now() + timedelta(hours=1)) == ""
    assert not dying.taken
    assert not Notice.objects.exclude(delivery=None).exists()  # no second mail beside it


def test_who_drops_out_gets_a_cancellation_and_the_others_a_new_sequence(
    agreed: WeekPlan,
) -> None:
    run_due(timezone.now())
    before = heard()
    row = agreed.sessions.select_related("facilitator__person", "participation__team", "room")[0]
    other = agreed.programme.week_people.exclude(pk=row.facilitator_id).get()
    taken = agreed.sessions.filter(facilitator=other).values("half_day")
    half = agreed.programme.half_days.exclude(pk__in=taken).first() or row.half_day
    new = change_by_hand(agreed.programme, by=None, team=row.participation_id, to=None)
    new.sessions.filter(half_day=half).exclude(participation=row.participation_id).delete()
    to = {"half_day": half, "room": row.room, "facilitator": other}
    accept_plan(
        change_by_hand(agreed.programme, by=None, team=row.participation_id, to=to), by=None
    )
    run_due(timezone.now())
    events = heard()
    lost, gets = (
        f"{getattr(one.person, 'email', '')} Sessie {row.participation.team}"
        for one in (row.facilitator, other)
    )
    assert events[lost][:3] == ("CANCEL", 1, before[lost][2])
    assert events[lost][3].startswith("Je hoeft niet te komen")
    assert events[gets][:3] == ("REQUEST", 1, before[lost][2])
    assert events[gets][3].startswith("Sessie van")
    members = set(before) - {lost}
    for key in members & set(events):
        if key.endswith(f"Sessie {row.participation.team}"):
            assert events[key][3].startswith("Gewijzigd")


def test_a_session_that_has_no_place_any_more_is_called_off_for_everybody(
    agreed: WeekPlan,
) -> None:
    run_due(timezone.now())
    before = heard()
    one = agreed.sessions.select_related("participation__team")[0]
    without(agreed, one.participation_id)
    run_due(timezone.now())
    events = heard()
    team = f" Sessie {one.participation.team}"
    assert set(events) == {key for key in before if key.endswith(team)}
    assert {value[:2] for value in events.values()} == {("CANCEL", 1)}


def test_a_letter_that_was_overtaken_before_it_went_is_not_sent(agreed: WeekPlan) -> None:
    one = agreed.sessions.select_related("participation__team")[0]
    without(agreed, one.participation_id)
    run_due(timezone.now())
    assert not [key for key in heard() if key.endswith(f" Sessie {one.participation.team}")]


def test_a_worker_that_dies_sends_the_same_mail_under_the_same_name(agreed: WeekPlan) -> None:
    dying.behaviour.append("dies after")
    with pytest.raises(dying.Killed):
        run_due(timezone.now())
    run_due(timezone.now())
    letters = WeekLetter.objects.count()
    assert len(dying.taken) == letters  # the one in doubt waits for its lease
    run_due(timezone.now() + LEASE)
    names = [message.extra_headers["Message-ID"] for message in dying.taken]
    assert (len(names), len(set(names))) == (letters + 1, letters)


def test_whom_the_news_did_not_reach_is_shown_to_be_called(
    agreed: WeekPlan, coordinator: Client
) -> None:
    dying.behaviour += ["refuses", "unreachable"]
    run_due(timezone.now())
    delivery = delivery_of(agreed)
    assert (delivery.sent, len(delivery.failed)) == (0, 1)
    assert delivery.waiting == WeekLetter.objects.count() - 1
    run_due(timezone.now() + timedelta(hours=1))
    assert delivery_of(agreed).waiting == 0
    told = coordinator.get(page(agreed.programme)).content.decode()
    assert delivery.failed[0][0] in told and "kwam niet aan" in told
    assert "niemand een account heeft" in told


def test_a_session_that_is_made_after_the_plan_was_agreed_gets_its_place(
    agreed: WeekPlan,
) -> None:
    run_due(timezone.now())
    dying.taken.clear()
    row = agreed.sessions.select_related("participation__session", "participation__team")[0]
    part = row.participation
    assert part.session
    at = part.session.starts_at
    part.session.delete()
    part.session = None
    part.save(update_fields=["session"])
    tailor_team(part)
    part.refresh_from_db()
    assert (part.session.starts_at, part.session.place) == (at, row.room.name)
    run_due(timezone.now())
    assert {value[:2] for value in heard().values()} == {("REQUEST", 0)}
