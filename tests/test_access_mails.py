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
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoDbBlocker

from leerkring.exchange.posts import tasks as posts
from leerkring.exchange.posts.kinds import KINDS
from leerkring.exchange.questions import tasks as questions
from leerkring.foundation.calendar.models import FeedKey
from leerkring.foundation.notifications import tasks as notifications
from leerkring.foundation.notifications.frequency import Frequency
from leerkring.foundation.notifications.models import Mailbox, Preference
from leerkring.foundation.notifications.registry import events
from leerkring.network.themes.actions import follow
from leerkring.practice.attendance import tasks as attendance
from leerkring.practice.commitments import tasks as commitments
from tests.announcing import Announcements, Thing
from tests.announcing_guests import ADDRESS, ASKED
from tests.cast import CAST, SIGNED_IN, World
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
    to_guests: Counter[str]
    browsers: dict[str, Client]
    found: dict[tuple[str, str], str] = field(default_factory=dict)

    def page(self, key: str, url: str) -> str:
        """What this person reads there; nothing where it does not open."""
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
        guests = [one for one in mail.outbox if one.to[0].endswith(ADDRESS.format(""))]
        to_guests = Counter(chain(*map(words_of, guests)))
        things = {one.word: one for one in made.things}
        browsers = {key: Client() for key in CAST}  # signed in here: a test undoes what it did
        for key in SIGNED_IN:
            browsers[key].force_login(small_world.people[key], backend=BACKEND)
        yield Walk(small_world, things, everywhere, texts, kinds, to_guests, browsers)
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


def test_a_guest_is_asked_once_about_their_own_promise_until_it_is_let_go(walk: Walk) -> None:
    told = {walk.things[word].what: times for word, times in walk.to_guests.items()}
    assert told == {f"promise of a guest, {to}": 1 for to in ASKED}


def test_everybody_had_letters_and_mails_of_every_kind(walk: Walk) -> None:
    assert all(walk.texts.values())
    named = {kind.partition("<")[2].partition(".")[0] for kind in walk.kinds}
    assert {"", "overzicht-dag", "overzicht-week", "posts-new-in-circle"} <= named


def lists(world: World) -> list[str]:
    """Pages on which things of several kinds and circles stand, and tell how many there are."""
    things = world.things
    about = [things["themes school"], *(things[f"circles {name}"] for name in ("in", "hidden"))]
    names = ("home", "notifications:list", "calendar:list", "questions:list", "meetings:list",
             "dilemmas:list", "commitments:list")  # fmt: skip
    kinds = [reverse("posts:list", args=[kind]) for kind in KINDS[:2]]
    found = f"{reverse('search:show')}?q=kiem"
    return [*map(reverse, names), *kinds, *(one.get_absolute_url() for one in about), found]


def test_no_list_names_what_its_reader_could_not_open(walk: Walk) -> None:
    leaks, seen = [], 0
    for key in CAST:
        for url in lists(walk.world):
            words = set(WORD.findall(walk.page(key, url)))
            seen += len(words)
            leaks += [
                f"{url}: {walk.things[word].what}, {key}"
                for word in words
                if not walk.opens(key, word)
            ]
    assert not leaks, "\n".join(leaks)
    assert seen > 100


def starting(walk: Walk, key: str, *what: str) -> set[str]:
    """The words of things of these kinds that this person opens."""
    own = {word for word, thing in walk.things.items() if thing.what.startswith(what)}
    return {word for word in own if walk.opens(key, word)}


def test_feeds_hold_all_that_their_reader_may_open_and_nothing_else(walk: Walk) -> None:
    def told(name: str, *about: Any) -> set[str]:
        return set(WORD.findall(walk.page("visitor", reverse(name, args=about))))

    for kind in KINDS:
        assert told("posts:feed", kind) == starting(walk, "visitor", f"{kind.key} ")
    assert told("questions:feed") == starting(walk, "visitor", "question ")
    assert told("calendar:public_feed") == starting(walk, "visitor", "meeting ")
    hidden = walk.world.things["circles hidden"].pk
    for key in SIGNED_IN:
        token = FeedKey.objects.renew(walk.world.people[key])
        own = starting(walk, key, "meeting ")
        not_announced = starting(walk, key, "meeting withdrawn", "meeting cancelled")
        assert told("calendar:feed", token) == own - not_announced
        assert told("calendar:own_circle_feed", token, hidden) <= own


def test_a_list_counts_what_its_reader_may_open(walk: Walk) -> None:
    """An answer that was taken back is in no count; people who are not shown are in none."""
    for key in ("visitor", "outsider", "professional"):
        lines = re.findall(
            r"question-line__number\">(\d+)<.*?href=\"(/vragen/[^\"]+)\"",
            walk.page(key, reverse("questions:list")),
            re.DOTALL,
        )
        assert lines
        for number, url in lines:
            answers = re.search(r'<h2 id="antwoorden">\s*(\d+|Nog)', walk.page(key, url))
            assert answers and int(number) == int(answers[1].replace("Nog", "0")), url
