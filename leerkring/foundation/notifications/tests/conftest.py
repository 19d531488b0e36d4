"""A small site to tell things on: some people, and events of an invented room."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from django.contrib.auth import get_user_model

from leerkring.foundation.activity.models import Activity
from leerkring.foundation.notifications import registry
from leerkring.foundation.notifications.frequency import Frequency
from leerkring.foundation.notifications.registry import Event

ANSWER = Event(
    "tests.answer", "Een antwoord op je vraag", "Vragen", Frequency.DIRECT, personal=True
)
REMARK = Event("tests.remark", "Een reactie in je kring", "Kringen")
NEWS = Event("tests.news", "Een update", "Nieuws", Frequency.DAILY, site=False)


@dataclass
class Hidden:
    """What the invented room does not show any more, to whom: (person, about_id)."""

    pairs: set[tuple[int, str]] = field(default_factory=set)


@pytest.fixture
def hidden(monkeypatch: pytest.MonkeyPatch) -> Hidden:
    """The events of the invented room are registered for this test; notices are about activity."""
    monkeypatch.setattr(registry, "_events", {})
    monkeypatch.setattr(registry, "_visible", {})
    monkeypatch.setattr(registry, "_circles", [])
    for event in (ANSWER, REMARK, NEWS):
        registry.register(event)
    out = Hidden()
    registry.register_visible(
        Activity, lambda person, ids: {i for i in ids if (person.pk, i) not in out.pairs}
    )
    return out


@pytest.fixture
def thing(db: None) -> Callable[[str], Activity]:
    def make(sentence: str = "Iets") -> Activity:
        return Activity.objects.create(verb="tests", about="tests", about_id="1", sentence=sentence)

    return make


@pytest.fixture
def people(db: None) -> list:
    return [
        get_user_model().objects.create_user(f"{name}@leerkring.example", name.title())
        for name in ("anna", "bram", "chris", "dina")
    ]
