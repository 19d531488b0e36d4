"""Quotes and commitments: kept once, whatever the connection does."""

from datetime import date
from uuid import UUID, uuid4

import pytest

from leerkring.practice.commitments.models import Commitment
from leerkring.practice.gatherings.actions import (
    KeyInUse,
    add_commitment,
    add_quote,
    take_back_commitment,
)
from leerkring.practice.gatherings.models import Quote, Session, SessionCommitment


def quote(session: Session, text: str = "Zo is het.", key: UUID | None = None) -> Quote:
    return add_quote(session, entry_id=key or uuid4(), text=text, speaker="Roos")


def promise(session: Session, text: str = "bellen", key: UUID | None = None) -> SessionCommitment:
    day = date(2027, 3, 2)
    return add_commitment(session, entry_id=key or uuid4(), text=text, who="Dirk", look_back_on=day)


def test_the_same_quote_again_changes_nothing(session: Session) -> None:
    key = uuid4()
    assert quote(session, key=key) == quote(session, "iets anders", key=key)
    kept = session.quotes.get()
    assert (kept.pk, kept.text, kept.speaker) == (key, "Zo is het.", "Roos")


def test_the_same_words_under_another_key_are_said_twice(session: Session) -> None:
    quote(session)
    quote(session)
    assert session.quotes.count() == 2


def test_a_commitment_is_one_of_the_team_and_of_the_session(session: Session) -> None:
    entry = promise(session)
    made = Commitment.objects.get()
    assert entry.commitment == made == session.commitments.get()
    assert (made.team, made.text, made.who) == (session.team, "bellen", "Dirk")
    assert made.look_back_on == date(2027, 3, 2)


def test_the_same_commitment_again_changes_nothing(session: Session) -> None:
    key = uuid4()
    assert promise(session, key=key) == promise(session, "iets anders", key=key)
    assert Commitment.objects.get().text == "bellen"


def test_a_commitment_taken_back_is_gone_everywhere(session: Session) -> None:
    kept, gone = promise(session, "blijft"), promise(session, "gaat")
    take_back_commitment(gone)
    assert session.commitment_entries.get() == kept
    assert Commitment.objects.get().text == "blijft"


@pytest.mark.parametrize("add", [quote, promise])
def test_a_key_of_another_session_is_refused_and_tells_nothing(
    session: Session, other: Session, add: object
) -> None:
    key = uuid4()
    add(other, "van hen", key=key)
    with pytest.raises(KeyInUse):
        add(session, "van ons", key=key)
    assert not session.quotes.exists()
    assert not session.commitments.exists()
    said = [*other.quotes.values_list("text"), *other.commitments.values_list("text")]
    assert said == [("van hen",)]
