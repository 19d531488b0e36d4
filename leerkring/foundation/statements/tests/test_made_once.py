"""A query that is made once answers as it would if it were made anew."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from leerkring.foundation.activity.models import Activity
from leerkring.foundation.statements.made_once import made_once
from leerkring.foundation.statements.statement import NotOnce

NAMES = ("Noor", "Bas «50%s»", "Ada")


@pytest.fixture
def people(db: None) -> list[Any]:
    make = get_user_model().objects.create_user
    found = [make(f"p{n}@voorbeeld.invalid", name) for n, name in enumerate(NAMES)]
    for number, person in enumerate(found):
        for day in range(number + 1):
            row = Activity.objects.create(
                verb="told", by=person, about="x", about_id=str(day), sentence=f"100% {day}."
            )
            Activity.objects.filter(pk=row.pk).update(at=timezone.now() - timedelta(days=day))
    return found


def lines_of(person: Any) -> QuerySet[Activity]:
    if not person.is_authenticated:
        return Activity.objects.none()
    return Activity.objects.filter(by=person).select_related("by").order_by("pk")


def test_each_person_gets_their_own_rows_with_what_hangs_on_them(people: list[Any]) -> None:
    ask = made_once(lines_of)
    for person in (*people, *people):
        rows = ask(person)
        assert rows == list(lines_of(person))
        assert {row.by.name for row in rows} == {person.name}


def test_the_sql_is_made_once_for_everybody(people: list[Any]) -> None:
    written = []

    def counted(person: Any) -> QuerySet[Activity]:
        written.append(person)
        return lines_of(person)

    ask = made_once(counted)
    for person in people:
        ask(person)
    assert len(written) == 2  # twice the first time, to see that it reads the same
    assert people[0] not in written


def test_it_costs_one_query_that_is_counted_as_any_other(people: list[Any]) -> None:
    ask = made_once(lines_of)
    with CaptureQueriesContext(connection) as queries:
        ask(people[0])
        ask(people[1])
    assert [query["sql"][:6] for query in queries] == ["SELECT"] * 2


def test_a_visitor_has_a_statement_of_their_own(people: list[Any]) -> None:
    ask = made_once(lines_of)
    assert ask(people[0])
    assert ask(AnonymousUser()) == []


def test_somebody_who_is_looked_up_late_is_somebody(people: list[Any]) -> None:
    assert made_once(lines_of)(SimpleLazyObject(lambda: people[2])) == list(lines_of(people[2]))


def test_what_somebody_may_decides_what_is_asked(people: list[Any]) -> None:
    def for_moderators(person: Any) -> QuerySet[Activity]:
        rows = Activity.objects.order_by("pk")
        return rows if person.moderates else rows.filter(by=person)

    ask, (noor, *_) = made_once(for_moderators), people
    assert len(ask(noor)) == 1
    noor.moderates = True
    assert len(ask(noor)) == 6


def test_what_else_is_known_of_somebody_may_not_decide(people: list[Any]) -> None:
    ask = made_once(lambda person: Activity.objects.filter(sentence=person.name))
    with pytest.raises(AttributeError, match="name"):
        ask(people[0])


@pytest.mark.parametrize("most", [0, 1, 2, 3, 4, 6, 9])
def test_any_number_of_numbers_can_be_asked_for(people: list[Any], most: int) -> None:
    def among(numbers: Any) -> QuerySet[Activity, int]:
        return Activity.objects.filter(pk__in=numbers).values_list("pk", flat=True).order_by("pk")

    every = list(Activity.objects.order_by("pk").values_list("pk", flat=True))
    wanted = [*every, 10**9, 10**12, 7777777][:most]
    assert made_once(among)(wanted) == [pk for pk in wanted if pk in every]


def test_any_number_of_words_can_be_asked_for(people: list[Any]) -> None:
    ask = made_once(lambda words: Activity.objects.filter(sentence__in=words).order_by("pk"))
    for words in ([], ["100% 0."], ["niets", "100% 1.", "100% 0."], {"100% 2."}):
        assert ask(words) == list(Activity.objects.filter(sentence__in=words).order_by("pk"))


def test_days_moments_and_words_take_their_places(people: list[Any]) -> None:
    def told(word: str, after: datetime, until: date) -> QuerySet[Activity]:
        rows = Activity.objects.filter(sentence=word, at__gt=after, at__date__lte=until)
        return rows.order_by("pk")

    ask, now = made_once(told), timezone.now()
    for word in ("100% 0.", "100% 1.", "50%s"):
        for days in (0, 1, 2, 3):
            values = word, now - timedelta(days=days), timezone.localdate() - timedelta(days=1)
            assert ask(*values) == list(told(*values))
    assert ask("100% 1.", after=now - timedelta(days=3), until=timezone.localdate())


def test_constants_with_a_percent_sign_stay_what_they_are(people: list[Any]) -> None:
    def odd(person: Any) -> QuerySet[Activity]:
        return Activity.objects.filter(Q(sentence="100% 0.") | Q(sentence="%s '"), by=person)

    assert made_once(odd)(people[1]) == list(odd(people[1]))


def test_annotations_and_distinct_rows_come_along(people: list[Any]) -> None:
    def active(person: Any) -> QuerySet[Any]:
        mine = Activity.objects.filter(by=OuterRef("pk"), by__in=[person])
        rows = get_user_model().objects.annotate(n=Count("pk"), me=Exists(mine))
        return rows.order_by("name").distinct()

    for person in people:
        found = made_once(active)(person)
        assert [(row.pk, row.n, row.me) for row in found] == [
            (row.pk, row.n, row.me) for row in active(person)
        ]


@pytest.mark.parametrize(
    "shown", [lambda rows: rows.values("pk", "by__name"), lambda rows: rows.values_list("verb")]
)
def test_values_come_as_they_were_asked_for(
    people: list[Any], shown: Callable[[Any], QuerySet[Any]]
) -> None:
    ask = made_once(lambda person: shown(lines_of(person)))
    assert ask(people[2]) == list(shown(lines_of(people[2])))


def test_what_hangs_on_the_clock_is_made_anew_each_time(people: list[Any]) -> None:
    ask = made_once(lambda person: Activity.objects.filter(by=person, at__lte=timezone.now()))
    assert len(ask(people[1])) == 2
    Activity.objects.create(verb="told", by=people[1], about="x", about_id="9", sentence="Nu.")
    assert len(ask(people[1])) == 3


def test_a_day_worked_out_from_a_moment_is_not_kept(people: list[Any]) -> None:
    def until(now: datetime) -> QuerySet[Activity]:
        return Activity.objects.filter(at__date__lte=timezone.localdate(now))

    ask = made_once(until)
    assert len(ask(timezone.now())) == 6
    assert ask(timezone.now() - timedelta(days=40)) == []


def test_a_query_that_asks_while_it_is_written_is_refused(people: list[Any]) -> None:
    def nosy(person: Any) -> QuerySet[Activity]:
        return Activity.objects.filter(pk__in=list(lines_of(person).values_list("pk", flat=True)))

    with pytest.raises(NotOnce):
        made_once(nosy)(people[0])


@pytest.mark.parametrize(
    "build",
    [
        lambda person: Activity.objects.exclude(about_id=str(person.pk)),
        lambda person: Activity.objects.exclude(sentence=f"van {person.pk}"),
        lambda person: Activity.objects.all()[: person.pk],
    ],
)
def test_a_value_that_something_is_worked_out_of_is_refused(
    people: list[Any], build: Callable[[Any], QuerySet[Any]]
) -> None:
    with pytest.raises(NotOnce):
        made_once(build)(people[0])
