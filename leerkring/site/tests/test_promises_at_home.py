"""What somebody promised, and what partners wait for, stands on their own front page."""

from datetime import UTC, datetime, timedelta
from typing import Any

from leerkring.network.people.actions import organisation_named
from leerkring.network.people.models import Person
from leerkring.practice.agreements.actions import Promised, confirm, promise
from leerkring.practice.commitments.actions import look_back, make_commitment
from leerkring.site.agenda import tasks_of

NOW = datetime(2026, 11, 23, 11, tzinfo=UTC)


def titles(person: Person, now: datetime = NOW) -> list[str]:
    return [task.title for task in tasks_of(person, now)]


def test_a_promise_waits_from_its_day_on_until_it_is_looked_back_on(db: Any) -> None:
    roos = Person.objects.create_user("roos@voorbeeld.nl", "Roos")
    made = make_commitment(text="bellen", person=roos, look_back_on=NOW.date())
    assert titles(roos, NOW - timedelta(days=1)) == []
    assert titles(roos) == ["Hoe ging het met dit voornemen?"]
    look_back(made, outcome="los", by=roos)
    assert titles(roos) == []


def test_an_agreement_asks_first_the_one_and_then_the_other(db: Any) -> None:
    sanne, tim = (Person.objects.create_user(f"{n}@voorbeeld.nl", n) for n in ("sanne", "tim"))
    houses = {name: organisation_named(name) for name in ("promiser", "receiver")}
    asked = promise(
        Promised("Bellen", "Een belletje."), **houses, promising=[sanne], receiving=[tim], by=tim
    )
    assert (titles(sanne), titles(tim)) == (["Beloven jullie dit?"], [])
    confirm(asked, by=sanne, now=NOW - timedelta(weeks=6))
    assert (titles(sanne), titles(tim)) == ([], ["Kwam de ander deze afspraak na?"])
