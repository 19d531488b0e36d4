"""What a mail tells of a circle: always its name to who may know it, of a closed one no more."""

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.utils import timezone

from leerkring.foundation.activity.models import Activity
from leerkring.foundation.notifications import registry, standing
from leerkring.foundation.notifications.actions import notify
from leerkring.foundation.notifications.frequency import Frequency
from leerkring.foundation.notifications.mailbox_actions import choose_mail
from leerkring.foundation.notifications.models import Delivery
from leerkring.foundation.notifications.tasks import run_due
from leerkring.network.circles.models import Visibility
from leerkring.network.circles.tests.conftest import begin, bring_in, someone

pytestmark = pytest.mark.django_db
QUOTE = "Wat er achter gesloten deuren gezegd is."


@pytest.fixture
def open_ones(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Things that anybody with an account may see; everything may be seen by who is told."""
    found: set[str] = set()
    for name in ("_events", "_visible", "_everybody"):
        monkeypatch.setattr(registry, name, dict(getattr(registry, name)))
    monkeypatch.setattr(standing, "_themes", {})
    registry.register(
        registry.Event("tests.now", "Iets nieuws in een groep", "Proef", Frequency.DIRECT)
    )
    registry.register(registry.Event("tests.week", "Iets nieuws in een groep", "Proef"))
    registry.register_visible(Activity, lambda person, ids: ids, lambda ids: found & ids)
    standing.register_themes(Activity, lambda ids: {pk: ["Samenwerken", "Schulden"] for pk in ids})
    return found


def sent(
    person: Any, circle: Any, *, event: str = "tests.now", open_ones: set[str] | None = None
) -> Any:
    about = Activity.objects.create(verb="t", about="t", about_id="1", sentence="z")
    if open_ones is not None:
        open_ones.add(str(about.pk))
    notify(
        event, people=[person.pk], about=about, title="Wie belt er?", sentence="Een blog.",
        quote=QUOTE, url="/over/", circle=circle.pk if circle else None,
    )  # fmt: skip
    Delivery.objects.update(at=timezone.now() - timedelta(days=8))
    run_due(timezone.now())
    return mail.outbox[-1]


def both(message: Any) -> tuple[str, str]:
    return message.body, str(message.alternatives[0][0])


@pytest.mark.parametrize("event", ["tests.now", "tests.week"])
def test_a_mail_names_the_circle_and_the_themes(event, open_ones) -> None:
    circle = begin(visibility=Visibility.SIGNED_IN)
    person = someone("Anna")
    message = sent(person, circle, event=event, open_ones=open_ones)
    assert "Wie belt er?" in message.subject
    for text in both(message):
        assert circle.name in text
        assert "Over Samenwerken, Schulden" in text
        assert QUOTE in text


@pytest.mark.parametrize("event", ["tests.now", "tests.week"])
def test_what_stands_in_a_closed_circle_is_in_no_mail_unless_its_reader_wants_it(
    event, open_ones
) -> None:
    circle = begin(visibility=Visibility.MEMBERS)
    person = someone("Anna")
    message = sent(person, circle, event=event, open_ones=open_ones)
    assert "Wie belt er?" in message.subject
    for text in both(message):
        assert QUOTE not in text
        assert circle.name in text and "Een blog." in text and "Lees het op Leerkring" in text
    choose_mail(person, day=0, quotes_closed=True, paused_until=None)
    mail.outbox.clear()
    Delivery.objects.all().delete()
    for text in both(sent(person, circle, event="tests.now", open_ones=open_ones)):
        assert QUOTE in text


def test_what_is_for_a_circle_alone_is_not_quoted_however_open_the_circle_is(
    open_ones,
) -> None:
    circle = begin(visibility=Visibility.PUBLIC)
    person = someone("Anna")
    assert QUOTE not in str(both(sent(person, circle)))
    assert QUOTE in str(both(sent(person, None)))


@pytest.mark.parametrize("event", ["tests.now", "tests.week"])
def test_a_hidden_circle_is_in_no_subject_and_only_its_people_read_its_name(
    event, open_ones
) -> None:
    circle = begin(name="Buurtkring", visibility=Visibility.HIDDEN)
    person = someone("Anna")
    bring_in(circle, person)
    Delivery.objects.all().delete()
    choose_mail(person, day=timezone.localdate().weekday(), quotes_closed=True, paused_until=None)
    message = sent(person, circle, event=event)
    assert "Wie belt" not in message.subject and circle.name not in message.subject
    assert all("Wie belt er?" in text and circle.name in text for text in both(message))
    Delivery.objects.all().delete()
    message = sent(someone("Bram"), circle, event="tests.now", open_ones=open_ones)
    assert circle.name not in str(both(message)) + message.subject
