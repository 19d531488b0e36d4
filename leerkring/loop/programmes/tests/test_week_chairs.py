"""What day chairs hear of a week: all their half-days in one mail, and again what changed."""

from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone
from icalendar import Calendar

from leerkring.foundation.notifications.models import Notice
from leerkring.foundation.notifications.tests import dying
from leerkring.loop.programmes.dates import chaired_between
from leerkring.loop.programmes.models import ChairLetter, Programme, WeekPerson, WeekPlan
from leerkring.loop.programmes.tasks import run_due
from leerkring.loop.programmes.tests.test_week import MONDAY, planned, prepared
from leerkring.loop.programmes.week_call_queries import calls_for
from leerkring.loop.programmes.week_letter_queries import delivery_of
from leerkring.loop.programmes.week_plan_actions import accept_plan, change_by_hand, copy_of
from leerkring.network.people.models import Person

__all__ = ["prepared"]  # a fixture
ADDRESSES = ("cas@voorbeeld.nl", "dee@voorbeeld.nl")


@pytest.fixture
def chaired(prepared: Programme, settings: Any) -> WeekPlan:
    """Cas chairs the morning and Dee the afternoon; agreed, and nothing sent yet."""
    settings.EMAIL_BACKEND = "leerkring.foundation.notifications.tests.dying.EmailBackend"
    dying.taken.clear()
    dying.behaviour.clear()
    morning, afternoon = prepared.half_days.all()
    for name, address, away in zip(("Cas", "Dee"), ADDRESSES, (afternoon, morning), strict=True):
        person = Person.objects.create_user(address, name)
        row = WeekPerson.objects.create(programme=prepared, person=person, chairs=True)
        row.away.add(away)
    plan = planned(prepared)
    accept_plan(plan, by=None)
    return plan


def heard() -> dict[str, tuple[str, str, list[tuple[str, str]]]]:
    """Subject, words, and (status, name) of the dates, by chair; since this was last asked."""
    found = {}
    for message in dying.taken:
        if message.to[0] in ADDRESSES:
            mail: Any = message_from_bytes(message.message().as_bytes(), policy=policy.default)
            file = next(part for part in mail.iter_attachments())
            events = Calendar.from_ical(file.get_content()).walk("VEVENT")
            dates = [(str(one["STATUS"]), str(one["UID"])) for one in events]
            assert message.to[0] not in found
            found[message.to[0]] = (message.subject, message.body, dates)
    dying.taken.clear()
    return found


def cas_is_ill(plan: WeekPlan) -> WeekPlan:
    ill = plan.programme.week_people.get(person__name="Cas")
    plan.programme.week_people.get(person__name="Dee").away.clear()
    return planned(plan.programme, ill=ill, half_days=plan.programme.half_days.all())


def test_each_chair_hears_once_which_half_days_with_which_teams_and_rooms(
    chaired: WeekPlan,
) -> None:
    run_due(timezone.now())
    mails = heard()
    assert set(mails) == set(ADDRESSES)
    for address, (subject, words, dates) in mails.items():
        half = chaired.chairs.get(person__person__email=address).half_day
        assert subject.startswith("Jij bent dagvoorzitter")
        assert [status for status, _ in dates] == ["CONFIRMED"]
        for one in chaired.sessions.select_related("participation__team", "room", "facilitator"):
            line = f"- {one.participation.team}, {one.room}, met {one.facilitator}"
            assert (line in words) == (one.half_day_id == half.pk)
    run_due(timezone.now() + timedelta(hours=1))
    assert heard() == {}
    told = Notice.objects.filter(occasion__event="programmes.chairs", delivery=None)
    assert told.count() == len(ADDRESSES)


def test_after_a_repair_who_is_ill_is_off_and_who_steps_in_hears_what_is_new(
    chaired: WeekPlan,
) -> None:
    run_due(timezone.now())
    before = heard()
    new = cas_is_ill(chaired)
    lines = {line.name: line.sentences for line in calls_for(new)}
    assert "Cas" not in lines and lines["Dee"][0].startswith("Zit voor: maandagochtend")
    accept_plan(new, by=None)
    run_due(timezone.now())
    after = heard()
    subject, words, dates = after["cas@voorbeeld.nl"]
    assert subject.startswith("Je hoeft niet voor te zitten")
    assert dates == [("CANCELLED", before["cas@voorbeeld.nl"][2][0][1])]
    subject, words, dates = after["dee@voorbeeld.nl"]
    assert subject.startswith("Gewijzigd") and words.count("(nieuw)") == 1
    assert [status for status, _ in dates] == ["CONFIRMED", "CONFIRMED"]
    assert delivery_of(new).sent >= len(ADDRESSES)


def test_another_facilitator_at_a_half_day_is_marked(chaired: WeekPlan) -> None:
    run_due(timezone.now())
    heard()
    row = chaired.sessions.select_related("half_day", "room")[0]
    lead = WeekPerson.objects.create(
        programme=chaired.programme,
        person=Person.objects.create_user("x@voorbeeld.nl", "X"),
        most=1,
    )
    to = {"half_day": row.half_day, "room": row.room, "facilitator": lead}
    new = change_by_hand(chaired.programme, by=None, team=row.participation_id, to=to)
    accept_plan(new, by=None)
    run_due(timezone.now())
    ((subject, words, _),) = heard().values()
    assert subject.startswith("Gewijzigd") and words.count("(veranderd)") == 1
    assert "met X (veranderd)" in words and "(nieuw)" not in words


def test_a_letter_that_was_overtaken_before_it_went_is_not_sent(chaired: WeekPlan) -> None:
    new, people = copy_of(chaired.programme), chaired.programme.week_people
    new.chairs.update(person=people.get(person__name="Dee"))
    accept_plan(new, by=None)
    run_due(timezone.now())
    ((address, (subject, *_)),) = heard().items()
    assert address == "dee@voorbeeld.nl" and subject.startswith("Jij bent dagvoorzitter")
    assert not ChairLetter.objects.filter(sent_at=None, given_up_at=None).exists()


def test_the_half_days_are_on_the_calendar_of_who_chairs_them_alone(chaired: WeekPlan) -> None:
    begin = datetime(MONDAY.year, MONDAY.month, MONDAY.day, tzinfo=UTC)

    def titles(person: Any) -> list[str]:
        return [one.title for one in chaired_between(person, begin, begin + timedelta(days=7))]

    assert titles(Person.objects.get(name="Cas")) == [f"Dagvoorzitter {chaired.programme}"]
    Person.objects.filter(name="Dee").delete()
    for nobody in (Person.objects.get(name="An"), AnonymousUser()):
        assert titles(nobody) == []
