"""The addresses where quotes and commitments are added and taken away."""

from collections.abc import Callable
from uuid import uuid4

import pytest
from django.test import Client

from leerkring.network.people.models import Person
from leerkring.practice.commitments.models import Commitment
from leerkring.practice.gatherings.actions import add_commitment, add_quote
from leerkring.practice.gatherings.models import Quote, Session

JSON = {"HTTP_ACCEPT": "application/json"}
KINDS = ("citaten", "voornemens")
ADDS = {
    "citaten": lambda session, key: add_quote(session, entry_id=key, text="van hen", speaker=""),
    "voornemens": lambda session, key: add_commitment(
        session, entry_id=key, text="van hen", who="", look_back_on=None
    ),
}
every_kind = pytest.mark.parametrize("kind", KINDS)


def texts(session: Session) -> list[str]:
    rows = [session.quotes, session.commitments]
    return [text for row in rows for text in row.values_list("text", flat=True)]


@every_kind
def test_a_script_gets_the_key_and_may_ask_twice(
    session: Session, browser: Client, kind: str
) -> None:
    entry = {"entry_id": str(uuid4()), "text": "Vanaf morgen bellen we."}
    answers = [browser.post(f"/sessies/{session.pk}/{kind}/", entry, **JSON) for _ in range(2)]
    assert [answer.json() for answer in answers] == [{"id": entry["entry_id"]}] * 2
    assert texts(session) == ["Vanaf morgen bellen we."]


@every_kind
def test_a_plain_form_needs_no_key_and_goes_back(
    session: Session, browser: Client, kind: str
) -> None:
    answer = browser.post(f"/sessies/{session.pk}/{kind}/", {"text": "Vanaf morgen."})
    assert (answer.status_code, answer.url) == (302, f"/sessies/{session.pk}/")
    assert texts(session) == ["Vanaf morgen."]


@every_kind
@pytest.mark.parametrize("text", ["", "   ", "a" * 4001, "\x00"])
def test_a_script_hears_what_is_wrong(
    session: Session, browser: Client, kind: str, text: str
) -> None:
    answer = browser.post(f"/sessies/{session.pk}/{kind}/", {"text": text}, **JSON)
    assert answer.status_code == 422
    assert "text" in answer.json()["faults"]
    assert texts(session) == []


def test_a_plain_form_hears_what_is_wrong_and_keeps_what_was_typed(
    session: Session, browser: Client
) -> None:
    entry = {"text": "Vanaf morgen bellen we.", "who": "Roos", "look_back_on": "32-1-2027"}
    answer = browser.post(f"/sessies/{session.pk}/voornemens/", entry)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Vanaf morgen bellen we." in page
    assert 'value="Roos"' in page
    assert texts(session) == []


@every_kind
def test_a_key_of_another_session_is_refused_and_tells_nothing(
    session: Session, other: Session, browser: Client, kind: str
) -> None:
    key = uuid4()
    ADDS[kind](other, key)
    entry = {"entry_id": str(key), "text": "van ons"}
    answer = browser.post(f"/sessies/{session.pk}/{kind}/", entry, **JSON)
    assert answer.status_code == 422
    assert str(key) not in answer.content.decode()
    assert "van hen" not in answer.content.decode()
    assert (texts(session), texts(other)) == ([], ["van hen"])


@every_kind
@pytest.mark.parametrize("how", [JSON, {}])
def test_an_entry_is_taken_away(
    session: Session, browser: Client, kind: str, how: dict[str, str]
) -> None:
    key = uuid4()
    ADDS[kind](session, key)
    answer = browser.post(f"/sessies/{session.pk}/{kind}/{key}/weghalen/", **how)
    assert answer.status_code == (200 if how else 302)
    assert (Quote.objects.count(), Commitment.objects.count()) == (0, 0)


@every_kind
def test_an_entry_of_another_session_is_not_taken_away(
    session: Session, other: Session, browser: Client, kind: str
) -> None:
    key = uuid4()
    ADDS[kind](other, key)
    for number in (session.pk, other.pk):
        answer = browser.post(f"/sessies/{number}/{kind}/{key}/weghalen/")
        assert answer.status_code == 404
    assert texts(other) == ["van hen"]


@every_kind
def test_people_of_another_team_find_nothing_here(
    session: Session, other: Session, browser_of: Callable[[Person], Client], kind: str
) -> None:
    stranger = browser_of(Person.objects.get(name="Lid Zuid"))
    answer = stranger.post(f"/sessies/{session.pk}/{kind}/", {"text": "Ha."})
    assert answer.status_code == 404
    assert texts(session) == []


@every_kind
def test_entries_are_only_posted(session: Session, browser: Client, kind: str) -> None:
    assert browser.get(f"/sessies/{session.pk}/{kind}/").status_code == 405
