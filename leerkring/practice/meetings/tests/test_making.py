"""A meeting from a form, a copy, made known, moved, cancelled."""

from datetime import datetime, timedelta
from types import SimpleNamespace

import pytest
from django.test import Client

from leerkring.foundation.calendar.moments import Moment
from leerkring.foundation.calendar.queries import entries
from leerkring.foundation.notifications.models import Notice
from leerkring.foundation.search.queries import search
from leerkring.practice.meetings.actions import (
    Practical,
    announce,
    cancel,
    change,
    change_practical,
    make_meeting,
    withdraw_announcement,
)
from leerkring.practice.meetings.bringing_actions import add_material, put_question
from leerkring.practice.meetings.copying_actions import copy_meeting
from leerkring.practice.meetings.models import Material, Meeting, Role, Strand
from leerkring.practice.meetings.page_queries import meetings_before
from leerkring.practice.meetings.people_actions import end_role, give_role, invite
from leerkring.practice.meetings.programme_actions import StrandText, add_strand, resize
from leerkring.practice.meetings.programme_queries import programme_of
from leerkring.practice.meetings.tests.conftest import AUTUMN, a_plan, soon


def told(person: object, event: str) -> int:
    return Notice.objects.filter(person=person, occasion__event=event).count()


def between(person: object, start: datetime, end: datetime) -> list[Moment]:
    return [entry.moment for entry in entries(person, start, end, kind="bijeenkomst")]


def test_a_draft_is_seen_by_its_organiser_alone(house: SimpleNamespace, meeting: Meeting) -> None:
    seen = [p for p in (house.lead, house.member) if meeting in Meeting.objects.visible_to(p)]
    assert seen == [house.lead]
    assert programme_of(meeting).length == "1 uur en 50 minuten"


def test_the_circle_hears_of_it_once(house: SimpleNamespace, meeting: Meeting) -> None:
    announce(meeting, by=house.lead)
    announce(meeting, by=house.lead)
    assert told(house.member, "meetings.announced") == 1
    assert told(house.lead, "meetings.announced") == 0
    assert told(house.follower, "meetings.new_in_theme") == 0
    assert meeting in Meeting.objects.visible_to(house.member)
    assert meeting not in Meeting.objects.visible_to(house.follower)


def test_who_follows_a_theme_hears_of_what_they_may_see(
    house: SimpleNamespace, meeting: Meeting
) -> None:
    change(meeting, a_plan(house, audience="signed-in"), by=house.lead)
    announce(Meeting.objects.get(pk=meeting.pk), by=house.lead)
    assert told(house.follower, "meetings.new_in_theme") == 1
    assert told(house.member, "meetings.new_in_theme") == 0


def test_another_time_counts_and_is_told_another_purpose_is_not(
    house: SimpleNamespace, meeting: Meeting
) -> None:
    announce(meeting, by=house.lead)
    meeting = change(meeting, a_plan(house, purpose="Anders."), by=house.lead)
    assert (meeting.sequence, told(house.member, "meetings.changed")) == (0, 0)
    later = AUTUMN + timedelta(hours=1)
    meeting = change(meeting, a_plan(house, starts_at=later), by=house.lead)
    assert (meeting.sequence, told(house.member, "meetings.changed")) == (1, 1)
    meeting = change_practical(meeting, Practical(place="Bibliotheek"), by=house.lead)
    assert (meeting.sequence, told(house.member, "meetings.changed")) == (2, 2)


def test_a_draft_that_moves_tells_nobody(house: SimpleNamespace, meeting: Meeting) -> None:
    later = AUTUMN + timedelta(hours=1)
    change(meeting, a_plan(house, starts_at=later), by=house.lead)
    assert told(house.member, "meetings.changed") == 0


def test_a_cancelled_meeting_stays_with_its_reason(
    house: SimpleNamespace, meeting: Meeting
) -> None:
    announce(meeting, by=house.lead)
    cancel(meeting, "De zaal staat blank.", by=house.lead)
    cancel(meeting, "Nog een keer.", by=house.lead)
    assert told(house.member, "meetings.cancelled") == 1
    meeting = Meeting.objects.get(pk=meeting.pk)
    assert (meeting.cancellation.reason, meeting.sequence) == ("De zaal staat blank.", 1)
    (moment,) = between(house.member, AUTUMN - timedelta(days=1), AUTUMN + timedelta(days=1))
    assert (moment.cancelled, moment.sequence) == (True, 1)


def test_the_calendar_shows_it_as_long_as_its_programme(
    house: SimpleNamespace, meeting: Meeting
) -> None:
    window = (AUTUMN - timedelta(days=1), AUTUMN + timedelta(days=1))
    assert between(house.member, *window) == []
    announce(meeting, by=house.lead)
    resize(meeting.blocks.first(), 10)
    (moment,) = between(house.member, *window)
    assert moment.ends - moment.starts == timedelta(minutes=120)
    assert moment.circle == house.circle.pk
    assert between(house.outsider, *window) == []


