"""A session with its script, and everything it brought in as plain data."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError
from django.utils import timezone

from leerkring.network.people.models import Person
from leerkring.practice.gatherings.actions import (
    add_commitment,
    add_quote,
    keep_photo,
    replace_script,
    save_note,
)
from leerkring.practice.gatherings.handover_actions import hand_to, led_by
from leerkring.practice.gatherings.harvest import Harvest, Promise, Quote
from leerkring.practice.gatherings.models import Block, Session
from leerkring.practice.gatherings.queries import harvest_of, minutes_of
from leerkring.practice.scans.dimensions import Dimension


def block(title: str, minutes: int = 10, dimension: str = "") -> Block:
    return Block(start_minute=0, minutes=minutes, form_code="x", title=title, dimension=dimension)


def note(session: Session, text: str, question: str = "ik-waar") -> None:
    save_note(session, question=question, text=text, base=0, save_id=uuid4(), by=None)


def test_an_untouched_session_brought_in_nothing(session: Session) -> None:
    assert harvest_of(session) == Harvest()
    assert harvest_of(session).is_empty


def test_everything_captured_is_in_the_harvest(
    session: Session, photo_of: Callable[..., bytes]
) -> None:
    note(session, "Ik sta hier.")
    note(session, " \n ", "ik-nodig")
    add_quote(session, entry_id=uuid4(), text="Zo is het.", speaker="Roos")
    add_quote(session, entry_id=uuid4(), text="Niet waar.", speaker="")
    add_commitment(
        session, entry_id=uuid4(), text="bellen", who="Dirk", look_back_on=date(2027, 3, 2)
    )
    keep_photo(session, data=photo_of(), alt="Een muur", caption="De muur")
    harvest = harvest_of(session)
    assert harvest.notes == {"ik-waar": "Ik sta hier."}
    assert harvest.quotes == (Quote("Zo is het.", "Roos"), Quote("Niet waar."))
    assert harvest.promises == (Promise("bellen", "Dirk", date(2027, 3, 2)),)
    assert (harvest.picture.alt, harvest.picture.caption) == ("Een muur", "De muur")


def test_the_photo_can_be_read_again_and_again(
    session: Session, photo_of: Callable[..., bytes]
) -> None:
    keep_photo(session, data=photo_of(), alt="Een muur")
    first, second = harvest_of(session).picture, harvest_of(session).picture
    assert first == second
    assert first.jpeg.startswith(b"\xff\xd8")


def test_nothing_of_another_session_is_in_it(session: Session, other: Session) -> None:
    note(other, "van hen")
    add_quote(other, entry_id=uuid4(), text="van hen", speaker="")
    add_commitment(other, entry_id=uuid4(), text="van hen", who="", look_back_on=None)
    assert harvest_of(session).is_empty


def test_minutes_are_counted_per_dimension(planned: Callable[..., Session]) -> None:
    session = planned("Noord", {"ik": 30, "wij": 45, "": 15})
    replace_script(session, [*session.blocks.all(), block("Nog een", 20, "wij")])
    assert minutes_of(session) == {
        Dimension.SELF: 30,
        Dimension.TEAM: 65,
        Dimension.DISTRICT: 0,
    }


def test_another_script_comes_instead_and_what_was_captured_stays(
    planned: Callable[..., Session],
) -> None:
    session = planned("Noord", {"ik": 30})
    note(session, "Ik sta hier.")
    replace_script(session, [block("Een"), block("Twee")])
    assert [(b.position, b.title) for b in session.blocks.all()] == [(0, "Een"), (1, "Twee")]
    assert harvest_of(session).notes == {"ik-waar": "Ik sta hier."}


def test_one_block_stands_at_a_place(planned: Callable[..., Session]) -> None:
    session = planned("Noord", {"ik": 30})
    twin = block("Twee")
    twin.session, twin.position = session, 0
    with pytest.raises(IntegrityError):
        twin.save()


def test_a_session_is_planned_again(session: Session, person: Callable[[str], Person]) -> None:
    roos, when = person("Roos"), datetime(2026, 10, 5, 11, tzinfo=UTC)
    session.plan(facilitator=roos, starts_at=when, place="Buurthuis")
    kept = Session.objects.get()
    assert (kept.facilitator, kept.starts_at, kept.place) == (roos, when, "Buurthuis")


def test_who_facilitates_and_who_is_in_the_team_may_write(session: Session, other: Session) -> None:
    for name in ("Leider Noord", "Lid Noord"):
        someone = Person.objects.get(name=name)
        assert Session.objects.writable_by(someone).get() == session
    assert not Session.objects.writable_by(AnonymousUser()).exists()
    assert not Session.objects.facilitated_by(AnonymousUser()).exists()
    assert not Session.objects.facilitated_by(Person.objects.get(name="Lid Noord")).exists()


def test_who_left_the_team_may_not_write_any_more(session: Session) -> None:
    member = Person.objects.get(name="Lid Noord")
    member.memberships.update(until=date(2026, 6, 1))
    assert not Session.objects.writable_by(member).exists()


def test_who_leaves_hands_over_what_is_still_to_be_led(session: Session, other: Session) -> None:
    leaver = Person.objects.create_user("weg@voorbeeld.nl", "Weg")
    heir = Person.objects.create_user("erf@voorbeeld.nl", "Erf")
    soon = timezone.now() + timedelta(days=3)
    session.plan(facilitator=leaver, starts_at=soon, place="Hal")
    other.plan(facilitator=leaver, starts_at=timezone.now() - timedelta(days=3), place="")
    assert list(led_by(leaver)) == [session]
    hand_to(led_by(leaver)[0], heir)
    session.refresh_from_db()
    assert (session.facilitator, session.starts_at, session.place) == (heir, soon, "Hal")
    assert not led_by(leaver)
