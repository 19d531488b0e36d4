"""What is new stands in one list: by when it was told, and one's own circles and themes first."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from leerkring.network.circles.tests.conftest import begin, bring_in, someone
from leerkring.network.themes.models import Following, Theme
from leerkring.practice.meetings.models import Announcement, Audience, Cancellation, Meeting
from leerkring.practice.reports.models import Publication, Report
from leerkring.site.newest import news_for

pytestmark = pytest.mark.django_db


def told(title: str, audience: Any, *, days_ago: int, starts_in: int, **more: Any) -> Meeting:
    now = timezone.now()
    meeting = Meeting.objects.create(
        title=title, slug="x", audience=audience, starts_at=now + timedelta(days=starts_in), **more
    )
    Announcement.objects.create(meeting=meeting)
    Announcement.objects.filter(meeting=meeting).update(at=now - timedelta(days=days_ago))
    return meeting


def titles(person: Any) -> tuple[list[str], list[str]]:
    news = news_for(person, timezone.now())
    return [hit.title for hit in news.own], [hit.title for hit in news.others]


def test_a_meeting_is_new_from_its_announcement_and_not_from_its_day() -> None:
    told("Oud bericht", Audience.PUBLIC, days_ago=9, starts_in=2)
    told("Vers bericht", Audience.PUBLIC, days_ago=1, starts_in=90)
    told("Was al", Audience.PUBLIC, days_ago=0, starts_in=-1)
    off = told("Gaat niet door", Audience.PUBLIC, days_ago=0, starts_in=5)
    Cancellation.objects.create(meeting=off, reason="ziek")
    told("Wie een account heeft", Audience.SIGNED_IN, days_ago=3, starts_in=5)
    Meeting.objects.create(
        title="Concept",
        slug="x",
        audience=Audience.PUBLIC,
        starts_at=timezone.now() + timedelta(days=1),
    )
    assert titles(AnonymousUser()) == ([], ["Vers bericht", "Oud bericht"])
    expected = ["Vers bericht", "Wie een account heeft", "Oud bericht"]
    assert titles(someone("Lid")) == ([], expected)


def test_what_is_of_ones_own_circle_or_theme_stands_first() -> None:
    circle, theme = begin(name="Tafels"), Theme.objects.create(name="Wonen", slug="wonen")
    member = someone("Lid")
    bring_in(circle, member)
    Following.objects.create(person=member, theme=theme)
    told("Van de kring", Audience.SIGNED_IN, days_ago=2, starts_in=5, circle=circle)
    told("Over wonen", Audience.SIGNED_IN, days_ago=1, starts_in=5).themes.add(theme)
    told("Iets anders", Audience.SIGNED_IN, days_ago=0, starts_in=5)
    assert titles(member) == (["Over wonen", "Van de kring"], ["Iets anders"])
    assert titles(someone("Ander"))[0] == []


def test_a_report_is_new_when_it_comes_out_and_not_before() -> None:
    meeting = told("De middag", Audience.PUBLIC, days_ago=30, starts_in=-9)
    report = Report.objects.create(meeting=meeting, lead="Nog niet uitgebracht.")
    assert titles(AnonymousUser()) == ([], [])
    Publication.objects.create(report=report, content={"lead": "Wat er bleef."}, at=timezone.now())
    (hit,) = news_for(AnonymousUser(), timezone.now()).others
    assert (hit.kind, hit.url) == ("verslag", report.get_absolute_url())
    assert hit.snippet[0].text == "Wat er bleef."
