"""The address where a note is saved: for a script and for a plain form."""

from collections.abc import Callable
from uuid import uuid4

import pytest
from django.contrib.messages import get_messages
from django.test import Client

from leerkring.network.people.models import Person
from leerkring.practice.gatherings.models import NoteRevision, Session

JSON = {"HTTP_ACCEPT": "application/json"}
LONGEST = 20_000


def address(session: Session, question: str = "wij-willen") -> str:
    return f"/sessies/{session.pk}/notities/{question}/"


def test_a_script_gets_the_text_and_the_revision(session: Session, browser: Client) -> None:
    entry = {"text": "een", "base": "0", "save_id": str(uuid4())}
    first, again = (browser.post(address(session), entry, **JSON) for _ in range(2))
    assert first.status_code == 200
    assert first.json() == again.json() == {"text": "een", "revision": 1, "overlapped": False}


def test_a_script_hears_that_somebody_else_wrote_there(session: Session, browser: Client) -> None:
    browser.post(address(session), {"text": "van haar", "base": "0"}, **JSON)
    answer = browser.post(address(session), {"text": "van hem", "base": "0"}, **JSON)
    assert answer.json() == {"text": "van haar\nvan hem", "revision": 2, "overlapped": True}


def test_a_plain_form_goes_back_to_the_session(session: Session, browser: Client) -> None:
    answer = browser.post(address(session), {"text": "een", "base": "0"})
    assert (answer.status_code, answer.url) == (302, f"/sessies/{session.pk}/")
    assert NoteRevision.objects.get().by == session.facilitator


def test_a_plain_form_hears_that_somebody_else_wrote_there(
    session: Session, browser: Client
) -> None:
    browser.post(address(session), {"text": "van haar", "base": "0"})
    answer = browser.post(address(session), {"text": "van hem", "base": "0"})
    said = [str(message) for message in get_messages(answer.wsgi_request)]
    assert "tegelijk" in said[-1]


def test_spaces_and_line_breaks_stay_as_they_were_typed(session: Session, browser: Client) -> None:
    answer = browser.post(address(session), {"text": "een\r\n- twee\r\n ", "base": "0"}, **JSON)
    assert answer.json()["text"] == "een\n- twee\n "


def test_the_most_that_fits_in_the_field_is_taken(session: Session, browser: Client) -> None:
    """A line break is one sign for who types it, and two on its way."""
    text = "a\r\n" * (LONGEST // 2)
    assert browser.post(address(session), {"text": text, "base": "0"}, **JSON).status_code == 200


def test_more_is_refused_and_nothing_is_saved(session: Session, browser: Client) -> None:
    entry = {"text": "a" * (LONGEST + 1), "base": "0"}
    answer = browser.post(address(session), entry, **JSON)
    assert answer.status_code == 422
    assert "text" in answer.json()["faults"]
    assert not NoteRevision.objects.exists()


def test_a_plain_form_that_is_refused_still_has_what_was_typed(
    session: Session, browser: Client
) -> None:
    typed = "b" * (LONGEST + 1)
    answer = browser.post(address(session), {"text": typed, "base": "0"})
    assert answer.status_code == 422
    assert typed in answer.content.decode()
    assert f'action="{address(session)}"' in answer.content.decode()


@pytest.mark.parametrize(
    "entry",
    [
        {"text": "een"},
        {"text": "een", "base": "-1"},
        {"text": "een", "base": "x"},
        {"text": "een", "base": "99999999999999999999"},
        {"text": "een", "base": "0", "save_id": "geen sleutel"},
        {"text": "een\x00", "base": "0"},
    ],
)
def test_a_save_that_makes_no_sense_is_refused(
    session: Session, browser: Client, entry: dict[str, str]
) -> None:
    assert browser.post(address(session), entry, **JSON).status_code == 422
    assert not NoteRevision.objects.exists()


def test_an_unknown_question_is_not_there(session: Session, browser: Client) -> None:
    answer = browser.post(address(session, "ik-wat"), {"text": "een", "base": "0"}, **JSON)
    assert answer.status_code == 404


def test_a_member_of_the_team_may_help(
    session: Session, browser_of: Callable[[Person], Client]
) -> None:
    member = browser_of(Person.objects.get(name="Lid Noord"))
    assert member.post(address(session), {"text": "een", "base": "0"}, **JSON).status_code == 200


def test_people_of_another_team_find_nothing_here(
    session: Session, other: Session, browser_of: Callable[[Person], Client]
) -> None:
    for name in ("Lid Zuid", "Leider Zuid"):
        stranger = browser_of(Person.objects.get(name=name))
        assert stranger.post(address(session), {"text": "een", "base": "0"}).status_code == 404
    assert not NoteRevision.objects.exists()


def test_a_note_is_only_posted(session: Session, browser: Client) -> None:
    assert browser.get(address(session)).status_code == 405