def test_a_feed_changes_with_whatever_it_shows_also_without_a_new_moment_of_change(
    house: SimpleNamespace, meeting: Meeting, client: Client
) -> None:
    change(meeting, a_plan(house, audience="public", starts_at=soon()), by=house.lead)
    announce(Meeting.objects.get(pk=meeting.pk), by=house.lead)
    rows = Meeting.objects.filter(pk=meeting.pk)
    seen = [client.get("/kalender/openbaar.ics")]
    for value in ({"place": "De Bron"}, {"purpose": "Anders."}, {"audience": "circle"}):
        rows.update(**value)
        known = {"if-none-match": seen[-1]["ETag"]}
        seen.append(client.get("/kalender/openbaar.ics", headers=known))
    words = [answer.content.decode() for answer in seen]
    assert [answer.status_code for answer in seen] == [200] * 4
    assert "De Bron" in words[1] and "Anders." in words[2]
    assert "BEGIN:VEVENT" not in words[3]


def test_it_is_found_once_it_is_known_and_no_longer_after_a_flag(
    house: SimpleNamespace, meeting: Meeting
) -> None:
    def found() -> list[str]:
        hits = search(house.member, "werkmiddag").hits
        return [hit.title for hit in hits if hit.kind == "bijeenkomst"]

    assert found() == []
    announce(meeting, by=house.lead)
    assert found() == ["Werkmiddag"]
    withdraw_announcement(meeting, by=house.lead)
    assert found() == []


def test_a_copy_takes_programme_roles_and_material_and_no_replies(
    house: SimpleNamespace, meeting: Meeting
) -> None:
    give_role(meeting, person=house.member, kind=Role.Kind.CHAIR, by=house.lead)
    block = meeting.blocks.all()[1]
    north = add_strand(block, StrandText("Wijk Noord", room="Zaal 1", leader=house.member))
    add_material(meeting, title="Kaart", link="https://voorbeeld.nl", block=block, by=house.lead)
    Material.objects.filter(meeting=meeting).update(strand=north)
    put_question(meeting, text="Hoe blijf je vernieuwen?", by=house.member)
    invite(meeting, name="Sam", email="sam@voorbeeld.invalid")
    copy = copy_meeting(meeting, a_plan(house, title="Volgende"), by=house.lead)
    assert not copy.is_announced
    assert [b.title for b in copy.blocks.all()] == [b.title for b in meeting.blocks.all()]
    strand = Strand.objects.get(block__meeting=copy)
    assert (strand.title, strand.leader) == ("Wijk Noord", house.member)
    assert (copy.materials.get().block, copy.materials.get().strand) == (strand.block, strand)
    assert {(r.person.name, r.kind) for r in copy.roles.all()} == {
        ("Lead", "organiser"),
        ("Member", "chair"),
    }
    assert copy.questions.count() == copy.invitations.count() == 0
    assert meeting.blocks.count() == 5
    assert Strand.objects.filter(block__meeting=meeting).count() == 1


def test_a_copy_without_a_circle_knows_the_meetings_that_it_follows(house: SimpleNamespace) -> None:
    """Also the one before the last; a draft, and what this person may not see, are left out."""
    plan = {"circle": None, "audience": "signed-in"}
    first = make_meeting(a_plan(house, **plan), by=house.lead)
    second = copy_meeting(
        first, a_plan(house, **plan, starts_at=AUTUMN + timedelta(days=7)), by=house.lead
    )
    third = copy_meeting(
        second, a_plan(house, **plan, starts_at=AUTUMN + timedelta(days=14)), by=house.lead
    )
    announce(first, by=house.lead)
    assert meetings_before(house.member, third) == [first.pk]
    announce(second, by=house.lead)
    assert meetings_before(house.member, third) == [second.pk, first.pk]
    first.audience = "invited"
    first.save()
    assert meetings_before(house.member, third) == [second.pk]


def test_the_last_organiser_cannot_leave(house: SimpleNamespace, meeting: Meeting) -> None:
    role = meeting.roles.get()
    with pytest.raises(Exception, match="organisator"):
        end_role(role, by=house.lead)
    give_role(meeting, person=house.member, kind=Role.Kind.ORGANISER, by=house.lead)
    end_role(role, by=house.lead)
    assert meeting.roles.get().person == house.member


def test_an_address_is_asked_once(house: SimpleNamespace, meeting: Meeting) -> None:
    first = invite(meeting, person=house.outsider)
    assert invite(meeting, name="Ander", email="OUTSIDER@voorbeeld.invalid") == first
    announce(meeting, by=house.lead)
    assert meeting in Meeting.objects.visible_to(house.outsider)
