"""Nothing tells anyone what its page would not: everything that can be announced, in every
visibility, told to the whole cast in mails, lists and feeds, against what the address of each thing
says to each of them.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import chain
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from django.db import transaction
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoDbBlocker

from leerkring.exchange.posts import tasks as posts
from leerkring.exchange.questions import tasks as questions
from leerkring.foundation.notifications import tasks as notifications
from leerkring.foundation.notifications.frequency import Frequency
from leerkring.foundation.notifications.models import Mailbox, Preference
from leerkring.foundation.notifications.registry import events
from leerkring.network.themes.actions import follow
from leerkring.practice.attendance import tasks as attendance
from leerkring.practice.commitments import tasks as commitments
from tests.announcing import Announcements, Thing
from tests.cast import SIGNED_IN, World
from tests.conftest import BACKEND

pytestmark = pytest.mark.django_db
HOW_OFTEN = (Frequency.DIRECT, Frequency.DAILY, Frequency.WEEKLY)
NOON = timezone.now().astimezone(ZoneInfo("Europe/Amsterdam")).replace(hour=12)
MOMENTS = [NOON, NOON + timedelta(days=1), NOON + timedelta(days=8)]
WORD = re.compile(r"kiem\d{3}zx")


@dataclass
class Walk:
    """What was announced; per person the words in their mails: everywhere, and in the text; and
    what each of the cast finds at an address."""

    world: World
    things: dict[str, Thing]
    everywhere: dict[str, Counter[str]]
    texts: dict[str, Counter[str]]
    kinds: set[str]
    found: dict[tuple[str, str], str] = field(default_factory=dict)
    browsers: dict[str, Client] = field(default_factory=dict)

    def page(self, key: str, url: str) -> str:
        """What this person reads there; nothing where it does not open."""
        if key not in self.browsers:
            self.browsers[key] = Client()
            if key != "visitor":
                self.browsers[key].force_login(self.world.people[key], backend=BACKEND)
        if (key, url) not in self.found:
            response = self.browsers[key].get(url)
            if response.status_code == 301:  # another address, since its title is another
                response = self.browsers[key].get(response["Location"])
            said = response.content.decode() if response.status_code == 200 else ""
            self.found[key, url] = said
        return self.found[key, url]

    def opens(self, key: str, word: str) -> bool:
        """Whether this person reads the word where it stands."""
        return any(word in self.page(key, url) for url in self.things[word].pages)


def want_everything(world: World) -> None:
    """By mail, also what closed circles say; some at once, some every day or week, over all that
    there is. What has a letter of its own comes by that."""
    for number, key in enumerate(SIGNED_IN):
        person = world.people[key]
        follow(world.things["themes school"], person=person)
        Mailbox.objects.create(person=person, quotes_closed=True)
        for place, event in enumerate(events()):
            if event.mail is not Frequency.NEVER:
                often = HOW_OFTEN[(number + place) % 3]
                Preference.objects.create(person=person, event=event.key, mail=often)


def words_of(message: Any) -> set[str]:
    """In the subject, the headers, the text, the HTML and the calendar."""
    parts = [str(part.content) for part in message.alternatives]
    said = [message.subject, str(message.extra_headers), message.body, *parts]
    return set(WORD.findall("\n".join(said)))


@pytest.fixture(scope="module")
def walk(small_world: World, django_db_blocker: DjangoDbBlocker) -> Iterator[Walk]:
    """All is made, told, some of it taken back, and then every mail goes."""
    with django_db_blocker.unblock(), transaction.atomic():
        want_everything(small_world)
        made = Announcements(small_world)
        for room in (posts, questions, commitments):
            room.run_due(NOON)
        made.happen()
        mail.outbox = []
        for moment in MOMENTS:
            for room in (notifications, attendance):
                room.run_due(moment)
        sent: dict[str, list[Any]] = {
            key: [one for one in mail.outbox if small_world.people[key].email in one.to]
            for key in SIGNED_IN
        }
        everywhere = {key: Counter(chain(*map(words_of, own))) for key, own in sent.items()}
        texts = {
            key: Counter(chain(*(set(WORD.findall(one.body)) for one in own)))
            for key, own in sent.items()
        }
        kinds = {m.extra_headers.get("List-Id", "") for own in sent.values() for m in own}
        yield Walk(small_world, {one.word: one for one in made.things}, everywhere, texts, kinds)
        transaction.set_rollback(True)


def test_no_mail_holds_a_word_that_its_reader_could_not_open(walk: Walk) -> None:
    leaks = [
        f"{walk.things[word].what}: {key}"
        for key, words in walk.everywhere.items()
        for word in words
        if not walk.opens(key, word)
    ]
    assert not leaks, "\n".join(leaks)


def test_who_may_and_wants_to_hear_of_something_hears_of_it_once(walk: Walk) -> None:
    """And who does not want to, or did it themselves, does not hear of it."""
    wrong = [
        f"{thing.what}: {key} heard of it {words[word]} times"
        for key, words in walk.texts.items()
        for word, thing in walk.things.items()
        if not thing.again
        if words[word] != (key in thing.hears and walk.opens(key, word))
    ]
    assert not wrong, "\n".join(wrong)


def test_everybody_had_letters_and_mails_of_every_kind(walk: Walk) -> None:
    assert all(walk.texts.values())
    named = {kind.partition("<")[2].partition(".")[0] for kind in walk.kinds}
    assert {"", "overzicht-dag", "overzicht-week", "posts-new-in-circle"} <= named
