from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AnonymousUser
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from leerkring.foundation.calendar.moments import Moment
from leerkring.foundation.calendar.queries import entries

Make = Callable[..., Moment]


def in_days(days: int, hour: int = 9) -> datetime:
    today = timezone.now().astimezone(UTC).replace(hour=hour, minute=0, second=0, microsecond=0)
    return today + timedelta(days=days)


@pytest.fixture
def person(db: None) -> Any:
    return get_user_model().objects.create_user("sam@voorbeeld.example", "Sam")


def page(client: Client, url: str = "/kalender/") -> str:
    return client.get(url).content.decode()


def test_what_comes_first_stands_first(wall: Any, moment: Make, client: Client) -> None:
    wall.hang(moment("b", title="Daarna", starts=in_days(30)))
    wall.hang(moment("a", title="Eerst", starts=in_days(3)))
    wall.hang(moment("c", title="Voorbij", starts=in_days(-3)))
    shown = page(client)
    assert shown.index("Eerst") < shown.index("Daarna")
    assert "Voorbij" not in shown


def test_what_began_before_today_runs_now(wall: Any, moment: Make, client: Client) -> None:
    wall.hang(moment("a", title="Lang", starts=in_days(-3), ends=in_days(4)))
    shown = page(client)
    assert shown.index("Loopt nu") < shown.index("Lang")


def test_only_what_a_person_may_see_is_shown(
    wall: Any, moment: Make, client: Client, person: Any
) -> None:
    wall.hang(moment("a", title="Besloten", starts=in_days(3)), person)
    assert "Besloten" not in page(client)
    client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert "Besloten" in page(client)


def test_the_list_can_be_of_one_kind(wall: Any, moment: Make, client: Client) -> None:
    wall.hang(moment("a", title="Praten", starts=in_days(3)))
    wall.hang(moment("b", title="Werken", starts=in_days(3)), kind="werkdag")
    shown = page(client, "/kalender/?soort=werkdag")
    assert "Werken" in shown
    assert "Praten" not in shown
    assert "Praten" in page(client, "/kalender/?soort=onzin")


def test_leafing_shows_everything_once(wall: Any, moment: Make, client: Client) -> None:
    for number in range(95):
        wall.hang(moment(f"m-{number}", title=f"Nr {number}.", starts=in_days(1 + number // 9)))
    seen: list[str] = []
    url = "/kalender/"
    for _ in range(3):
        answer = client.get(url)
        months = answer.context["months"]
        seen += [e.moment.uid for m in months for day in m.days for e in day.begins]
        url = "/kalender/" + answer.context["following"]
    assert len(seen) == 95
    assert len(set(seen)) == 95
    assert answer.context["following"] == ""


def test_the_same_moment_from_two_rooms_is_shown_once(wall: Any, moment: Make) -> None:
    wall.hang(moment("a"))
    wall.hang(moment("a", title="Nog eens"), kind="werkdag")
    start = datetime(2026, 11, 1, tzinfo=UTC)
    found = entries(AnonymousUser(), start, start + timedelta(days=60))
    assert [entry.moment.title for entry in found] == ["Overleg"]


def test_a_month_marks_today(wall: Any, client: Client) -> None:
    today = timezone.localdate()
    shown = page(client, f"/kalender/{today.year}/{today.month}/")
    assert shown.count('aria-current="date"') == 1
    assert 'aria-current="date"' not in page(client, "/kalender/2031/1/")


@pytest.mark.parametrize("at", ["1999/12", "2101/1", "2026/0", "2026/13"])
def test_there_are_no_months_outside_the_calendar(at: str, client: Client, db: None) -> None:
    assert client.get(f"/kalender/{at}/").status_code == 404


def test_the_first_and_last_month_of_the_calendar_open(wall: Any, client: Client) -> None:
    assert client.get("/kalender/2000/1/").status_code == 200
    assert client.get("/kalender/2100/12/").status_code == 200


def test_links_to_other_months_end_a_year_from_today(wall: Any, client: Client) -> None:
    today = timezone.localdate()
    assert 'rel="next"' in page(client, f"/kalender/{today.year}/{today.month}/")
    assert 'rel="next"' not in page(client, f"/kalender/{today.year + 1}/{today.month}/")
    assert 'rel="prev"' in page(client, f"/kalender/{today.year + 1}/{today.month}/")


def test_a_title_cannot_break_the_page(wall: Any, moment: Make, client: Client) -> None:
    wall.hang(moment(title="<script>1</script>", place="<b>", starts=in_days(1)))
    assert "<script>1" not in page(client)
    today = in_days(1)
    assert "<script>1" not in page(client, f"/kalender/{today.year}/{today.month}/")


@pytest.mark.parametrize("many", [1, 30])
def test_a_page_asks_nothing_more_for_more_moments(
    many: int,
    wall: Any,
    moment: Make,
    client: Client,
    person: Any,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for number in range(many):
        wall.hang(moment(f"m-{number}", starts=in_days(1)))
    client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    client.get("/kalender/")  # the first page of the day is noted
    day = in_days(1)
    for url in ("/kalender/", f"/kalender/{day.year}/{day.month}/"):
        with django_assert_num_queries(3):
            assert client.get(url).status_code == 200
