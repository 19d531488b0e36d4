"""A note is saved while it is typed: nothing that anyone wrote is lost."""

import threading
from collections.abc import Callable
from uuid import UUID, uuid4

import pytest
from django.db import IntegrityError, connection

from leerkring.practice.gatherings.actions import SavedNote, save_note
from leerkring.practice.gatherings.models import Note, NoteRevision, Session

KEY = "wij-willen"


def save(session: Session, text: str, base: int = 0, save_id: UUID | None = None) -> SavedNote:
    return save_note(
        session, question=KEY, text=text, base=base, save_id=save_id or uuid4(), by=None
    )


def test_every_save_is_a_revision_and_the_note_is_the_newest(session: Session) -> None:
    first = save(session, "Wij willen")
    second = save(session, "Wij willen rust.", base=first.revision)
    assert (first.revision, second.revision) == (1, 2)
    assert session.notes.get().text == second.text == "Wij willen rust."
    kept = list(NoteRevision.objects.order_by("number").values_list("number", "text"))
    assert kept == [(1, "Wij willen"), (2, "Wij willen rust.")]


def test_the_same_save_again_changes_nothing(session: Session) -> None:
    key = uuid4()
    first = save(session, "Wij willen rust.", save_id=key)
    again = save(session, "Wij willen rust.", save_id=key)
    assert again == first
    assert NoteRevision.objects.count() == 1


def test_the_same_save_again_gives_what_was_written_since(session: Session) -> None:
    key = uuid4()
    save(session, "een", save_id=key)
    save(session, "een\ntwee", base=1)
    assert save(session, "een", save_id=key) == SavedNote("een\ntwee", 2)


def test_the_same_text_under_another_key_is_no_revision(session: Session) -> None:
    save(session, "een")
    assert save(session, "een", base=1) == SavedNote("een", 1)
    assert NoteRevision.objects.count() == 1


def test_two_writers_in_different_lines_are_merged(session: Session) -> None:
    save(session, "een\ntwee\ndrie")
    save(session, "een!\ntwee\ndrie", base=1)
    merged = save(session, "een\ntwee\ndrie!", base=1)
    assert merged == SavedNote("een!\ntwee\ndrie!", 3, overlapped=False)


def test_two_writers_in_the_same_line_both_stand(session: Session) -> None:
    save(session, "een")
    save(session, "van haar", base=1)
    merged = save(session, "van hem", base=1)
    assert merged == SavedNote("van haar\nvan hem", 3, overlapped=True)


def test_two_who_start_at_once_both_stand(session: Session) -> None:
    save(session, "van haar")
    assert save(session, "van hem").text == "van haar\nvan hem"


def test_an_old_base_is_merged_with_all_that_came_since(session: Session) -> None:
    """A tablet without a connection for an hour."""
    save(session, "een\ntwee")
    for number, text in enumerate(["een\ntwee\ndrie", "een\ntwee\ndrie\nvier"], start=1):
        save(session, text, base=number)
    assert save(session, "nul\neen\ntwee", base=1).text == "nul\neen\ntwee\ndrie\nvier"


def test_a_base_that_never_was_loses_nothing(session: Session) -> None:
    save(session, "van haar")
    merged = save(session, "van hem", base=77)
    assert set(merged.text.splitlines()) == {"van haar", "van hem"}


def test_what_was_cleared_is_cleared_and_still_kept_as_revision(session: Session) -> None:
    save(session, "een")
    assert save(session, "", base=1) == SavedNote("", 2)
    assert NoteRevision.objects.filter(text="een").exists()


def test_who_wrote_is_kept(session: Session) -> None:
    save_note(session, question=KEY, text="een", base=0, save_id=uuid4(), by=session.facilitator)
    assert NoteRevision.objects.get().by == session.facilitator


def test_each_question_has_its_own_note(session: Session) -> None:
    save(session, "een")
    save_note(session, question="ik-waar", text="twee", base=0, save_id=uuid4(), by=None)
    assert dict(session.notes.values_list("question", "text")) == {KEY: "een", "ik-waar": "twee"}


def test_a_key_that_another_session_used_does_not_lose_this_text(
    session: Session, other: Session
) -> None:
    key = uuid4()
    save(other, "van hen", save_id=key)
    assert save(session, "van ons", save_id=key) == SavedNote("van ons", 1)
    assert session.notes.get().text == "van ons"
    assert other.notes.get().text == "van hen"
    assert save(session, "van ons", base=1, save_id=key) == SavedNote("van ons", 1)


def test_a_question_has_one_note(session: Session) -> None:
    save(session, "een")
    with pytest.raises(IntegrityError):
        Note.objects.create(session=session, question=KEY)


@pytest.mark.skipif("connection.vendor == 'sqlite'", reason="in memory there is one connection")
@pytest.mark.django_db(transaction=True)
def test_ten_who_save_at_the_same_moment_all_stand(planned: Callable[..., Session]) -> None:
    session = planned("Noord")
    start = threading.Barrier(10)

    def write(number: int) -> None:
        start.wait()
        save(session, f"regel {number}")
        connection.close()

    threads = [threading.Thread(target=write, args=(number,)) for number in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    note = session.notes.get()
    assert set(note.text.splitlines()) == {f"regel {number}" for number in range(10)}
    assert note.revision == note.revisions.count() == 10
