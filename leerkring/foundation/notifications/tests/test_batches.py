"""Mails of many people at once: what is the same for all of them is asked and written once."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.test.utils import CaptureQueriesContext

from leerkring.foundation.activity.models import Activity
from leerkring.foundation.notifications import registry
from leerkring.foundation.notifications.actions import notify
from leerkring.foundation.notifications.models import Delivery, Mail
from leerkring.foundation.notifications.waiting_queries import BATCH
from leerkring.foundation.notifications.writing_actions import write_due

MONDAY = datetime(2026, 11, 23, 7, tzinfo=ZoneInfo("Europe/Amsterdam"))


class Rules:
    """A room that says what is open to all, and counts how often it is asked."""

    def __init__(self) -> None:
        self.open: set[str] = set()
        self.hidden: set[tuple[int, str]] = set()
        self.asked: list[int] = []
        self.fails = False
        registry.register_visible(Activity, self.visible, self.everybody)

    def visible(self, person: Any, ids: set[str]) -> set[str]:
        self.asked.append(person.pk)
        assert not ids & self.open
        return {one for one in ids if (person.pk, one) not in self.hidden}

    def everybody(self, ids: set[str]) -> set[str]:
        if self.fails:
            raise LookupError
        return self.open | {"999999"}  # a room may say more than it was asked


@pytest.fixture
def rules(hidden: Any, monkeypatch: pytest.MonkeyPatch) -> Rules:
    monkeypatch.setattr(registry, "_everybody", {})
    return Rules()


def crowd(number: int, letter: str = "p") -> list[int]:
    model = get_user_model()
    rows = (model(email=f"{letter}{n}@leerkring.example") for n in range(number))
    return [one.pk for one in model.objects.bulk_create(rows)]


def tell(people: list[int], about: Activity, title: str) -> None:
    notify("tests.remark", people=people, about=about, title=title, sentence="z", url="/over/")
    Delivery.objects.update(at=MONDAY - timedelta(days=1))


def queries() -> int:
    with CaptureQueriesContext(connection) as captured:
        write_due(MONDAY)
    return len(captured)


def test_writing_costs_the_same_number_of_queries_for_many_as_for_one(thing, rules) -> None:
    found = []
    for letter, size in (("p", 1), ("q", BATCH)):
        about = thing()
        rules.open.add(str(about.pk))
        tell(crowd(size, letter), about, "Titel")
        found.append(queries())
    assert found[1] <= found[0] + 2  # SQLite takes so many rows at a time
    assert rules.asked == []
    assert Mail.objects.count() == 1 + BATCH


def test_what_is_not_open_to_all_is_asked_of_each_and_only_that(thing, rules) -> None:
    people = crowd(3)
    for_all, closed = thing(), thing()
    rules.open.add(str(for_all.pk))
    rules.hidden.add((people[0], str(closed.pk)))
    tell(people, for_all, "Voor allen")
    tell(people[:2], closed, "Besloten")
    assert write_due(MONDAY) == 3
    assert rules.asked == people[:2]
    texts = dict(Mail.objects.values_list("person", "text"))
    assert [("Voor allen" in texts[pk], "Besloten" in texts[pk]) for pk in people] == [
        (True, False),
        (True, True),
        (True, False),
    ]
    assert Delivery.objects.get(person=people[0], mail=None).why == "niet meer te zien"


def test_where_a_room_cannot_say_what_is_open_everybody_is_asked_for(thing, rules) -> None:
    people = crowd(2)
    tell(people, thing(), "Titel")
    rules.fails = True
    assert write_due(MONDAY) == 2
    assert rules.asked == people


def test_somebody_who_left_and_what_was_taken_back_hold_up_nobody(thing, rules) -> None:
    people = crowd(3)
    gone, stays = thing(), thing()
    tell(people, gone, "Weg")
    tell(people[1:], stays, "Blijft")
    get_user_model().objects.filter(pk=people[2]).update(is_active=False)
    Delivery.objects.get(person=people[1], notice__occasion__title="Weg").notice.delete()
    assert write_due(MONDAY) == 2
    why = dict(Delivery.objects.exclude(dropped_at=None).values_list("person", "why"))
    assert why == {people[1]: "ingetrokken", people[2]: "geen account meer"}
    assert not Delivery.objects.waiting().exists()
