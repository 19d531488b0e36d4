"""What is counted and what is not kept; how a second reader is asked and decides."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from leerkring.foundation.activity.models import Activity
from leerkring.foundation.language.checking_actions import (
    agreed_on,
    ask_second_reader,
    count_traces,
    decide,
    withdraw,
)
from leerkring.foundation.language.decisions import Decision
from leerkring.foundation.language.models import SecondReading, TraceCount
from leerkring.foundation.language.traces import TraceKind
from leerkring.network.people.models import Person

pytestmark = pytest.mark.django_db


@pytest.fixture
def people() -> list[Person]:
    return [
        Person.objects.create_user(f"{n}@voorbeeld.example", n) for n in ("een", "twee", "drie")
    ]


@pytest.fixture
def text() -> Activity:
    """Any row can be what a text is about."""
    return Activity.objects.create(verb="schrijf", about="x", about_id="1", sentence="Iets.")


def test_counts_add_up_by_kind_decision_and_month() -> None:
    key = (TraceKind.PHONE, Decision.REPLACED)
    count_traces({key: 2}, today=date(2026, 11, 3))
    count_traces({key: 3, (TraceKind.NAME, Decision.OWN): 1}, today=date(2026, 11, 28))
    count_traces({key: 1}, today=date(2026, 12, 1))
    assert list(TraceCount.objects.values_list("month", "kind", "decision", "number")) == [
        (date(2026, 11, 1), "naam", "eigen", 1),
        (date(2026, 11, 1), "telefoon", "vervangen", 5),
        (date(2026, 12, 1), "telefoon", "vervangen", 1),
    ]


def test_a_count_has_no_place_for_a_text_an_author_or_a_span() -> None:
    columns = {field.name for field in TraceCount._meta.get_fields()}
    assert columns == {"id", "kind", "decision", "month", "number"}


def test_a_reader_who_agrees_agrees_with_these_words_only(
    text: Activity, people: list[Person]
) -> None:
    author, reader, _ = people
    reading = ask_second_reader(text, asked_by=author, fingerprint="a" * 64, reader=reader)
    assert reading.fingerprint != "a" * 64
    assert not agreed_on(text, "a" * 64)
    decide(reading, by=reader, agreed=True)
    assert agreed_on(text, "a" * 64)
    assert not agreed_on(text, "b" * 64)


def test_asking_for_a_change_is_no_agreement(text: Activity, people: list[Person]) -> None:
    reading = ask_second_reader(text, asked_by=people[0], fingerprint="a", reader=None)
    decided = decide(reading, by=people[1], agreed=False)
    assert decided.reader == people[1]
    assert not agreed_on(text, "a")


def test_nobody_reads_along_with_themselves(text: Activity, people: list[Person]) -> None:
    with pytest.raises(ValidationError):
        ask_second_reader(text, asked_by=people[0], fingerprint="a", reader=people[0])
    reading = ask_second_reader(text, asked_by=people[0], fingerprint="a")
    with pytest.raises(ValidationError):
        decide(reading, by=people[0], agreed=True)


def test_only_who_was_asked_decides_and_once(text: Activity, people: list[Person]) -> None:
    reading = ask_second_reader(text, asked_by=people[0], fingerprint="a", reader=people[1])
    with pytest.raises(ValidationError):
        decide(reading, by=people[2], agreed=True)
    decide(reading, by=people[1], agreed=True)
    with pytest.raises(ValidationError):
        decide(reading, by=people[1], agreed=False)


def test_asking_again_lets_the_earlier_request_lapse(text: Activity, people: list[Person]) -> None:
    first = ask_second_reader(text, asked_by=people[0], fingerprint="a", reader=people[1])
    second = ask_second_reader(text, asked_by=people[0], fingerprint="b", reader=people[1])
    assert list(SecondReading.objects.open()) == [second]
    with pytest.raises(ValidationError):
        decide(first, by=people[1], agreed=True)
    withdraw(text)
    assert not SecondReading.objects.open().exists()


def test_readers_see_what_is_theirs_or_nobodys(text: Activity, people: list[Person]) -> None:
    author, reader, _other = people
    ask_second_reader(text, asked_by=author, fingerprint="a", reader=reader)
    free = Activity.objects.create(verb="x", about="x", about_id="2", sentence="Anders.")
    ask_second_reader(free, asked_by=author, fingerprint="a")
    seen = [SecondReading.objects.for_reader(person).count() for person in people]
    assert seen == [0, 2, 1]


def test_a_decision_without_a_moment_is_refused_by_the_database(text: Activity) -> None:
    with pytest.raises(IntegrityError):
        SecondReading.objects.create(about="x", about_id="1", fingerprint="a", outcome="akkoord")
